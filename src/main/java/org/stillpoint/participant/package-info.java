/**
 * Virtual people: from hidden arousal to beats, pulse wave and device bytes, with the true beats.
 */
@NullMarked
package org.stillpoint.participant;

import org.jspecify.annotations.NullMarked;
