package org.stillpoint.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SourceKind;

/** Sessions to report on. The ten minutes of a virtual person are computed only once. */
final class Sessions {
  /** When the gap in {@link #withGap} begins, in seconds. */
  static final double GAP_FROM = 300;

  static final double GAP_TO = 330;

  private static final RecordedSession WITH_GAP = play(600, GAP_FROM, GAP_TO);

  private Sessions() {}

  /** Ten minutes with a gap of half a minute. */
  static RecordedSession withGap() {
    return WITH_GAP;
  }

  /** A session that is stopped after some seconds. */
  static RecordedSession stoppedAfter(double seconds) {
    return play(seconds, 0, 0);
  }

  /** A session in which the sensor is recognised and then sends nothing more. */
  static RecordedSession withoutBeats() {
    return play(30, 0.2, 1000);
  }

  private static RecordedSession play(double until, double gapFrom, double gapTo) {
    List<RecordingEvent> events = new ArrayList<>();
    Chain chain = chain(events);
    VirtualSensor sensor = new VirtualSensor(Family.RESPONDER, 2, "stillpoint", truth -> {});
    while (!chain.ended()) {
      Chunk chunk = sensor.next();
      double seconds = chunk.hostNanos() / 1e9;
      chain.advance(chunk.hostNanos());
      if (seconds > until && until < 600) {
        chain.command(Command.STOP);
      } else if (seconds <= gapFrom || seconds >= gapTo) {
        chain.bytes(chunk.bytes(), chunk.bytes().length);
      }
    }
    boolean whole = until >= 600;
    return new RecordedSession(
        recording(whole ? Recording.State.COMPLETE : Recording.State.INCOMPLETE), events);
  }

  private static Chain chain(List<RecordingEvent> events) {
    try {
      return new Chain(
          ChainSettings.session(
              Devices.live(), ProgrammeReader.shipped("back-pain").forMinutes(10)),
          event -> {
            if (!(event instanceof RecordingEvent.Input)) {
              events.add(event);
            }
          },
          SampleListener.NONE,
          ToDevice.NOBODY);
    } catch (ProgrammeException e) {
      throw new AssertionError(e);
    }
  }

  static Recording recording(Recording.State state) {
    return new Recording(
        12,
        Instant.parse("2026-01-31T23:30:00Z"),
        ZoneId.of("Europe/Berlin"),
        "Stillpoint firmware on <script>alert(1)</script>",
        SourceKind.REAL,
        "stillpoint",
        "back-pain",
        "Back & \"neck\" <b>",
        10,
        state,
        Ratings.of(OptionalInt.of(5), OptionalInt.of(3), OptionalInt.of(6), OptionalInt.empty()),
        Optional.empty(),
        "",
        OptionalDouble.empty());
  }

  /** The same session, but every 50th interval misses a beat and every 70th is not trusted. */
  static RecordedSession withArtefacts(RecordedSession session) {
    List<RecordingEvent> events = new ArrayList<>();
    int number = 0;
    for (RecordingEvent event : session.events()) {
      if (event instanceof RecordingEvent.BeatSeen seen && seen.interval() != null) {
        RrInterval interval = seen.interval();
        number++;
        RrLabel label = number % 70 == 0 ? RrLabel.UNTRUSTED : interval.label();
        double millis = number % 50 == 0 ? 2 * interval.millis() : interval.millis();
        events.add(
            new RecordingEvent.BeatSeen(
                seen.timeNanos(),
                seen.beat(),
                new RrInterval(interval.endNanos(), millis, label, interval.continues()),
                seen.quality()));
      } else {
        events.add(event);
      }
    }
    return new RecordedSession(session.recording(), events);
  }
}
