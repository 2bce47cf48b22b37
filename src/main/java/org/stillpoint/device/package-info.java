/** Bytes to samples: one decoder per protocol, the list of them, and the device's own time. */
@NullMarked
package org.stillpoint.device;

import org.jspecify.annotations.NullMarked;
