/** Virtual people: hidden arousal to beats, pulse wave and device bytes, with the truth. */
@NullMarked
package org.stillpoint.participant;

import org.jspecify.annotations.NullMarked;
