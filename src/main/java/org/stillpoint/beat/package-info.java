/** Pulse wave to beats. */
@NullMarked
package org.stillpoint.beat;

import org.jspecify.annotations.NullMarked;
