package org.stillpoint.programme;

/** What a week of a course is about. */
public enum Focus {
  /** Letting go in back, shoulders and neck. */
  MUSCLE,
  /** Sensing how the spine lies, sits and stands. */
  SPINE,
  /** Breath and ease of mind. */
  BREATH,
  /** Rest, and daily life. */
  REST
}
