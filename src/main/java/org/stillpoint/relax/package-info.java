/** Heart rate and variability compared with the person's own baseline: the relaxation index. */
@NullMarked
package org.stillpoint.relax;

import org.jspecify.annotations.NullMarked;
