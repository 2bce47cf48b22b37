package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

class TimebaseTest {
  private static final long CLUMP = 16_000_000;

  private final Signal out = new Signal();
  private final Timebase timebase = new Timebase(out);

  private static final class Signal implements SignalHandler {
    private final List<PulseSample> samples = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long lost;

    @Override
    public void sample(PulseSample sample) {
      samples.add(sample);
    }

    @Override
    public void interval(long timeNanos, double millis) {}

    @Override
    public void gap(Gap gap) {
      gaps.add(gap);
    }

    @Override
    public void contact(boolean touching) {}

    @Override
    public void identified(DeviceIdentity identity) {}

    @Override
    public void fault(Fault fault, long count) {
      lost += count;
    }
  }

  /** A sample of a device without a clock, sent at {@code sentNanos}, delivered in USB batches. */
  private void counted(double sentNanos) {
    long clump = (long) Math.ceil(sentNanos / CLUMP) * CLUMP;
    timebase.arrived(clump);
    timebase.countedSample(sentNanos);
  }

  @ParameterizedTest
  @ValueSource(doubles = {48.75, 49.5, 50, 100})
  void theRateOfADeviceWithoutClockIsFitted(double rate) {
    for (int n = 1; n < 60 * rate; n++) {
      counted(n * 1e9 / rate);
    }

    assertThat(timebase.fittedRateHz().orElseThrow()).isCloseTo(rate, within(rate * 0.0005));
    PulseSample a = out.samples.get((int) (20 * rate));
    PulseSample b = out.samples.get((int) (50 * rate));
    double trueNanos = b.value() - a.value();
    assertThat((b.timeNanos() - a.timeNanos()) / trueNanos).isCloseTo(1, within(0.001));
    assertThat(out.gaps).isEmpty();
  }

  @Test
  void timesOfADeviceWithoutClockAlwaysRiseWithoutAJump() {
    for (int n = 1; n < 3000; n++) {
      counted(n * 1e9 / 49);
    }

    for (int i = 1; i < out.samples.size(); i++) {
      long step = out.samples.get(i).timeNanos() - out.samples.get(i - 1).timeNanos();
      assertThat(step / 1e6).isBetween(19.8, 21.0);
    }
  }

  @Test
  void linesThatNeverCameAreAGapOfTheirLength() {
    double rate = 49;
    for (int n = 1; n < 3000; n++) {
      if (n < 1500 || n >= 1549) {
        counted(n * 1e9 / rate);
      }
    }

    assertThat(out.gaps).hasSize(1);
    assertThat(out.gaps.get(0).seconds()).isCloseTo(1.0, within(0.08));
    assertThat(out.lost).isBetween(47L, 51L);
    assertThat(out.samples).hasSize(2999 - 49);
  }

  @Test
  void aBusyHostThatCatchesUpLosesNothing() {
    double rate = 49;
    for (int n = 1; n < 3000; n++) {
      double sent = n * 1e9 / rate;
      boolean stalled = sent > 30e9 && sent < 30.4e9;
      timebase.arrived(stalled ? 30_400_000_000L : (long) Math.ceil(sent / CLUMP) * CLUMP);
      timebase.countedSample(sent);
    }

    assertThat(out.gaps).isEmpty();
    assertThat(out.lost).isZero();
  }

  @Test
  void aHoleInAClockedStreamIsAGapOnlyWhenABeatCouldHide() {
    for (int n = 0; n < 1000; n++) {
      boolean shortHole = n >= 300 && n < 320;
      boolean longHole = n >= 600 && n < 700;
      if (!shortHole && !longHole) {
        timebase.arrived(n * 2_000_000L);
        timebase.clockedSample(n * 2_000_000L, n);
      }
    }

    assertThat(out.gaps).hasSize(1);
    assertThat(out.gaps.get(0).seconds()).isCloseTo(0.202, within(1e-9));
    assertThat(out.gaps.get(0).cause()).isEqualTo(Gap.Cause.LOST_SAMPLES);
  }

  @Test
  void aRestartedDeviceGoesOnAtTheHostsTimeAfterAGap() {
    timebase.arrived(1_000_000_000L);
    timebase.clockedSample(500, 1);
    timebase.restarted();
    timebase.arrived(4_000_000_000L);
    timebase.clockedSample(7, 2);

    assertThat(out.gaps).containsExactly(new Gap(1_000_000_000L, 4_000_000_000L, Gap.Cause.RESET));
    assertThat(out.samples.get(1).timeNanos()).isEqualTo(4_000_000_000L);
  }

  @Test
  void aDeviceThatWentOnWhileTheHostSleptIsPlacedAnew() {
    timebase.arrived(1_000_000_000L);
    timebase.clockedSample(0, 1);
    timebase.arrived(1_100_000_000L);
    timebase.clockedSample(60_000_000_000L, 2);

    assertThat(out.gaps).hasSize(1);
    assertThat(out.samples.get(1).timeNanos()).isEqualTo(1_100_000_000L);
  }

  @Test
  void aSampleWhoseTimeDoesNotAdvanceIsAFault() {
    timebase.arrived(1_000_000_000L);
    timebase.clockedSample(5, 1);
    timebase.clockedSample(5, 2);
    timebase.clockedSample(4, 3);

    assertThat(out.samples).hasSize(1);
    assertThat(out.lost).isEqualTo(2);
  }

  @Test
  void aSlowClockFallsBehindAndSaysSo() {
    for (long host = 0; host < 600_000_000_000L; host += 20_000_000) {
      timebase.arrived(host);
      timebase.clockedSample(Math.round(host * 0.997), 0);
    }

    assertThat(timebase.lagNanos() / 1e9).isCloseTo(1.8, within(0.1));
  }

  @Test
  void aDelayTakenForALossIsTakenBack() {
    double rate = 49;
    for (int n = 1; n < 6000; n++) {
      double sent = n * 1e9 / rate;
      double seconds = sent / 1e9;
      double late = 0;
      if (seconds > 40 && seconds < 42) {
        late = 0.7e9 * (1 - Math.abs(seconds - 41)); // grows for a second, drains for a second
      }
      timebase.arrived(Math.round(sent + late));
      timebase.countedSample(sent);
    }

    assertThat(out.gaps).isNotEmpty().allMatch(g -> g.toNanos() < 47e9);
    PulseSample a = out.samples.get(out.samples.size() - 1500);
    PulseSample b = out.samples.get(out.samples.size() - 10);
    assertThat((b.timeNanos() - a.timeNanos()) / (b.value() - a.value()))
        .isCloseTo(1, within(0.002));
  }

  @Test
  void driftIsUnknownBefore45Seconds() {
    for (int n = 0; n < 1000; n++) {
      timebase.arrived(n * 2_000_000L);
      timebase.clockedSample(n * 2_000_000L, n);
    }

    assertThat(timebase.driftPpm()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 0.005, 0.03})
  void aClockFarOffMakesNoGapHoweverLongItRuns(double fast) {
    double rate = 25;
    for (long n = 0; n < 2 * 3600 * rate; n++) {
      timebase.arrived(Math.round(n * 1e9 / rate));
      timebase.clockedSample(Math.round(n * 1e9 / rate * (1 + fast)), (double) n);
    }

    assertThat(out.gaps).isEmpty();
    assertThat(out.lost).isZero();
    assertThat(out.samples).hasSize((int) (2 * 3600 * rate));
  }
}
