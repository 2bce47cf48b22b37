package org.stillpoint.guide;

/**
 * Something that may be said in a session.
 *
 * @param id what its recording is called, such as "rotation-3"
 * @param stage title of the stage it belongs to, for people
 * @param text the words
 */
public record Sentence(String id, String stage, String text) {}
