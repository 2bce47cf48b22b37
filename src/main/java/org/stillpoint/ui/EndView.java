package org.stillpoint.ui;

/**
 * How a session ended.
 *
 * @param heading a few words
 * @param sentence one or two sentences
 * @param warning whether it was not meant to end so
 */
record EndView(String heading, String sentence, boolean warning) {}
