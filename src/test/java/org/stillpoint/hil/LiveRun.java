package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.Devices;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.serial.CaptureRecord;
import org.stillpoint.serial.SerialPortSource;
import org.stillpoint.signal.Fault;
import org.stillpoint.testkit.Board;
import org.stillpoint.testkit.BoardTruth;

/**
 * A board that is watched through a real port, as by a person.
 *
 * @param truth what happened on the board
 * @param events the events of the monitor
 */
record LiveRun(BoardTruth truth, List<RecordingEvent> events) {

  /** Watches for a time. */
  static LiveRun of(Path folder, double seconds, String sketch, String... options)
      throws IOException, InterruptedException {
    List<RecordingEvent> events = new ArrayList<>();
    try (Board board = Board.live(folder, sketch, options)) {
      SerialPortSource source =
          SerialPortSource.open(
              board.link().toString(), SerialPortSource.USUAL_BAUD, System::nanoTime);
      Monitor monitor =
          new Monitor(source, ChainSettings.watching(Devices.live(), seconds), events::add, true);
      monitor.start();
      assertThat(monitor.await(180_000)).isTrue();
      return new LiveRun(board.end(), events);
    }
  }

  <T extends RecordingEvent> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  RecordingEvent.Summary summary() {
    return all(RecordingEvent.Ended.class).get(0).summary();
  }

  long faults(Fault fault) {
    return all(RecordingEvent.FaultSeen.class).stream()
        .filter(f -> f.fault() == fault)
        .mapToLong(RecordingEvent.FaultSeen::count)
        .sum();
  }

  /** All bytes that arrived at the port. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    all(RecordingEvent.Input.class).stream()
        .map(RecordingEvent.Input::record)
        .filter(r -> r.kind() == CaptureRecord.InputKind.BYTES)
        .forEach(r -> bytes.writeBytes(r.payload()));
    return bytes.toByteArray();
  }
}
