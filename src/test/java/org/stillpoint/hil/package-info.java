/** Our firmware as compiled, run on a simulated board, and read as a real sensor is. */
@NullMarked
package org.stillpoint.hil;

import org.jspecify.annotations.NullMarked;
