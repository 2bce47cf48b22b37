package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.FileBatch.FileOutcome;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.files.Evaluation;
import org.stillpoint.files.WaveBeats;
import org.stillpoint.files.WaveRecord;
import org.stillpoint.files.WaveformFile;
import org.stillpoint.signal.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the beat detector against reference beats. */
@Command(
    name = "evaluate-detector",
    mixinStandardHelpOptions = true,
    description = {
      "Scores the beat detector against the reference beats of records.",
      "Beats are paired one to one within 150 ms, in the terms of ANSI/AAMI EC57: Se is the share of"
          + " the reference beats that were found, +P the share of the detections that are beats."
          + " 'gross' counts the beats of all records together; 'average' is the mean of the"
          + " records.",
      "EC57 leaves out the first five minutes of each record for learning. Here nothing is left out"
          + " unless --from is given. Parts that the reference excludes are left out, and so is"
          + " ventricular flutter. For a pulse wave, one constant delay is removed first.",
      "'used' is the share of the detections whose quality is good or fair. 'Se used' and '+P used'"
          + " leave out the parts whose beats the detector itself does not trust."
    })
final class EvaluateDetectorCommand implements Callable<Integer> {
  private static final String DELAY = "delayMillis";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Se %", "sensitivityPercent", 2, e -> e.score().sensitivity()),
          new Column("+P %", "positivePredictivityPercent", 2, e -> e.score().predictivity()),
          new Column("F1 %", "f1Percent", 2, e -> e.score().f1()),
          new Column("RR err ms", "rrErrorMedianMillis", 1, e -> e.score().rrErrorMedianMillis()),
          new Column("95 % ms", "rrErrorP95Millis", 1, e -> e.score().rrErrorP95Millis()),
          new Column("delay ms", DELAY, 0, Evaluation::delayMillis),
          new Column("used %", "usedPercent", 1, Evaluation::usedPercent),
          new Column("Se used", "usedSensitivityPercent", 2, e -> e.used().sensitivity()),
          new Column("+P used", "usedPredictivityPercent", 2, e -> e.used().predictivity()));

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD|DIR",
      description =
          "A WFDB record with its annotations, or a waveform CSV with NAME.beats.txt beside it (or"
              + " NAME.ppg.beats.txt and NAME.ecg.beats.txt if it holds both waves).")
  private List<Path> records = List.of();

  @Option(
      names = "--annotator",
      paramLabel = "NAME",
      description =
          "Reference annotations of WFDB records: the extension of their file. Default: atr.")
  private String annotator = "atr";

  @Mixin private final SignalOptions signal = new SignalOptions();

  @Option(
      names = "--from",
      paramLabel = "SECONDS",
      description = "Ignore the beats before this time. EC57 uses 300.")
  private double from;

  @Option(names = "--csv", description = "Print the table as CSV.")
  private boolean csv;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A figure: its heading, its JSON key, its number of decimals, and how it is computed. */
  private record Column(
      String heading, String key, int decimals, ToDoubleFunction<Evaluation> value) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (json && csv) {
      throw Output.wrongUsage(spec, "--json and --csv exclude each other: choose one");
    }
    if (!(from >= 0)) {
      throw Output.wrongUsage(spec, "--from must be a number of seconds, 0 or more");
    }
    List<FileOutcome<Evaluation>> outcomes;
    try (Progress progress = new Progress(Output.errors(spec))) {
      outcomes = FileBatch.run(WaveRecord.all(records), this::evaluate, progress::show);
    }
    List<Evaluation> good = new ArrayList<>();
    for (FileOutcome<Evaluation> outcome : outcomes) {
      if (outcome.value() != null) {
        good.add(outcome.value());
      }
    }
    if (json) {
      printJson(good, outcomes.stream().filter(o -> o.value() == null).toList());
    } else if (!good.isEmpty()) {
      printTable(good);
    }
    PrintWriter err = Output.errors(spec);
    outcomes.stream().filter(o -> o.value() == null).forEach(o -> err.println(o.reason()));
    good.forEach(e -> e.notes().forEach(err::println));
    err.flush();
    return good.size() == outcomes.size() ? 0 : 1;
  }

  private Evaluation evaluate(Path record) throws IOException {
    WaveBeats wave = WaveformFile.detect(record, signal.kind(), signal.channel());
    return Evaluation.of(record, wave, WaveRecord.reference(record, annotator, wave.kind()), from);
  }

  private void printTable(List<Evaluation> evaluations) {
    List<String> heading =
        new ArrayList<>(List.of("record", "signal", "beats", "detected", "TP", "FN", "FP"));
    COLUMNS.forEach(c -> heading.add(c.heading()));
    Table table = new Table(heading.toArray(String[]::new));
    evaluations.forEach(
        e ->
            table.row(
                cells(
                    e.name(),
                    EnumWords.word(e.kind()),
                    counts(e.score()),
                    c -> c.value().applyAsDouble(e))));
    Evaluation gross = Evaluation.gross(evaluations);
    table.row(cells("gross", "", counts(gross.score()), c -> c.value().applyAsDouble(gross)));
    table.row(cells("average", "", List.of("", "", "", "", ""), c -> average(evaluations, c)));
    table.print(Output.of(spec), csv);
  }

  private static List<String> cells(
      String name, String signal, List<String> counts, ToDoubleFunction<Column> value) {
    List<String> cells = new ArrayList<>(List.of(name, signal));
    cells.addAll(counts);
    COLUMNS.forEach(c -> cells.add(Table.number(value.applyAsDouble(c), c.decimals())));
    return cells;
  }

  private static List<String> counts(BeatScore score) {
    return Arrays.stream(
            new int[] {
              score.reference(), score.detected(), score.matched(), score.missed(), score.extra()
            })
        .mapToObj(Integer::toString)
        .toList();
  }

  private static double average(List<Evaluation> evaluations, Column column) {
    if (column.key().equals(DELAY)) {
      return Double.NaN; // a mean of the delays of different sensors has no meaning
    }
    return evaluations.stream()
        .mapToDouble(column.value())
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  private void printJson(List<Evaluation> evaluations, List<FileOutcome<Evaluation>> failed) {
    ObjectNode all = JsonMapper.builder().build().createObjectNode();
    ArrayNode array = all.putArray("records");
    for (Evaluation evaluation : evaluations) {
      ObjectNode node = array.addObject();
      node.put("record", evaluation.name());
      node.put("signal", EnumWords.word(evaluation.kind()));
      fill(node, evaluation);
      ArrayNode notes = node.putArray("notes");
      evaluation.notes().forEach(notes::add);
    }
    ArrayNode failures = all.putArray("failed");
    for (FileOutcome<Evaluation> outcome : failed) {
      failures.addObject().put("record", outcome.file().toString()).put("error", outcome.reason());
    }
    if (!evaluations.isEmpty()) {
      fill(all.putObject("gross"), Evaluation.gross(evaluations));
      ObjectNode average = all.putObject("average");
      COLUMNS.forEach(c -> put(average, c.key(), average(evaluations, c)));
    }
    Output.of(spec).println(all);
    Output.of(spec).flush();
  }

  private static void fill(ObjectNode node, Evaluation evaluation) {
    BeatScore score = evaluation.score();
    node.put("referenceBeats", score.reference());
    node.put("detectedBeats", score.detected());
    node.put("truePositives", score.matched());
    node.put("falseNegatives", score.missed());
    node.put("falsePositives", score.extra());
    COLUMNS.forEach(c -> put(node, c.key(), c.value().applyAsDouble(evaluation)));
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }
}
