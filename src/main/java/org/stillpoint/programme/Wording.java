package org.stillpoint.programme;

import org.jspecify.annotations.Nullable;

/**
 * One way to say a prompt.
 *
 * @param id its name in recordings, unique within the programme
 * @param text what is said
 * @param focus the focus that it belongs to; null if it suits any
 */
public record Wording(String id, String text, @Nullable Focus focus) {}
