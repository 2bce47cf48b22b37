/**
 * Everything that is heard: prompts as speech, a bell at the beginning of stages, and tones to
 * breathe by, mixed for the sound card or into a file.
 *
 * <p>A <em>voice</em> is a program that turns text into a WAV file, or a folder of recordings. All
 * sound is one channel of floats from -1 to 1 at the rate of {@link
 * org.stillpoint.guide.Sound#RATE_HZ}.
 */
@NullMarked
package org.stillpoint.guide;

import org.jspecify.annotations.NullMarked;
