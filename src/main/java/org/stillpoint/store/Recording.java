package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A recording as it is listed.
 *
 * @param id its number in this store
 * @param startedAt wall time of its beginning
 * @param zone the person's time zone then
 * @param sensor the sensor or file that it was recorded from, in words
 * @param source kind of source
 * @param protocol name of the sensor's protocol
 * @param programmeId the programme that was conducted
 * @param programmeTitle its name for people
 * @param minutes planned length
 * @param state whether it is complete
 * @param ratings the person's ratings before and after the session
 * @param place its place in a course; absent outside one
 * @param note the person's own words about it; empty without any
 * @param finalIndex the index before the return; absent if there was none
 */
public record Recording(
    long id,
    Instant startedAt,
    ZoneId zone,
    String sensor,
    SourceKind source,
    String protocol,
    String programmeId,
    String programmeTitle,
    int minutes,
    State state,
    Ratings ratings,
    Optional<CoursePlace> place,
    String note,
    OptionalDouble finalIndex) {

  /** Whether a recording is complete. */
  public enum State {
    /** It is being written, or the program ended before it could close it. */
    OPEN,
    /** It is complete. */
    COMPLETE,
    /** It ended early: stopped, or the sensor or the disk failed. */
    INCOMPLETE
  }
}
