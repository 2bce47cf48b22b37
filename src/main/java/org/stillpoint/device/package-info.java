/**
 * Turns bytes into samples: a decoder for each protocol, the list of protocols, and the device's
 * own time.
 */
@NullMarked
package org.stillpoint.device;

import org.jspecify.annotations.NullMarked;
