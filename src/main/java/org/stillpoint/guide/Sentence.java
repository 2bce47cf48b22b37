package org.stillpoint.guide;

/**
 * A sentence that can be spoken in a session.
 *
 * @param id name of its recording, which is the id of the prompt in its programme; empty for a
 *     sentence without an id, which cannot be recorded
 * @param stage the stage it belongs to, for people
 * @param text the words
 */
public record Sentence(String id, String stage, String text) {}
