package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.participant.Family;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.signal.EnumWords;
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
      "Tests pacing on virtual people, and compares three kinds of it.",
      "Their sessions go through the whole chain, with pacing by the person's own index (adaptive),"
          + " with the script as written (fixed), and with the decisions made for another person"
          + " (yoked).",
      "It shows whether the control works: the bounds are kept, sessions end on time, and the right"
          + " people are supported. It cannot show that a session heals anyone: the people are"
          + " simulated.",
      "The families say what has to happen: who settles, who only breathes differently, who needs"
          + " care. Each target has its figure. The command exits with 1 when a target is missed,"
          + " except one that is only watched.",
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
          "Number of people of each family, at least 2; of families that only show how people are"
              + " cared for, at most 300. The same number always gives the same people.")
  private int seeds;

  @Option(
      names = "--minutes",
      defaultValue = "20",
      paramLabel = "T",
      description = "Length of the sessions in minutes. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--families",
      split = ",",
      paramLabel = "FAMILY",
      completionCandidates = SimulateCommand.Families.class,
      description =
          "Families to evaluate, separated by commas: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<String> families = List.of();

  @Option(
      names = "--allow-missed",
      description = "Exit with 0 even if targets are missed, as research needs it.")
  private boolean allowMissed;

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
    Set<Family> chosen = chosen();
    if (throughBytes < 0) {
      throw Output.wrongUsage(spec, "--through-bytes must be 0 or more");
    }
    Script script = script();
    int cores = Runtime.getRuntime().availableProcessors();
    TrialResult result;
    Map<Family, ByteCheck.Agreement> bytes;
    try (Progress progress = new Progress(Output.errors(spec))) {
      result = new Trial(script, seeds, chosen).run(cores, progress::show);
      bytes = ByteCheck.run(script, chosen, throughBytes, cores);
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
    return code(targets, allowMissed);
  }

  /** What the command ends with: 1 when a target is missed, unless that is allowed. */
  static int code(List<Targets.Target> targets, boolean allowed) {
    return allowed || targets.stream().noneMatch(Targets.Target::missed) ? 0 : 1;
  }

  private Set<Family> chosen() {
    Set<Family> chosen = EnumSet.noneOf(Family.class);
    for (String word : families) {
      chosen.add(
          Family.named(word)
              .orElseThrow(
                  () ->
                      Output.wrongUsage(
                          spec,
                          "'"
                              + word
                              + "' is not a family of virtual people: choose from "
                              + Family.words())));
    }
    return chosen.isEmpty() ? EnumSet.allOf(Family.class) : chosen;
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
    if (result.families().stream().anyMatch(f -> result.has(f, Arm.FIXED))) {
      to.println();
      to.println("Mean hidden arousal after the baseline, difference within each person:");
      differences(result).print(to, false);
    }
    if (!bytes.isEmpty()) {
      to.println();
      to.println("The same people, from their pulse wave and from intervals:");
      bytes(bytes).print(to, false);
    }
    to.println();
    targets(targets).print(to, false);
    result.all().flatMap(f -> f.broken().stream()).limit(MOST_SHOWN).forEach(to::println);
    long missed = targets.stream().filter(Targets.Target::missed).count();
    to.println();
    to.println(
        missed == 0
            ? "No target was missed."
            : missed + (missed == 1 ? " target was missed." : " targets were missed."));
    to.flush();
  }

  private static Table targets(List<Targets.Target> targets) {
    Table table = new Table("about", "target", "wanted", "figure", "reached");
    targets.forEach(
        t ->
            table.row(
                List.of(
                    EnumWords.word(t.kind()),
                    t.name(),
                    t.wanted(),
                    Table.number(t.figure(), 3),
                    t.reached() ? "yes" : t.missed() ? "NO" : "no")));
    return table;
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
    for (Family family : result.families()) {
      for (Arm arm : Arm.values()) {
        if (!result.has(family, arm)) {
          continue;
        }
        Estimate index = result.mean(family, arm, Figures::indexAtEnd);
        table.row(
            List.of(
                family.word(),
                arm.word(),
                interval(result.mean(family, arm, Figures::meanArousal), 3),
                Table.number(result.mean(family, arm, Figures::finalArousal).mean(), 3),
                interval(index, 1),
                Table.number(100.0 * index.count() / result.of(family, arm).size(), 0),
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
    for (Family family : result.families()) {
      if (!result.has(family, Arm.FIXED)) {
        continue;
      }
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
