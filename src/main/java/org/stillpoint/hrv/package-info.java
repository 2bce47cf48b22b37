/** Intervals to heart-rate variability. */
@NullMarked
package org.stillpoint.hrv;

import org.jspecify.annotations.NullMarked;
