/** The window: draws snapshots and sends commands. */
@NullMarked
package org.stillpoint.ui;

import org.jspecify.annotations.NullMarked;
