package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the beats of a waveform file. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "Prints the beat times of a waveform file, in seconds from its first sample.")
final class DetectCommand implements Callable<Integer> {

  /** What a waveform file may hold. */
  enum Signal {
    ECG,
    PPG
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Waveform file (CSV with a sampling rate).")
  private Path file = Path.of("");

  @Option(names = "--signal", required = true, description = "ecg or ppg.")
  private Signal signal = Signal.PPG;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    WaveformFile wave = WaveformFile.detect(file, signal.name().toLowerCase(Locale.ROOT));
    PrintWriter out = Output.of(spec);
    if (json) {
      ObjectNode node = JsonMapper.builder().build().createObjectNode();
      node.put("samplingRateHz", wave.rateHz());
      ArrayNode seconds = node.putArray("beatSeconds");
      wave.beats().forEach(b -> seconds.add(b.timeNanos() / 1e9));
      node.put("quality", wave.quality());
      out.println(node);
    } else {
      for (Beat beat : wave.beats()) {
        out.printf(Locale.ROOT, "%.4f%n", beat.timeNanos() / 1e9);
      }
    }
    out.flush();
    if (wave.badLines() > 0) {
      PrintWriter err = Output.errors(spec);
      err.println(wave.badLines() + " lines of " + file + " were no samples and are left out.");
      err.flush();
    }
    return 0;
  }
}
