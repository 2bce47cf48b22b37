/**
 * The types that every stage shares: sample, beat, quality, gap, fault. Depends only on the JDK.
 *
 * <p>All times named {@code timeNanos} count from the beginning of the recording.
 */
@NullMarked
package org.stillpoint.signal;

import org.jspecify.annotations.NullMarked;
