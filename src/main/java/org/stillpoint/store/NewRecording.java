package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.stillpoint.monitor.SessionPlan;

/**
 * What is known of a recording when it begins.
 *
 * @param startedAt wall time now
 * @param zone the person's time zone
 * @param sensor what it is recorded from, in words
 * @param source kind of source
 * @param protocols names of the protocols on offer; a single one when it is already known
 * @param waveformColumn column of a waveform file
 * @param plan what is conducted and how
 * @param appVersion version of the program
 * @param ratings what the person said before
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
    Ratings ratings) {

  /** Keeps its own copy. */
  public NewRecording {
    protocols = List.copyOf(protocols);
  }
}
