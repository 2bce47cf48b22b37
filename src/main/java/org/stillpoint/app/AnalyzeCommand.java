package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.TimeDomain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the heart-rate variability of a file of intervals. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Time-domain HRV of a file of intervals, taken as it stands (ms, one a line).")
final class AnalyzeCommand implements Callable<Integer> {
  private static final List<String> LATER = List.of("geometric", "welch", "lomb", "nonlinear");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Intervals in milliseconds, one a line.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    TimeDomain time = TimeDomain.of(IntervalFiles.read(file, Output.errors(spec)));
    PrintWriter out = Output.of(spec);
    ObjectNode all = JsonMapper.builder().build().createObjectNode();
    ObjectNode group = all.putObject("time");
    ObjectNode notes = JsonMapper.builder().build().createObjectNode();
    fill(group, notes, time);
    if (json) {
      for (String name : LATER) {
        all.putNull(name);
        notes.put(name, "not computed by this version");
      }
      all.set("notes", notes);
      out.println(all);
    } else {
      group
          .properties()
          .forEach(
              entry ->
                  out.printf(
                      Locale.ROOT,
                      "%-16s %s%n",
                      entry.getKey(),
                      entry.getValue().isNull() ? "-  (not enough data)" : entry.getValue()));
      out.println("Intervals and deviations in ms, rates per minute; nothing was corrected.");
    }
    out.flush();
    return 0;
  }

  private static void fill(ObjectNode group, ObjectNode notes, TimeDomain t) {
    group.put("n", t.n());
    put(group, notes, "durationS", t.durationSeconds());
    put(group, notes, "meanNn", t.meanNn());
    put(group, notes, "medianNn", t.medianNn());
    put(group, notes, "minNn", t.minNn());
    put(group, notes, "maxNn", t.maxNn());
    put(group, notes, "sdnn", t.sdnn());
    put(group, notes, "rmssd", t.rmssd());
    put(group, notes, "sdsd", t.sdsd());
    group.put("nn50", t.nn50());
    group.put("nn20", t.nn20());
    put(group, notes, "meanHr", t.meanHr());
    put(group, notes, "meanOfInstHr", t.meanOfInstHr());
    put(group, notes, "minHrInst", t.minHrInst());
    put(group, notes, "maxHrInst", t.maxHrInst());
    put(group, notes, "pnn50", t.pnn50());
    put(group, notes, "pnn20", t.pnn20());
    put(group, notes, "cvnn", t.cvnn());
    put(group, notes, "minHr5beat", t.minHr5beat());
    put(group, notes, "maxHr5beat", t.maxHr5beat());
  }

  private static void put(ObjectNode group, ObjectNode notes, String key, double value) {
    if (Double.isNaN(value)) {
      group.putNull(key);
      notes.put("time." + key, "not enough intervals");
    } else {
      group.put(key, value);
    }
  }
}
