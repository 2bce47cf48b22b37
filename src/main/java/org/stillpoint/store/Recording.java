package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A recording as the list shows it.
 *
 * @param id its number in this store
 * @param startedAt wall time of its beginning
 * @param zone the person's time zone then
 * @param sensor what it was recorded from, in words
 * @param source kind of source
 * @param protocol how the sensor spoke
 * @param programmeId what was conducted
 * @param programmeTitle its name for people
 * @param minutes planned length
 * @param state what became of it
 * @param ratings what the person said
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
    Ratings ratings) {

  /** What became of a recording. */
  public enum State {
    /** It is being written, or the program ended without a chance to say so. */
    OPEN,
    /** It is whole. */
    COMPLETE,
    /** It ended early: stopped, or the sensor or the disk failed. */
    INCOMPLETE
  }
}
