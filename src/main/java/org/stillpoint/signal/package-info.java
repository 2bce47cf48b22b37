/**
 * The words every stage shares: sample, beat, quality, gap, fault. Depends on the JDK alone.
 *
 * <p>All times named {@code timeNanos} count from the beginning of the recording.
 */
@NullMarked
package org.stillpoint.signal;

import org.jspecify.annotations.NullMarked;
