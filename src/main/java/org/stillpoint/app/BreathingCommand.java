package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.stillpoint.files.BreathingFile;
import org.stillpoint.hrv.BreathEffect;
import org.stillpoint.hrv.BreathEstimate;
import org.stillpoint.signal.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Estimates the breathing rate over the length of a file. */
@Command(
    name = "breathing",
    mixinStandardHelpOptions = true,
    description = {
      "Estimates the breathing rate over time, with a confidence.",
      "It prints one value every 5 s, from the minute before it. Where the rate is not clear, none is"
          + " given. JSON says for each value what carried it: the part of each modulation that shows"
          + " the rate.",
      "FILE holds intervals in a format that 'analyze' reads, or a waveform in a format that"
          + " 'detect' reads."
    })
final class BreathingCommand implements Callable<Integer> {
  /** The table has at most this many rows; JSON has every value. */
  private static final int MOST_ROWS = 60;

  private static final int POINTS_A_MINUTE = 12;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Intervals or a waveform.")
  private Path file = Path.of("");

  @Mixin private final SignalOptions signal = new SignalOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<String> said = new ArrayList<>();
    List<BreathEstimate> points = BreathingFile.points(file, signal.kind(), signal.channel(), said);
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(object(points));
    } else {
      table(out, points);
    }
    out.flush();
    PrintWriter err = Output.errors(spec);
    said.forEach(err::println);
    err.flush();
    return 0;
  }

  private static ObjectNode object(List<BreathEstimate> points) {
    ObjectNode all = JsonMapper.builder().build().createObjectNode();
    ArrayNode array = all.putArray("points");
    for (BreathEstimate point : points) {
      ObjectNode node = array.addObject();
      node.put("timeSeconds", point.endNanos() / 1e9);
      if (point.breathsPerMinute().isPresent()) {
        node.put("breathsPerMinute", point.breathsPerMinute().getAsDouble());
      } else {
        node.putNull("breathsPerMinute");
      }
      node.put("confidence", point.confidence());
      ObjectNode carriers = node.putObject("carriedBy");
      for (BreathEffect effect : BreathEffect.values()) {
        Double part = point.carriers().get(effect);
        if (part != null) {
          carriers.put(EnumWords.word(effect), part);
        }
      }
    }
    return all;
  }

  private static void table(PrintWriter out, List<BreathEstimate> points) {
    int minutes = (points.size() - 1) / POINTS_A_MINUTE + 1;
    int step = POINTS_A_MINUTE * ((minutes - 1) / MOST_ROWS + 1);
    out.println("  ends at   breaths/min  confidence");
    for (int i = 0; i < points.size(); i += step) {
      BreathEstimate point = points.get(i);
      double seconds = point.endNanos() / 1e9;
      String rate =
          point.breathsPerMinute().isPresent()
              ? String.format(Locale.ROOT, "%.1f", point.breathsPerMinute().getAsDouble())
              : "-";
      out.printf(Locale.ROOT, "%7.0f s   %11s  %10.2f%n", seconds, rate, point.confidence());
    }
    double[] rates =
        points.stream()
            .filter(p -> p.breathsPerMinute().isPresent())
            .mapToDouble(p -> p.breathsPerMinute().getAsDouble())
            .toArray();
    if (rates.length == 0) {
      out.println("The breathing rate was not clear at any time.");
    } else {
      out.printf(
          Locale.ROOT,
          "Median %.1f breaths a minute; the rate was clear for %.0f %% of the time.%n",
          StatUtils.percentile(rates, 50),
          100.0 * rates.length / points.size());
    }
  }
}
