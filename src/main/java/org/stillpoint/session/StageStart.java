package org.stillpoint.session;

/**
 * A stage begins.
 *
 * @param seconds session time of its beginning
 * @param stageId short name
 * @param title its name for people
 * @param plannedSeconds its length in the script
 */
public record StageStart(double seconds, String stageId, String title, double plannedSeconds) {}
