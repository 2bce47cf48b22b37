package org.stillpoint.session;

import org.stillpoint.programme.PromptKind;

/**
 * A prompt or silence that begins now.
 *
 * @param seconds session time of its beginning
 * @param stageId the stage it belongs to
 * @param kind what it is
 * @param text what is said; empty for a silence
 * @param lengthSeconds how long it lasts
 * @param id name of the prompt in its programme; empty for a silence and in recordings of an
 *     earlier version
 * @param speechFactor factor of the speed of speech, 0.85 to 1
 */
public record PromptCue(
    double seconds,
    String stageId,
    PromptKind kind,
    String text,
    double lengthSeconds,
    String id,
    double speechFactor) {}
