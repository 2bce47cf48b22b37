package org.stillpoint.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.PulseSample;

/** Remembers what the screen shows and makes snapshots of it. Belongs to the chain's thread. */
final class LiveView implements SampleListener {
  private static final long WAVE_NANOS = 8_000_000_000L;
  private static final long TACHOGRAM_NANOS = 300_000_000_000L;
  private static final int BEATS_OF_LIVE_RATE = 5;

  /** With fewer good beats among the last ones, no number is better than a doubtful one. */
  private static final int FEWEST_BEATS_OF_LIVE_RATE = 3;

  private static final long OLDEST_NANOS = 10_000_000_000L;

  /** After this long without a beat the live heart rate is not the present one any more. */
  private static final long STALE_NANOS = 4_000_000_000L;

  private final ArrayDeque<PulseSample> samples = new ArrayDeque<>();
  private final ArrayDeque<Long> beats = new ArrayDeque<>();
  private final ArrayDeque<RrInterval> intervals = new ArrayDeque<>();
  private final List<RelaxationIndex> history = new ArrayList<>();
  private String spoken = "";
  private long sequence;

  /**
   * Nothing seen yet.
   *
   * @param sequence number of the last snapshot made before
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

  void event(RecordingEvent event) {
    if (event instanceof RecordingEvent.BeatSeen seen) {
      beat(seen.timeNanos(), seen.interval());
    } else if (event instanceof RecordingEvent.IndexStep step) {
      history.add(step.index());
    } else if (event instanceof RecordingEvent.Prompted prompted
        && !prompted.prompt().text().isEmpty()) {
      spoken = prompted.prompt().text();
    }
  }

  private void beat(long timeNanos, @Nullable RrInterval interval) {
    beats.add(timeNanos);
    while (beats.getFirst() < timeNanos - 2 * WAVE_NANOS) {
      beats.remove();
    }
    if (interval != null) {
      intervals.add(interval);
      while (intervals.getFirst().endNanos() < timeNanos - 2 * WAVE_NANOS) {
        intervals.remove();
      }
    }
  }

  /**
   * A picture of now.
   *
   * @param connected whether the line to the sensor is whole; if not, nothing live is shown
   */
  Snapshot snapshot(Chain chain, String source, boolean connected, String message, long hostNanos) {
    SessionChain clock = chain.clock();
    RelaxationIndex latest = clock.lastIndex();
    return new Snapshot(
        ++sequence,
        phase(chain),
        sensor(chain, source),
        connected,
        message,
        hostNanos,
        connected ? wave() : WaveWindow.EMPTY,
        intervals(chain.signal().recentIntervals(), hostNanos),
        connected ? liveRate(hostNanos - chain.timebase().lagNanos()) : OptionalDouble.empty(),
        !connected || latest == null || hostNanos < 60_000_000_000L
            ? OptionalDouble.empty()
            : OptionalDouble.of(latest.metrics().quality().q()),
        latest,
        List.copyOf(history),
        clock.baseline(),
        clock.currentStage(),
        clock.currentPrompt(),
        spoken,
        clock.lastDecision(),
        clock.note(),
        clock.elapsedSeconds(hostNanos),
        clock.endSeconds(),
        clock.asking(),
        clock.pacing(),
        clock.pacerFree(),
        clock.currentBreath(),
        clock.sensor(hostNanos));
  }

  /** The judged ones, and behind them those that are too new to be judged. */
  private List<RrInterval> intervals(List<RrInterval> judged, long nowNanos) {
    long judgedTo = judged.isEmpty() ? 0 : judged.get(judged.size() - 1).endNanos();
    return Stream.concat(judged.stream(), intervals.stream().filter(i -> i.endNanos() > judgedTo))
        .filter(i -> i.endNanos() >= nowNanos - TACHOGRAM_NANOS)
        .toList();
  }

  private static Snapshot.Phase phase(Chain chain) {
    if (chain.ended()) {
      return Snapshot.Phase.ENDED;
    }
    if (chain.protocol().isEmpty()) {
      return Snapshot.Phase.LOOKING;
    }
    if (!chain.clock().conducts()) {
      return Snapshot.Phase.WATCHING;
    }
    return chain.clock().paused() ? Snapshot.Phase.PAUSED : Snapshot.Phase.SESSION;
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

  private OptionalDouble liveRate(long nowNanos) {
    double sum = 0;
    int count = 0;
    if (intervals.isEmpty() || intervals.getLast().endNanos() < nowNanos - STALE_NANOS) {
      return OptionalDouble.empty();
    }
    Iterator<RrInterval> newestFirst = intervals.descendingIterator();
    while (newestFirst.hasNext() && count < BEATS_OF_LIVE_RATE) {
      RrInterval interval = newestFirst.next();
      if (!interval.normal()) {
        continue;
      }
      if (interval.endNanos() < nowNanos - OLDEST_NANOS) {
        break;
      }
      sum += interval.millis();
      count++;
    }
    return count < FEWEST_BEATS_OF_LIVE_RATE
        ? OptionalDouble.empty()
        : OptionalDouble.of(60_000 * count / sum);
  }
}
