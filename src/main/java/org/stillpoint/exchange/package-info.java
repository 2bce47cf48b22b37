/**
 * Reads files of other programs.
 *
 * <p>{@code IntervalText} reads intervals as the common apps export them. {@code WfdbHeader},
 * {@code WfdbSignal} and {@code WfdbAnnotations} read the records of PhysioNet. {@code BeatsText}
 * reads the reference beats that belong to a waveform CSV. A file that cannot be read causes an
 * {@code IOException} whose message is one sentence for the person: what is wrong, where, and what
 * to do.
 */
@NullMarked
package org.stillpoint.exchange;

import org.jspecify.annotations.NullMarked;
