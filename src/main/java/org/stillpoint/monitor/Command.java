package org.stillpoint.monitor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.session.Choice;
import org.stillpoint.signal.EnumWords;

/**
 * What a person can ask of a running session. Recorded among the inputs, so replay obeys it too.
 */
public enum Command {
  /** Stand still; the end moves. */
  PAUSE,
  /** Go on. */
  RESUME,
  /** End now. */
  STOP,
  /** The source is gone; not a wish of the person but recorded in the same way. */
  SENSOR_GONE,
  /** A recorded source is at its end. */
  SOURCE_ENDED,
  /** The line to the sensor is broken; it is looked for. */
  LINE_LOST,
  /** The sensor was found again. */
  LINE_BACK,
  /** The computer fell asleep. */
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
  /** Nothing but the time: marks the moment at which a session was over. */
  TICK;

  /** The command that asks the conductor for something. */
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
