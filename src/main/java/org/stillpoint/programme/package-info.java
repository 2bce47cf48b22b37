/** Session scripts: reading and checking them. */
@NullMarked
package org.stillpoint.programme;

import org.jspecify.annotations.NullMarked;
