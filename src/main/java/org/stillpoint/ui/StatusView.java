package org.stillpoint.ui;

/**
 * A sentence with its tone.
 *
 * @param words empty if there is nothing to say
 */
record StatusView(String words, Tone tone) {}
