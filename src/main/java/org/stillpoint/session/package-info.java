/** The conductor: index and time to prompts and decisions. */
@NullMarked
package org.stillpoint.session;

import org.jspecify.annotations.NullMarked;
