package org.stillpoint.live;

import java.nio.file.Path;

/**
 * How a voice is found and how it speaks.
 *
 * @param command the person's own speech program, with placeholders; empty for none
 * @param wordsPerMinute speaking rate
 * @param folder the data folder; rendered speech is cached in it
 */
public record VoiceSettings(String command, double wordsPerMinute, Path folder) {}
