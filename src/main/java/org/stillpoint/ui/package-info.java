/** The window: draws snapshots, sends commands. */
@NullMarked
package org.stillpoint.ui;

import org.jspecify.annotations.NullMarked;
