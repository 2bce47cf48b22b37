/** Closed loops: virtual people with the real chain, and what pacing does to them. */
@NullMarked
package org.stillpoint.trial;

import org.jspecify.annotations.NullMarked;
