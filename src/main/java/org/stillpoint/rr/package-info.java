/**
 * Beats to intervals; artefacts classified and corrected; the quality of a window.
 *
 * <p>RR is the usual term for the time from beat to beat. Intervals from a pulse wave are strictly
 * pulse intervals (PP): close to the RR intervals of the heart, but not identical.
 */
@NullMarked
package org.stillpoint.rr;

import org.jspecify.annotations.NullMarked;
