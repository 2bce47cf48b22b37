/** Heart rate and variability against the person's own start: the relaxation index. */
@NullMarked
package org.stillpoint.relax;

import org.jspecify.annotations.NullMarked;
