/** The command line and the wiring; the only package that knows all the others. */
@NullMarked
package org.stillpoint.app;

import org.jspecify.annotations.NullMarked;
