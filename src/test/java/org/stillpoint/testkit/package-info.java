/** What tests of several packages share: made-up pulse waves, scores, reference recordings. */
@NullMarked
package org.stillpoint.testkit;

import org.jspecify.annotations.NullMarked;
