/** Charts and pages from recordings. */
@NullMarked
package org.stillpoint.report;

import org.jspecify.annotations.NullMarked;
