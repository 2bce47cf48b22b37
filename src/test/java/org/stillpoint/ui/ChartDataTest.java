package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class ChartDataTest {
  @Test
  void keepsTheExtremesOfEveryColumn() {
    double[] xs = IntStream.range(0, 4000).mapToDouble(i -> i / 500.0).toArray();
    double[] ys = IntStream.range(0, 4000).mapToDouble(i -> Math.sin(i / 40.0)).toArray();
    ys[1234] = 9;
    ys[2345] = -9;
    double[][] thin = Decimator.thin(xs, ys, 500);
    assertThat(thin[0].length).isEqualTo(thin[1].length).isBetween(500, 1002);
    assertThat(thin[1]).contains(9, -9);
    assertThat(thin[0]).isSorted();
  }

  @Test
  void neverSpacesEvenly() {
    double[][] few = Decimator.thin(new double[] {0, 1, 2, 3}, new double[] {5, 6, 7, 8}, 100);
    assertThat(few[0][1]).isNotEqualTo(1);
    assertThat(few[1]).containsExactly(5, 6, 7, 8);
  }

  @Test
  void thinsWavesWithHoles() {
    double[] xs = IntStream.range(0, 3000).mapToDouble(i -> i < 1500 ? i : i + 9000).toArray();
    double[][] thin = Decimator.thin(xs, new double[3000], 200);
    assertThat(thin[0]).isSorted();
    assertThat(thin[0][0]).isZero();
  }

  @Test
  void marksLieOnTheWave() {
    double[] xs = {-2, -1, 0};
    double[] ys = {0, 10, 20};
    double[] beats = WaveMath.inside(new long[] {1, 8_500_000_000L, 10_000_000_000L}, 10, xs);
    assertThat(beats).containsExactly(-1.5, 0);
    assertThat(WaveMath.at(xs, ys, beats)).containsExactly(5, 20);
  }

  @Test
  void theLineBreaksAtWhatIsSetAside() {
    TachogramLines lines =
        new TachogramLines(
            List.of(
                new RrInterval(1_000_000_000L, 900, RrLabel.NORMAL, false),
                new RrInterval(2_000_000_000L, 910, RrLabel.NORMAL, true),
                new RrInterval(4_000_000_000L, 1900, RrLabel.LONG, true),
                new RrInterval(5_000_000_000L, 905, RrLabel.NORMAL, true)),
            60_000_000_000L);
    assertThat(lines.normalY()).containsExactly(Double.NaN, 900, 910, Double.NaN, 905);
    assertThat(lines.low()).isEqualTo(800);
    assertThat(lines.high()).isEqualTo(1000);
    assertThat(lines.asideY()).containsExactly(990);
    assertThat(lines.asideX()[0]).isEqualTo(-56 / 60.0);
  }
}
