package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.testkit.ReferenceData;

/**
 * Windows of 300 s as measured by the PhysioNet Cardiovascular Signal Toolbox with MATLAB; its file
 * has five to nine digits. Its pNN50 also counts differences of exactly 50 ms, but none of these is
 * 50.
 */
class ToolboxWindowsTest {
  private static final double DIGITS = 6e-5;

  private static List<double[]> rows(String name) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ReferenceData.require("rr/" + name))) {
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        String[] cells = line.split(",", -1);
        double[] row = new double[cells.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void timeDomainAgreesInAllWindowsOfTheSameBeats() throws IOException {
    List<double[]> beats = rows("toolbox_nsr001_2h.nn.csv");
    int compared = 0;
    for (double[] window : rows("toolbox_nsr001_2h.windows.csv")) {
      double[] nn =
          beats.stream()
              .filter(b -> b[0] >= window[0] && b[0] < window[1])
              .mapToDouble(b -> b[1])
              .toArray();
      if (nn.length != (int) window[12]) {
        continue;
      }
      compared++;
      TimeDomain time = TimeDomain.of(nn);
      Poincare plot = Poincare.of(nn);
      same(time.meanNn(), window[2]);
      same(time.medianNn(), window[3]);
      same(time.sdnn() * time.sdnn(), window[5]);
      same(time.sdnn(), window[9]);
      same(time.rmssd(), window[10]);
      same(time.pnn50() / 100, window[11]);
      same(plot.sd1(), window[24]);
      same(plot.sd2FromSdnn(), window[25]);
      same(plot.sd1() / plot.sd2FromSdnn(), window[26]);
    }
    assertThat(compared).isGreaterThanOrEqualTo(229); // of 231; in two the file has other beats
  }

  private static void same(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(DIGITS * Math.abs(theirs)));
  }
}
