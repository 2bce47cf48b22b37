/**
 * Session scripts: reading, checking and timing them.
 *
 * <p>A {@link org.stillpoint.programme.Programme} is a script as a teacher wrote it, for all
 * lengths at once. A {@link org.stillpoint.programme.Script} is one length of it in which every
 * second is planned. All times are whole eighths of a second, which doubles add without rounding:
 * the items of a stage sum exactly to its plan and the stages exactly to the session.
 */
@NullMarked
package org.stillpoint.programme;

import org.jspecify.annotations.NullMarked;
