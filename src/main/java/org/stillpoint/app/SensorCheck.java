package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.serial.ByteSource;

/** Listens to a sensor for a while and reports, step by step, what its bytes became. */
final class SensorCheck {
  /** Fewer usable intervals than this can be found by chance. */
  private static final int ENOUGH_BEATS = 5;

  private final String name;
  private @Nullable Protocol protocol;
  private long bytes;
  private long faults;
  private double millis;
  private int intervals;
  private RecordingEvent.@Nullable Summary summary;

  private SensorCheck(String name) {
    this.name = name;
  }

  /**
   * Listens to a source.
   *
   * @param name name of the part in the findings
   * @param source what to listen to; closed at the end
   * @param protocols protocols that it can speak
   * @param seconds how long to listen, of the source's own time
   * @throws InterruptedException if the calling thread is interrupted
   */
  static List<Finding> listen(
      String name, ByteSource source, List<Protocol> protocols, double seconds)
      throws InterruptedException {
    SensorCheck check = new SensorCheck(name);
    Monitor monitor =
        new Monitor(source, ChainSettings.watching(protocols, seconds), check::take, true);
    monitor.start();
    monitor.await();
    return check.findings(monitor.failure());
  }

  /** Checks the whole path from bytes to a heart rate, with a virtual person. */
  static List<Finding> ofOurselves(ByteSource person, List<Protocol> protocols)
      throws InterruptedException {
    return listen("self-test", person, protocols, 60);
  }

  private void take(RecordingEvent event) {
    if (event instanceof RecordingEvent.Input input) {
      bytes += input.record().payload().length;
    } else if (event instanceof RecordingEvent.Recognised found) {
      protocol = found.protocol();
    } else if (event instanceof RecordingEvent.FaultSeen seen) {
      faults += seen.count();
    } else if (event instanceof RecordingEvent.BeatSeen seen
        && seen.interval() != null
        && seen.interval().normal()) {
      millis += seen.interval().millis();
      intervals++;
    } else if (event instanceof RecordingEvent.Ended ended) {
      summary = ended.summary();
    }
  }

  private List<Finding> findings(String failure) {
    List<Finding> findings = new ArrayList<>();
    Protocol known = protocol;
    RecordingEvent.Summary whole = summary;
    if (known == null || whole == null) {
      return List.of(
          Finding.bad(
              name,
              failure.isEmpty()
                  ? "No sensor was recognised in time: check its connection, and try again for"
                      + " longer with --seconds."
                  : failure));
    }
    findings.add(Finding.ok(name, known.words() + " recognised, " + bytes + " bytes read."));
    findings.add(signal(whole));
    if (!failure.isEmpty()) {
      findings.add(Finding.bad(name, failure));
    } else if (intervals < ENOUGH_BEATS) {
      findings.add(
          Finding.bad(
              name,
              "No steady pulse was found: put the sensor on, keep still, and try again for longer"
                  + " with --seconds."));
    } else {
      findings.add(
          Finding.ok(
              name,
              String.format(
                  Locale.ROOT,
                  "Heart rate %.0f per minute from %d usable intervals.",
                  60_000 * intervals / millis,
                  intervals)));
    }
    return findings;
  }

  private Finding signal(RecordingEvent.Summary whole) {
    String rate = number(whole.rateHz(), "%.1f samples per second, ");
    String drift = number(whole.driftPpm(), "clock off by %.0f ppm, ");
    String words =
        rate
            + drift
            + whole.lostSamples()
            + " samples lost, "
            + faults
            + " faults, "
            + String.format(Locale.ROOT, "%.1f s without signal.", whole.gapSeconds());
    boolean clean = faults == 0 && whole.gapSeconds() == 0;
    return clean ? Finding.ok(name, words) : Finding.note(name, words);
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }
}
