package org.stillpoint.session;

/**
 * What the conductor decided at one of its looks at the index, every 30 s.
 *
 * @param seconds session time
 * @param state what holds from now on
 * @param changed whether that changed the pacing
 * @param silenceFactor by which scripted silences are now stretched, 0.7 to 1.6
 * @param reason one plain sentence
 */
public record Decision(
    double seconds, PacingState state, boolean changed, double silenceFactor, String reason) {}
