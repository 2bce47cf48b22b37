/** Intervals to measures of heart-rate variability; breathing from intervals and wave. */
@NullMarked
package org.stillpoint.hrv;

import org.jspecify.annotations.NullMarked;
