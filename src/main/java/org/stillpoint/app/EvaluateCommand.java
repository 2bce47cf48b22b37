package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.participant.Family;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.trial.Arm;
import org.stillpoint.trial.ByteCheck;
import org.stillpoint.trial.Estimate;
import org.stillpoint.trial.Figures;
import org.stillpoint.trial.Targets;
import org.stillpoint.trial.Trial;
import org.stillpoint.trial.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs virtual people in the control loop, and compares kinds of pacing. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Compares three kinds of pacing on virtual people.",
      "Their sessions go through the whole chain, with pacing by the person's own index (adaptive),"
          + " with the script as written (fixed), and with the decisions made for another person"
          + " (yoked).",
      "It shows whether the control works: the bounds are kept, sessions end on time, and the right"
          + " people are supported. It cannot show that a session heals anyone: the people are"
          + " simulated.",
      "Hidden arousal is 1 at the start and 0 when a person has settled completely. Intervals are"
          + " 95 %% confidence intervals."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final String PROGRAMME = "back-pain";
  private static final int MOST_SHOWN = 10;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seeds",
      required = true,
      paramLabel = "N",
      description =
          "Number of people of each family, at least 2. The same number always gives the same"
              + " people.")
  private int seeds;

  @Option(
      names = "--minutes",
      defaultValue = "20",
      paramLabel = "T",
      description = "Length of the sessions in minutes. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--through-bytes",
      defaultValue = "2",
      paramLabel = "K",
      description =
          "Number of people of each family to run again from their pulse wave, to compare the"
              + " decisions with those made from intervals. Default: ${DEFAULT-VALUE}.")
  private int throughBytes;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write two charts to: arousal.png and index.png.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seeds < Trial.FEWEST_SEEDS) {
      throw Output.wrongUsage(spec, "--seeds must be at least " + Trial.FEWEST_SEEDS);
    }
    if (throughBytes < 0) {
      throw Output.wrongUsage(spec, "--through-bytes must be 0 or more");
    }
    Script script = script();
    int cores = Runtime.getRuntime().availableProcessors();
    TrialResult result;
    Map<Family, ByteCheck.Agreement> bytes;
    try (Progress progress = new Progress(Output.errors(spec))) {
      result = new Trial(script, seeds).run(cores, progress::show);
      bytes = ByteCheck.run(script, throughBytes, cores);
    }
    List<Targets.Target> targets = Targets.of(result);
    if (out != null) {
      EvaluationCharts.write(result, out);
    }
    if (json) {
      ObjectNode node = JsonMapper.builder().build().createObjectNode();
      EvaluationJson.fill(node, result, targets, bytes);
      Output.of(spec).println(node);
      Output.of(spec).flush();
    } else {
      print(result, targets, bytes);
    }
    return 0;
  }

  private Script script() {
    try {
      return ProgrammeReader.shipped(PROGRAMME).forMinutes(minutes);
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(spec, "--minutes: " + e.getMessage());
    }
  }

  private void print(
      TrialResult result, List<Targets.Target> targets, Map<Family, ByteCheck.Agreement> bytes) {
    PrintWriter to = Output.of(spec);
    to.printf(
        "%d people of each family, %d minutes, %d sessions%n%n",
        seeds, minutes, result.all().count());
    figures(result).print(to, false);
    to.println();
    to.println("Mean hidden arousal after the baseline, difference within each person:");
    differences(result).print(to, false);
    if (!bytes.isEmpty()) {
      to.println();
      to.println("The same people, from their pulse wave and from intervals:");
      bytes(bytes).print(to, false);
    }
    to.println();
    Table table = new Table("target", "wanted", "figure", "reached");
    targets.forEach(
        t ->
            table.row(
                List.of(
                    t.name(),
                    t.wanted(),
                    Table.number(t.figure(), 3),
                    t.reached() ? "yes" : "NO")));
    table.print(to, false);
    result.all().flatMap(f -> f.broken().stream()).limit(MOST_SHOWN).forEach(to::println);
    to.flush();
  }

  private static Table figures(TrialResult result) {
    Table table =
        new Table(
            "family",
            "pacing",
            "arousal",
            "at end",
            "index at end",
            "known %",
            "rank corr",
            "held %",
            "restless %",
            "adapted");
    for (Family family : Family.values()) {
      for (Arm arm : Arm.values()) {
        Estimate index = result.mean(family, arm, Figures::indexAtEnd);
        table.row(
            List.of(
                family.word(),
                arm.word(),
                interval(result.mean(family, arm, Figures::meanArousal), 3),
                Table.number(result.mean(family, arm, Figures::finalArousal).mean(), 3),
                interval(index, 1),
                Table.number(100.0 * index.count() / result.seeds(), 0),
                Table.number(result.mean(family, arm, Figures::rankCorrelation).mean(), 2),
                Table.number(100 * result.mean(family, arm, Figures::heldShare).mean(), 1),
                Table.number(100 * result.mean(family, arm, Figures::restlessShare).mean(), 1),
                Table.number(result.mean(family, arm, Figures::adaptations).mean(), 1)));
      }
    }
    return table;
  }

  private static Table differences(TrialResult result) {
    Table table = new Table("family", "adaptive - fixed", "adaptive - yoked");
    for (Family family : Family.values()) {
      table.row(
          List.of(
              family.word(),
              interval(result.difference(family, Arm.ADAPTIVE, Arm.FIXED, Figures::meanArousal), 4),
              interval(
                  result.difference(family, Arm.ADAPTIVE, Arm.YOKED, Figures::meanArousal), 4)));
    }
    return table;
  }

  private static Table bytes(Map<Family, ByteCheck.Agreement> bytes) {
    Table table = new Table("family", "looks", "same", "same %", "largest index difference");
    bytes.forEach(
        (family, found) ->
            table.row(
                List.of(
                    family.word(),
                    Integer.toString(found.looks()),
                    Integer.toString(found.alike()),
                    Table.number(100 * found.share(), 1),
                    Table.number(found.largestDistance(), 1))));
    return table;
  }

  private static String interval(Estimate estimate, int decimals) {
    return Table.number(estimate.mean(), decimals)
        + " ["
        + Table.number(estimate.low(), decimals)
        + ", "
        + Table.number(estimate.high(), decimals)
        + "]";
  }
}
