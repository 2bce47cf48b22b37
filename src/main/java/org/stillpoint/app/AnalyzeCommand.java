package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.FileBatch.FileOutcome;
import org.stillpoint.files.IntervalFiles;
import org.stillpoint.hrv.SmoothnessPriors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the heart-rate variability of files of intervals. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the heart-rate variability of files of intervals.",
      "The measures are time domain, geometric, spectra, Poincare plot, entropies and fluctuation"
          + " analysis.",
      "The intervals are used as they are unless --correct or --detrend is given. For several files,"
          + " or the files in a folder, it prints a table with one row per file.",
      "With --json, every number is printed that can be computed; 'notes' names those for which the"
          + " series is too short to give them a meaning. The text output leaves these out."
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "Intervals in ms or s, one per line, or an export of Kubios, Polar, Elite HRV or HRV"
              + " Logger.")
  private List<Path> files = List.of();

  @Option(
      names = "--correct",
      description = "Correct missed, extra and early beats first (Lipponen and Tarvainen 2019).")
  private boolean correct;

  @Option(
      names = "--detrend",
      description =
          "Remove the slow trend of the intervals first (smoothness priors, Tarvainen 2002).")
  private boolean detrend;

  @Option(
      names = "--lambda",
      paramLabel = "LAMBDA",
      description = "Smoothness of the trend to remove. Default: 500, as in Kubios HRV.")
  private @Nullable Double lambda;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--csv", description = "Print a table as CSV, with every number.")
  private boolean csv;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (json && csv) {
      throw Output.wrongUsage(spec, "--json and --csv exclude each other: choose one");
    }
    Double given = lambda;
    if (given != null && !(given > 0 && given <= 1e6)) {
      throw Output.wrongUsage(spec, "--lambda must be above 0 and at most 1000000");
    }
    if (given != null && !detrend) {
      throw Output.wrongUsage(spec, "--lambda needs --detrend: add it, or leave --lambda out");
    }
    if (files.size() == 1 && !csv && !Files.isDirectory(files.get(0))) {
      one(files.get(0));
      return 0;
    }
    List<FileOutcome<SeriesReport>> outcomes;
    try (Progress progress = new Progress(Output.errors(spec))) {
      outcomes = FileBatch.run(IntervalFiles.all(files), this::measure, progress::show);
    }
    List<FileOutcome<SeriesReport>> good =
        outcomes.stream().filter(o -> o.value() != null).toList();
    if (json) {
      printJson(outcomes);
    } else if (!good.isEmpty()) {
      new SeriesTable(good).print(Output.of(spec), csv);
    }
    PrintWriter err = Output.errors(spec);
    for (FileOutcome<SeriesReport> outcome : outcomes) {
      SeriesReport report = outcome.value();
      if (report == null) {
        err.println(outcome.reason());
      } else {
        report.sentences().forEach(err::println);
      }
    }
    err.flush();
    return good.size() == outcomes.size() ? 0 : 1;
  }

  private SeriesReport measure(Path file) throws IOException {
    double smooth = lambda == null ? SmoothnessPriors.LAMBDA : lambda;
    return SeriesReport.of(file, correct, detrend ? smooth : 0);
  }

  private void one(Path file) throws IOException {
    SeriesReport report = measure(file);
    PrintWriter out = Output.of(spec);
    PrintWriter err = Output.errors(spec);
    if (json) {
      out.println(report.json());
      report.sentences().forEach(err::println);
    } else {
      report.print(out);
      report.said().forEach(err::println);
    }
    out.flush();
    err.flush();
  }

  private void printJson(List<FileOutcome<SeriesReport>> outcomes) {
    ArrayNode all = JsonMapper.builder().build().createArrayNode();
    for (FileOutcome<SeriesReport> outcome : outcomes) {
      ObjectNode node = all.addObject().put("file", outcome.file().toString());
      SeriesReport report = outcome.value();
      if (report == null) {
        node.put("error", outcome.reason());
      } else {
        node.setAll(report.json());
        node.put("elapsedSeconds", outcome.seconds());
      }
    }
    PrintWriter out = Output.of(spec);
    out.println(all);
    out.flush();
  }

  /** The table of several files: the most important numbers, or as CSV every number. */
  private record SeriesTable(List<FileOutcome<SeriesReport>> outcomes) {
    private static final List<String> FIRST =
        List.of(
            "time.n",
            "time.durationS",
            "time.meanHr",
            "time.sdnn",
            "time.rmssd",
            "time.pnn50",
            "welch.lf",
            "welch.hf",
            "nonlinear.sd1",
            "nonlinear.sampen",
            "nonlinear.dfaAlpha1");

    void print(PrintWriter out, boolean all) {
      List<String> keys = all ? SeriesReport.keys(outcomes) : FIRST;
      List<String> heading = new ArrayList<>();
      heading.add("file");
      keys.forEach(key -> heading.add(all ? key : key.substring(key.indexOf('.') + 1)));
      heading.addAll(List.of("artefactPercent", "analysable", "tookS"));
      Table table = new Table(heading.toArray(String[]::new));
      for (FileOutcome<SeriesReport> outcome : outcomes) {
        SeriesReport report = java.util.Objects.requireNonNull(outcome.value());
        List<String> cells = new ArrayList<>();
        cells.add(all ? outcome.file().toString() : outcome.file().getFileName().toString());
        keys.forEach(key -> cells.add(all ? report.exact(key) : report.shown(key)));
        cells.add(Table.number(100 * report.correction().artefactShare(), 1));
        cells.add(report.correction().analysable() ? "yes" : "no");
        cells.add(Table.number(outcome.seconds(), 2));
        table.row(cells);
      }
      table.print(out, all);
    }
  }
}
