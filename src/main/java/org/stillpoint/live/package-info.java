/** Opens a sensor and conducts one session, for the terminal, the window and the demo alike. */
@NullMarked
package org.stillpoint.live;

import org.jspecify.annotations.NullMarked;
