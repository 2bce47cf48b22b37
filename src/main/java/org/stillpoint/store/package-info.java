/** Recordings in SQLite, and their replay. The only package with SQL. */
@NullMarked
package org.stillpoint.store;

import org.jspecify.annotations.NullMarked;
