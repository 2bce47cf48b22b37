package org.stillpoint.beat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Watches how the sensor sits, sample by sample, and keeps the advice steady enough to be read:
 * advice appears after the signal has been bad for two seconds, and disappears after it has been
 * good for two.
 *
 * <p>Any rate from 25 to 1000 Hz works. A contact report from the device takes precedence. A sensor
 * that sends intervals is judged by its contact report alone. The placement is unknown in the first
 * four seconds and for four seconds after a second without samples. The result depends only on the
 * samples and their times. <b>An instance belongs to one thread.</b>
 */
public final class PlacementCoach {
  private static final long STEP_NANOS = 500_000_000L;
  private static final long LONGEST_HOLE_NANOS = 1_000_000_000L;

  /** After this long without a sample the placement is unknown. */
  private static final long STALE_NANOS = 4_000_000_000L;

  /**
   * Bad verdicts, half a second apart, that lead to advice; a single jump affects three verdicts.
   */
  private static final int BAD_STEPS = 4;

  /**
   * Consecutive good verdicts that end the advice; each of them covers the second or two before it.
   */
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

  /** Creates a coach that has seen no sample yet. */
  public PlacementCoach() {}

  /** Sets the kind of sensor; {@link SensorKind#PPG} until this is called. */
  public void kind(SensorKind kind) {
    this.kind = kind;
  }

  /** Sets the limits of the converter's range. */
  public void range(double lowest, double highest) {
    judge.range(lowest, highest);
  }

  /** Takes the device's own report of whether it touches the skin. */
  public void contact(boolean touching) {
    this.touching = touching;
    if (!touching) {
      tell(Placement.NO_CONTACT);
    }
  }

  /**
   * Takes the time of an interval from a sensor that finds the beats itself; it shows that the
   * sensor is in contact.
   */
  public void interval(long timeNanos) {
    lastNanos = timeNanos;
  }

  /**
   * Takes the next sample. A sample that is not finite, or not later than the one before it, is
   * skipped.
   */
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
   * @param nowNanos the present, on the clock of the samples
   * @return {@link Placement#UNKNOWN} before the first sample and after 4 s without one; {@link
   *     Placement#NO_CONTACT} while the device reports no contact
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
