package org.stillpoint.monitor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.session.Choice;
import org.stillpoint.signal.EnumWords;

/**
 * What a person or the program can ask of a running session. Commands are recorded among the
 * inputs, so a replay obeys them too.
 */
public enum Command {
  /** Pause the session; its end moves. */
  PAUSE,
  /** Continue after a pause. */
  RESUME,
  /** End the session now. */
  STOP,
  /** The source was lost; not asked for by the person, but recorded in the same way. */
  SENSOR_GONE,
  /** A recorded source has reached its end. */
  SOURCE_ENDED,
  /** The connection to the sensor is broken; the sensor is searched for. */
  LINE_LOST,
  /** The sensor was found again. */
  LINE_BACK,
  /** The computer went to sleep. */
  SLEEP,
  /** The computer is awake again. */
  AWAKE,
  /** {@link Choice#GO_ON}. */
  GO_ON,
  /** {@link Choice#CHANGE_POSITION}. */
  CHANGE_POSITION,
  /** {@link Choice#END_GENTLY}. */
  END_GENTLY,
  /** {@link Choice#PACER_ON}. */
  PACER_ON,
  /** {@link Choice#PACER_OFF}. */
  PACER_OFF,
  /** {@link Choice#PACER_TOO_SLOW}. */
  PACER_TOO_SLOW,
  /** The person says that they have moved: sat up, or turned over. */
  MOVED,
  /** Does nothing but let time pass: marks the moment at which a session was over. */
  TICK;

  /** The command for a choice of the person. */
  public static Command of(Choice choice) {
    return valueOf(choice.name());
  }

  byte[] payload() {
    return EnumWords.word(this).getBytes(StandardCharsets.US_ASCII);
  }

  static Optional<Command> of(byte[] payload) {
    String name = new String(payload, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    for (Command command : values()) {
      if (command.name().equals(name)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
