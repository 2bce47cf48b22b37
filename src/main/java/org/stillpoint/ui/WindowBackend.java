package org.stillpoint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.session.SessionOptions;

/**
 * What the window needs from outside. All methods are called on the event thread and return at
 * once; answers come back on the event thread.
 */
public interface WindowBackend {

  /** The serial ports that the system lists now. */
  List<PortInfo> ports();

  /** The programmes to choose from, at least one. */
  List<ProgrammeChoice> programmes();

  /** A sentence for each of the person's own programmes that cannot be used. */
  List<String> programmeTroubles();

  /** Whether the person said that they have read the safety text. */
  boolean safetyAcknowledged();

  /** Remembers that they have. */
  void acknowledgeSafety();

  /**
   * Opens a sensor and starts watching it.
   *
   * @param sensorSpec "serial:/dev/ttyUSB0" or "virtual:responder,7"
   * @param connected takes a running monitor; the window closes it
   * @param failed takes one sentence for the person
   */
  void connect(String sensorSpec, Consumer<Monitor> connected, Consumer<String> failed);

  /**
   * Begins a recording and a session on a monitor that has recognised its sensor.
   *
   * @param wish what is to be guided
   * @param before what the person said of themselves
   * @param news told how it goes
   */
  void beginSession(
      Monitor monitor, String sensorSpec, SessionWish wish, RatingAnswers before, SessionNews news);

  /**
   * The session is over, however it ended: write its report.
   *
   * @param report takes the report's HTML file
   * @param failed takes one sentence when there is none
   */
  void sessionEnded(Consumer<Path> report, Consumer<String> failed);

  /** What the person says after the session; may come several times, the last one counts. */
  void rate(RatingAnswers after);

  /** Shows a report in the person's browser. */
  void openReport(Path html);

  /** Whether the person chose the dark look. */
  boolean dark();

  /** Remembers the look. */
  void dark(boolean on);

  /** How the person wants sessions to be conducted. */
  SessionOptions conduct();

  /** Remembers it. */
  void conduct(SessionOptions options);

  /** How loud the person wants it. */
  Volumes volumes();

  /** Remembers the volumes; a session that runs follows at once. */
  void volumes(Volumes volumes);
}
