/** Reads recordings and series of intervals from files, for the commands that analyse them. */
@NullMarked
package org.stillpoint.files;

import org.jspecify.annotations.NullMarked;
