/** Bytes with the host times of their arrival, from a port or a recorded file. */
@NullMarked
package org.stillpoint.serial;

import org.jspecify.annotations.NullMarked;
