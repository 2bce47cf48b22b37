/**
 * Beats to intervals, labels and the quality of a window.
 *
 * <p>RR is the word of the field for the time from beat to beat. From a pulse wave these are
 * strictly pulse intervals (PP): close to, but not the same as, the heart's own RR intervals.
 */
@NullMarked
package org.stillpoint.rr;

import org.jspecify.annotations.NullMarked;
