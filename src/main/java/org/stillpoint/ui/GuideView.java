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
 */
record GuideView(
    String stage,
    String text,
    boolean dimmed,
    boolean paused,
    String timeLeft,
    String ends,
    double progress,
    StatusView notice) {}
