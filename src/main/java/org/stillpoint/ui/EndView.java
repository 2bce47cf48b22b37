package org.stillpoint.ui;

/**
 * How a session ended.
 *
 * @param heading a few words
 * @param sentence one or two sentences
 * @param warning whether the end was not intended
 */
record EndView(String heading, String sentence, boolean warning) {}
