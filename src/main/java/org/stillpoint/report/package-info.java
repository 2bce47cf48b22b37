/** Charts and reports of recordings. */
@NullMarked
package org.stillpoint.report;

import org.jspecify.annotations.NullMarked;
