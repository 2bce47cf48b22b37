package org.stillpoint.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.stillpoint.signal.EnumWords;

/** What is said of the session itself, so that nobody has to look at the screen. */
public enum Announcement {
  /** The session stands still. */
  PAUSED,
  /** It goes on. */
  RESUMED,
  /** The line to the sensor is broken. */
  SENSOR_AWAY,
  /** The sensor is found again. */
  SENSOR_BACK,
  /** The sensor is there but feels no pulse. */
  SENSOR_SLIPPED,
  /** The signal has been poor for long. */
  SENSOR_POOR,
  /** No start could be measured: the session goes on as written. */
  NO_BASELINE,
  /** The heart beats faster: how to go on? */
  CHECK_IN,
  /** A gentle call to somebody who dozes. */
  CALL,
  /** The breath pacer is there for who wants it. */
  PACER_OFFER,
  /** The session is over as planned. */
  COMPLETED,
  /** The person stopped it. */
  STOPPED,
  /** It ended before its time. */
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

  /** The words, with the name of their recording. */
  public Sentence sentence() {
    String name = EnumWords.hyphenated(this);
    return new Sentence("session-" + name, STAGE, TEXTS.getProperty(name, ""));
  }

  /** All of them. */
  public static List<Sentence> sentences() {
    return Arrays.stream(values()).map(Announcement::sentence).toList();
  }
}
