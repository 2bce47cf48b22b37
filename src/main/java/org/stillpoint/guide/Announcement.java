package org.stillpoint.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.stillpoint.session.Decision;
import org.stillpoint.signal.EnumWords;

/** What is said about the session itself, so that the person need not look at the screen. */
public enum Announcement {
  /** The session is paused. */
  PAUSED,
  /** The session continues. */
  RESUMED,
  /** The connection to the sensor is broken. */
  SENSOR_AWAY,
  /** The sensor is back. */
  SENSOR_BACK,
  /** The sensor is connected but sees no pulse. */
  SENSOR_SLIPPED,
  /** The signal has been poor for some time. */
  SENSOR_POOR,
  /** No baseline could be measured: the session continues as written. */
  NO_BASELINE,
  /** The signal is still poor: the session continues without it. */
  WITHOUT_SENSOR,
  /** The heart beats faster: the person is asked how to go on, but not about the heart. */
  CHECK_IN,
  /** A gentle call to a person who dozes. */
  CALL,
  /** The breath pacer is offered. */
  PACER_OFFER,
  /** The breath pacer falls silent. */
  PACER_RESTS,
  /** The session is over as planned. */
  COMPLETED,
  /** The person stopped the session. */
  STOPPED,
  /** The session ended before its time. */
  ENDED_EARLY;

  private static final String FILE = "/guide/announcements.properties";
  private static final String STAGE = "any time";
  private static final Properties TEXTS = read();

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream bytes = Announcement.class.getResourceAsStream(FILE)) {
      if (bytes == null) {
        throw new IllegalStateException(FILE + " is missing from the installation");
      }
      Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * What is always said for a remark of the conductor; empty if nothing is, or if it depends on
   * what was said before, as the advice about the sensor does.
   */
  public static Optional<Announcement> of(Decision.Remark remark) {
    return switch (remark) {
      case NONE, RESULT, GOOD_NIGHT, SENSOR, WITHOUT_SENSOR -> Optional.empty();
      case CHECK_IN -> Optional.of(CHECK_IN);
      case CALL -> Optional.of(CALL);
      case PACER_OFFER -> Optional.of(PACER_OFFER);
      case PACER_RESTS -> Optional.of(PACER_RESTS);
      case NO_BASELINE -> Optional.of(NO_BASELINE);
    };
  }

  /** The words, with the id of their recording. */
  public Sentence sentence() {
    String name = EnumWords.hyphenated(this);
    return new Sentence("session-" + name, STAGE, TEXTS.getProperty(name, ""));
  }

  /** The sentences of all announcements. */
  public static List<Sentence> sentences() {
    return Arrays.stream(values()).map(Announcement::sentence).toList();
  }
}
