package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.stillpoint.monitor.SessionPlan;

/**
 * What is known of a recording when it begins.
 *
 * @param startedAt wall time now
 * @param zone the person's time zone
 * @param sensor the sensor or file that it is recorded from, in words
 * @param source kind of source
 * @param protocols names of the protocols that the sensor may speak; a single one when it is
 *     already known
 * @param waveformColumn the column of a waveform file to read
 * @param plan what to conduct and how
 * @param appVersion version of the program
 * @param ratings the person's ratings before the session
 * @param place its place in a course; absent outside one
 */
public record NewRecording(
    Instant startedAt,
    ZoneId zone,
    String sensor,
    SourceKind source,
    List<String> protocols,
    String waveformColumn,
    SessionPlan plan,
    String appVersion,
    Ratings ratings,
    Optional<CoursePlace> place) {

  /** Keeps its own copy. */
  public NewRecording {
    protocols = List.copyOf(protocols);
  }
}
