/**
 * Tests of the compiled firmware, which runs on a simulated board and is read like a real sensor.
 */
@NullMarked
package org.stillpoint.hil;

import org.jspecify.annotations.NullMarked;
