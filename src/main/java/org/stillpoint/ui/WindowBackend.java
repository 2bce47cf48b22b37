package org.stillpoint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.session.SessionOptions;

/**
 * What the window needs from the rest of the program. Every method is called on the event thread
 * and returns at once. Answers are given on the event thread.
 */
public interface WindowBackend {

  /** The serial ports that the system currently lists. */
  List<PortInfo> ports();

  /** The programmes to choose from, at least one. */
  List<ProgrammeChoice> programmes();

  /** One sentence for each of the person's own programmes that cannot be used. */
  List<String> programmeTroubles();

  /** Whether the person has confirmed that they have read the safety text. */
  boolean safetyAcknowledged();

  /** Remembers that they have. */
  void acknowledgeSafety();

  /** Whether the person has confirmed that they know how to use electrodes. */
  boolean electrodesAcknowledged();

  /** Remembers that they have. */
  void acknowledgeElectrodes();

  /**
   * Opens a sensor and starts watching it.
   *
   * @param sensorSpec "serial:/dev/ttyUSB0" or "virtual:responder,7"
   * @param connected receives a running monitor, which the window closes
   * @param failed receives one sentence for the person if the sensor cannot be opened
   */
  void connect(String sensorSpec, Consumer<Monitor> connected, Consumer<String> failed);

  /**
   * Begins a recording and a session on a monitor that has recognised its sensor.
   *
   * @param monitor the monitor from {@link #connect}
   * @param sensorSpec the sensor that it watches
   * @param wish the session that the person wants
   * @param before the person's ratings before the session
   * @param news receives the progress, and a sentence if it fails
   */
  void beginSession(
      Monitor monitor, String sensorSpec, SessionWish wish, RatingAnswers before, SessionNews news);

  /**
   * Closes the recording of a session that is over, however it ended, and writes its report.
   *
   * @param report receives the HTML file
   * @param failed receives one sentence if the recording or the report could not be written
   */
  void sessionEnded(Consumer<Path> report, Consumer<String> failed);

  /**
   * Keeps the person's ratings after the session. If called several times, the last call counts.
   */
  void rate(RatingAnswers after);

  /**
   * Opens the review window of the last session.
   *
   * @param html its report, which the window offers to open in the browser
   */
  void openReport(Path html);

  /** What the person used last. */
  WindowMemory memory();

  /** Remembers what the person uses. */
  void remember(WindowMemory memory);

  /** Whether the person has chosen the dark look. */
  boolean dark();

  /** Remembers the look. */
  void dark(boolean on);

  /** How the person wants sessions to be conducted. */
  SessionOptions conduct();

  /** Remembers how the person wants sessions to be conducted. */
  void conduct(SessionOptions options);

  /** How loud the person wants each kind of sound. */
  Volumes volumes();

  /** Remembers the volumes. A session that is running changes at once. */
  void volumes(Volumes volumes);
}
