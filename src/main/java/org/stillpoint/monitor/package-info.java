/** Builds the chain, runs it on one thread, and publishes snapshots and events. */
@NullMarked
package org.stillpoint.monitor;

import org.jspecify.annotations.NullMarked;
