package org.stillpoint.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RecentHeartRate;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;
import org.stillpoint.signal.PulseSample;

/**
 * Folds events and samples into what the screen shows. Only values that depend on the moment, such
 * as the elapsed time, are read from the chain. Belongs to the chain's thread.
 */
final class LiveView implements SampleListener {
  private static final long WAVE_NANOS = 8_000_000_000L;
  private static final long TACHOGRAM_NANOS = 300_000_000_000L;
  private static final long FIRST_QUALITY_NANOS = 60_000_000_000L;

  private final ArrayDeque<PulseSample> samples = new ArrayDeque<>();
  private final ArrayDeque<Long> beats = new ArrayDeque<>();
  private final ArrayDeque<RrInterval> intervals = new ArrayDeque<>();
  private final RecentHeartRate heartRate = new RecentHeartRate();
  private final List<RelaxationIndex> history = new ArrayList<>();
  private @Nullable Baseline baseline;
  private @Nullable StageStart stage;
  private @Nullable PromptCue prompt;
  private @Nullable Decision decision;
  private @Nullable Breath breath;
  private boolean pacing;
  private boolean paused;
  private boolean ended;
  private String note = "";
  private String spoken = "";
  private long sequence;

  /**
   * A view that has seen nothing yet.
   *
   * @param sequence number of the last snapshot of the view before it
   */
  LiveView(long sequence) {
    this.sequence = sequence;
  }

  /** Number of the last snapshot. */
  long sequence() {
    return sequence;
  }

  @Override
  public void sample(PulseSample sample) {
    samples.add(sample);
    while (samples.getFirst().timeNanos() < sample.timeNanos() - WAVE_NANOS) {
      samples.remove();
    }
  }

  /** Takes the next event. */
  void event(RecordingEvent event) {
    if (event instanceof RecordingEvent.BeatSeen seen) {
      beat(seen.timeNanos(), seen.interval());
    } else if (event instanceof RecordingEvent.IndexStep step) {
      history.add(step.index());
    } else if (event instanceof RecordingEvent.BaselineTaken taken) {
      baseline = taken.baseline();
    } else if (event instanceof RecordingEvent.StageBegan began) {
      stage = began.stage();
    } else if (event instanceof RecordingEvent.Prompted prompted) {
      prompt = prompted.prompt();
      spoken = prompted.prompt().text().isEmpty() ? spoken : prompted.prompt().text();
    } else if (event instanceof RecordingEvent.Decided decided) {
      decision = decided.decision();
      note = decided.decision().reason();
    } else if (event instanceof RecordingEvent.PacerChanged changed) {
      pacing = changed.perMinute().isPresent();
      breath = pacing ? breath : null;
      note = changed.words();
    } else if (event instanceof RecordingEvent.BreathPaced paced) {
      breath = paced.breath();
    } else if (event instanceof RecordingEvent.PauseChanged changed) {
      paused = changed.paused();
    } else if (event instanceof RecordingEvent.Ended) {
      ended = true;
    }
  }

  private void beat(long timeNanos, @Nullable RrInterval interval) {
    beats.add(timeNanos);
    while (beats.getFirst() < timeNanos - 2 * WAVE_NANOS) {
      beats.remove();
    }
    if (interval != null) {
      heartRate.add(interval);
      intervals.add(interval);
      while (intervals.getFirst().endNanos() < timeNanos - 2 * WAVE_NANOS) {
        intervals.remove();
      }
    }
  }

  /**
   * The state at this moment.
   *
   * @param source what to call the source
   * @param connected whether the connection to the sensor is up; if not, nothing live is shown
   * @param message what is wrong, in one sentence; empty when nothing is
   * @param hostNanos now, since the recording or the watching began
   */
  Snapshot snapshot(Chain chain, String source, boolean connected, String message, long hostNanos) {
    SessionChain session = chain.session();
    RelaxationIndex latest = history.isEmpty() ? null : history.get(history.size() - 1);
    boolean rated = connected && latest != null && hostNanos >= FIRST_QUALITY_NANOS;
    return new Snapshot(
        ++sequence,
        phase(chain),
        sensor(chain, source),
        connected,
        message,
        hostNanos,
        connected ? wave() : WaveWindow.EMPTY,
        intervals(chain.signal().recentIntervals(), hostNanos),
        connected
            ? heartRate.perMinute(hostNanos - chain.timebase().lagNanos())
            : OptionalDouble.empty(),
        latest != null && rated
            ? OptionalDouble.of(latest.metrics().quality().q())
            : OptionalDouble.empty(),
        latest,
        List.copyOf(history),
        baseline,
        stage,
        prompt,
        spoken,
        decision,
        note,
        session.elapsedSeconds(hostNanos),
        session.endSeconds(),
        session.asking(),
        pacing,
        session.pacerFree(),
        breath,
        session.sensor(hostNanos));
  }

  /** The judged intervals, followed by those that are too new to be judged. */
  private List<RrInterval> intervals(List<RrInterval> judged, long nowNanos) {
    long judgedTo = judged.isEmpty() ? 0 : judged.get(judged.size() - 1).endNanos();
    return Stream.concat(judged.stream(), intervals.stream().filter(i -> i.endNanos() > judgedTo))
        .filter(i -> i.endNanos() >= nowNanos - TACHOGRAM_NANOS)
        .toList();
  }

  private Snapshot.Phase phase(Chain chain) {
    if (ended) {
      return Snapshot.Phase.ENDED;
    }
    if (chain.protocol().isEmpty()) {
      return Snapshot.Phase.LOOKING;
    }
    if (!chain.session().conducts()) {
      return Snapshot.Phase.WATCHING;
    }
    return paused ? Snapshot.Phase.PAUSED : Snapshot.Phase.SESSION;
  }

  private static String sensor(Chain chain, String source) {
    if (chain.protocol().isEmpty()) {
      return "";
    }
    String words = chain.protocol().get().words() + " on " + source;
    OptionalDouble said =
        chain.signal().identity().map(DeviceIdentity::rateHz).orElse(OptionalDouble.empty());
    if (said.isPresent()) {
      return words + String.format(Locale.ROOT, ", %.0f Hz", said.getAsDouble());
    }
    OptionalDouble fitted = chain.timebase().fittedRateHz();
    return fitted.isPresent()
        ? words + String.format(Locale.ROOT, ", %.1f Hz", fitted.getAsDouble())
        : words;
  }

  private WaveWindow wave() {
    int size = samples.size();
    long[] times = new long[size];
    double[] values = new double[size];
    int i = 0;
    for (PulseSample sample : samples) {
      times[i] = sample.timeNanos();
      values[i++] = sample.value();
    }
    long from = size == 0 ? 0 : times[0];
    long[] inside = beats.stream().mapToLong(Long::longValue).filter(b -> b >= from).toArray();
    return new WaveWindow(times, values, inside);
  }
}
