package org.stillpoint.guide;

/**
 * Something that may be said in a session.
 *
 * @param id what its recording is called: the name of the prompt in its programme; empty for one
 *     without a name, which cannot be recorded
 * @param stage the stage it belongs to, for people
 * @param text the words
 */
public record Sentence(String id, String stage, String text) {}
