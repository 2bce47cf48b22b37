package org.stillpoint.ui;

/**
 * The guided part at one moment.
 *
 * @param stage title of the stage
 * @param text what was said last
 * @param dimmed whether nothing is being said now
 * @param paused whether the session stands still
 * @param timeLeft m:ss
 * @param ends when it ends, in words
 * @param progress 0 to 1
 * @param notice what is to be said of the sensor, empty while all is well
 * @param asking whether the person is asked how to go on
 * @param pacer what can be done about the breath pacer
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

  /** What can be done about the breath pacer. */
  enum PacerOffer {
    /** Nothing: none leads and this part has none. */
    NONE,
    /** It can be switched on. */
    START,
    /** It leads: it can be ended, or said to be too slow. */
    LEADS
  }
}
