package org.stillpoint.ui;

/**
 * The guided part at one moment.
 *
 * @param stage title of the stage
 * @param text what was said last
 * @param dimmed whether nothing is being said now
 * @param paused whether the session is paused
 * @param timeLeft time left, as m:ss
 * @param ends when it ends, in words
 * @param progress share of the session that has passed, 0 to 1
 * @param notice a notice about the sensor; empty if there is none
 * @param asking whether the question is shown
 * @param pacer what the person can do with the breath pacer
 */
record GuideView(
    String stage,
    String text,
    boolean dimmed,
    boolean paused,
    String timeLeft,
    String ends,
    double progress,
    StatusView notice,
    boolean asking,
    PacerOffer pacer) {

  /** What the person can do with the breath pacer. */
  enum PacerOffer {
    /** Nothing: it does not lead, and cannot be started in this part. */
    NONE,
    /** Start it. */
    START,
    /** It leads: end it, or say that it is too slow. */
    LEADS
  }
}
