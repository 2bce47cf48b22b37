package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.FileBatch.FileOutcome;
import org.stillpoint.files.WaveBeats;
import org.stillpoint.files.WaveRecord;
import org.stillpoint.files.WaveformFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the beats in waveform files. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the beats in waveforms.",
      "For one file, it prints their times in seconds from the first sample; for several files, or"
          + " the files in a folder, a table with one row per file."
    })
final class DetectCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "A waveform CSV with its sampling rate, or a WFDB record (NAME, NAME.hea or NAME.dat) in"
              + " format 16 or 212.")
  private List<Path> files = List.of();

  @Mixin private final SignalOptions signal = new SignalOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--csv", description = "Print the table as CSV.")
  private boolean csv;

  /** The table row of a file. */
  private record DetectedFile(
      double rateHz,
      double seconds,
      int beats,
      double heartRate,
      double quality,
      List<String> notes) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (json && csv) {
      throw Output.wrongUsage(spec, "--json and --csv exclude each other: choose one");
    }
    if (files.size() == 1 && !csv && !Files.isDirectory(files.get(0))) {
      one(files.get(0));
      return 0;
    }
    List<FileOutcome<DetectedFile>> outcomes;
    try (Progress progress = new Progress(Output.errors(spec))) {
      outcomes = FileBatch.run(WaveRecord.all(files), this::row, progress::show);
    }
    if (json) {
      printJson(outcomes);
    } else if (outcomes.stream().anyMatch(o -> o.value() != null)) {
      printTable(outcomes);
    }
    PrintWriter err = Output.errors(spec);
    boolean allGood = true;
    for (FileOutcome<DetectedFile> outcome : outcomes) {
      if (outcome.value() == null) {
        allGood = false;
        err.println(outcome.reason());
      } else {
        outcome.value().notes().forEach(err::println);
      }
    }
    err.flush();
    return allGood ? 0 : 1;
  }

  private WaveBeats detect(Path file) throws IOException {
    return WaveformFile.detect(file, signal.kind(), signal.channel());
  }

  private void one(Path file) throws IOException {
    WaveBeats wave = detect(file);
    PrintWriter out = Output.of(spec);
    if (json) {
      ObjectNode node = JsonMapper.builder().build().createObjectNode();
      node.put("samplingRateHz", wave.rateHz());
      ArrayNode seconds = node.putArray("beatSeconds");
      for (double time : wave.beatSeconds()) {
        seconds.add(time);
      }
      node.put("quality", wave.quality());
      out.println(node);
    } else {
      for (double time : wave.beatSeconds()) {
        out.printf(Locale.ROOT, "%.4f%n", time);
      }
    }
    out.flush();
    PrintWriter err = Output.errors(spec);
    wave.notes().forEach(err::println);
    err.flush();
  }

  private DetectedFile row(Path file) throws IOException {
    WaveBeats wave = detect(file);
    return new DetectedFile(
        wave.rateHz(),
        wave.seconds(),
        wave.beats().size(),
        wave.meanHeartRate(),
        wave.quality(),
        wave.notes());
  }

  private void printTable(List<FileOutcome<DetectedFile>> outcomes) {
    Table table =
        new Table("file", "rate Hz", "length s", "beats", "mean per min", "quality", "took s");
    for (FileOutcome<DetectedFile> outcome : outcomes) {
      DetectedFile row = outcome.value();
      if (row != null) {
        table.row(
            List.of(
                outcome.file().toString(),
                Table.number(row.rateHz(), 1),
                Table.number(row.seconds(), 1),
                Integer.toString(row.beats()),
                Table.number(row.heartRate(), 1),
                Table.number(row.quality(), 3),
                Table.number(outcome.seconds(), 2)));
      }
    }
    table.print(Output.of(spec), csv);
  }

  private void printJson(List<FileOutcome<DetectedFile>> outcomes) {
    ArrayNode all = JsonMapper.builder().build().createArrayNode();
    for (FileOutcome<DetectedFile> outcome : outcomes) {
      ObjectNode node = all.addObject().put("file", outcome.file().toString());
      DetectedFile row = outcome.value();
      if (row == null) {
        node.put("error", outcome.reason());
        continue;
      }
      node.put("samplingRateHz", row.rateHz());
      node.put("lengthSeconds", row.seconds());
      node.put("beats", row.beats());
      node.put("meanHeartRate", Double.isNaN(row.heartRate()) ? null : row.heartRate());
      node.put("quality", row.quality());
      node.put("elapsedSeconds", outcome.seconds());
    }
    Output.of(spec).println(all);
    Output.of(spec).flush();
  }
}
