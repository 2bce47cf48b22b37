package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.participant.Family;
import org.stillpoint.report.CohortCharts;
import org.stillpoint.report.CohortCharts.Band;
import org.stillpoint.report.CohortCharts.Panel;
import org.stillpoint.report.CohortCharts.Spread;
import org.stillpoint.trial.Arm;
import org.stillpoint.trial.Estimate;
import org.stillpoint.trial.Figures;
import org.stillpoint.trial.StepSeries;
import org.stillpoint.trial.TrialResult;

/** Draws a trial as charts. */
final class EvaluationCharts {
  private EvaluationCharts() {}

  /**
   * Writes arousal.png and index.png, of the families on whom kinds of pacing were compared.
   *
   * @param folder created if it does not exist
   * @throws IOException when a file cannot be written
   */
  static void write(TrialResult result, Path folder) throws IOException {
    List<Panel> panels = new ArrayList<>();
    List<Spread> spreads = new ArrayList<>();
    for (Family family : result.families()) {
      if (!result.has(family, Arm.FIXED)) {
        continue;
      }
      List<Band> bands = new ArrayList<>();
      for (Arm arm : Arm.values()) {
        if (!result.has(family, arm)) {
          continue;
        }
        bands.add(band(result.of(family, arm), arm));
        List<Double> ends =
            result.of(family, arm).stream()
                .map(Figures::indexAtEnd)
                .filter(v -> !Double.isNaN(v))
                .toList();
        spreads.add(new Spread(family.word(), arm.word(), ends));
      }
      panels.add(new Panel(family.word(), bands));
    }
    String people = result.seeds() + " virtual people of each family";
    CohortCharts.writeArousal(panels, people, folder.resolve("arousal.png"));
    CohortCharts.writeIndex(spreads, people, folder.resolve("index.png"));
  }

  private static Band band(List<Figures> sessions, Arm arm) {
    int steps = sessions.stream().mapToInt(f -> f.arousal().size()).min().orElse(0);
    List<Double> minutes = new ArrayList<>();
    List<Double> mean = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int step = i;
      Estimate at =
          Estimate.of(sessions.stream().mapToDouble(f -> f.arousal().value(step)).toArray());
      minutes.add(StepSeries.seconds(i) / 60);
      mean.add(at.mean());
      low.add(at.low());
      high.add(at.high());
    }
    return new Band(arm.word(), minutes, mean, low, high);
  }
}
