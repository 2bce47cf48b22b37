package org.stillpoint.beat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Watches how the sensor sits, sample by sample, and keeps an advice steady enough to be read: one
 * appears when the signal has been bad for two seconds, and goes when it has been good for two.
 *
 * <p>Any rate from 25 to 1000 Hz will do. What the device says of its contact comes first. A sensor
 * that sends intervals is judged by its contact alone. The first four seconds, and those after a
 * second without samples, are unknown. What is decided depends on the samples and their times
 * alone. <b>An instance belongs to one thread.</b>
 */
public final class PlacementCoach {
  private static final long STEP_NANOS = 500_000_000L;
  private static final long LONGEST_HOLE_NANOS = 1_000_000_000L;

  /** With nothing newer than this the sensor may sit anywhere by now. */
  private static final long STALE_NANOS = 4_000_000_000L;

  /** So many bad verdicts, half a second apart, make an advice: a single jump is seen by three. */
  private static final int BAD_STEPS = 4;

  /** Good verdicts in a row that end it; each of them knows of the second or two before it. */
  private static final int GOOD_STEPS = 2;

  private final SampleRing samples = new SampleRing();
  private final PlacementJudge judge = new PlacementJudge(samples);
  private final EnumMap<Placement, Integer> votes = new EnumMap<>(Placement.class);
  private SensorKind kind = SensorKind.PPG;
  private boolean touching = true;
  private long lastNanos = Long.MIN_VALUE;
  private long nextStepNanos;
  private Placement shown = Placement.UNKNOWN;
  private Placement lastVerdict = Placement.UNKNOWN;
  private int same;
  private int bad;

  /** A coach who has seen nothing yet. */
  public PlacementCoach() {}

  /** What is measured; a pulse wave by light until this is called. */
  public void kind(SensorKind kind) {
    this.kind = kind;
  }

  /** The ends of the converter's range are known. */
  public void range(double lowest, double highest) {
    judge.range(lowest, highest);
  }

  /** The device says whether it touches the skin. */
  public void contact(boolean touching) {
    this.touching = touching;
    if (!touching) {
      tell(Placement.NO_CONTACT);
    }
  }

  /** An interval of a sensor that finds the beats itself: it feels the heart. */
  public void interval(long timeNanos) {
    lastNanos = timeNanos;
  }

  /** The next sample; one that is not later than the one before, or not finite, is left out. */
  public void accept(PulseSample sample) {
    if (!Double.isFinite(sample.value()) || sample.timeNanos() <= lastNanos) {
      return;
    }
    if (samples.isEmpty() || sample.timeNanos() - lastNanos > LONGEST_HOLE_NANOS) {
      begin(sample.timeNanos());
    }
    lastNanos = sample.timeNanos();
    samples.add(sample);
    if (lastNanos >= nextStepNanos) {
      nextStepNanos += STEP_NANOS;
      weigh(touching ? judge.judge(kind) : Placement.NO_CONTACT);
    }
  }

  private void begin(long timeNanos) {
    samples.clear();
    nextStepNanos = timeNanos + PulseBand.SPAN_NANOS;
    tell(Placement.UNKNOWN);
  }

  private void tell(Placement now) {
    shown = now;
    bad = 0;
    votes.clear();
  }

  private void weigh(Placement verdict) {
    same = verdict == lastVerdict ? same + 1 : 1;
    lastVerdict = verdict;
    if (verdict.bad()) {
      bad++;
      votes.merge(verdict, 1, Integer::sum);
      boolean another = shown.bad() && same >= BAD_STEPS;
      if (another || (!shown.bad() && bad >= BAD_STEPS)) {
        shown = another ? verdict : mostFrequent();
      }
    } else if (same >= (verdict == Placement.GOOD ? GOOD_STEPS : BAD_STEPS)) {
      tell(verdict);
    }
  }

  private Placement mostFrequent() {
    return Collections.max(votes.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /**
   * How the sensor sits.
   *
   * @param nowNanos the present, in the time of the samples
   */
  public Placement placement(long nowNanos) {
    if (!touching) {
      return Placement.NO_CONTACT;
    }
    if (lastNanos == Long.MIN_VALUE || nowNanos - lastNanos > STALE_NANOS) {
      return Placement.UNKNOWN;
    }
    return kind == SensorKind.INTERVALS ? Placement.GOOD : shown;
  }
}
