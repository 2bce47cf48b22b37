package org.stillpoint.ui;

/** The connection in words. */
record StatusView(String words, Tone tone) {}
