package org.stillpoint.programme;

/**
 * One mistake in a script.
 *
 * @param line from 1; 0 if no line can be named
 * @param sentence which source and line, what is wrong, what to do about it
 */
record Mistake(int line, String sentence) {}
