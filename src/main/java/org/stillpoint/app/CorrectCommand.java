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
import org.stillpoint.exchange.Intervals;
import org.stillpoint.files.IntervalFiles;
import org.stillpoint.rr.Correction;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.signal.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies and corrects the artefacts in a file of intervals. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    description = {
      "Finds missed, extra and early beats in a file of intervals, and corrects them.",
      "The total time stays the same (Lipponen and Tarvainen 2019). It prints the corrected intervals"
          + " in ms, one per line, with what was done after a #; 'analyze' can read this output."
    })
final class CorrectCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Intervals, in the formats that 'analyze' reads.")
  private Path file = Path.of("");

  @Option(
      names = "--json",
      description = "Print JSON: a class for every interval of the file, and the corrected ones.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Intervals intervals = IntervalFiles.read(file);
    Correction correction = Correction.of(intervals.rrMillis());
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(node(correction));
    } else {
      print(correction, out);
    }
    out.flush();
    PrintWriter err = Output.errors(spec);
    IntervalFiles.said(file, intervals).forEach(err::println);
    err.println(summary(correction));
    err.flush();
    return 0;
  }

  private static ObjectNode node(Correction correction) {
    ObjectNode node = JsonMapper.builder().build().createObjectNode();
    ArrayNode classes = node.putArray("classes");
    correction.classes().forEach(c -> classes.add(EnumWords.word(c)));
    ArrayNode millis = node.putArray("correctedMillis");
    for (double each : correction.correctedMillis()) {
      millis.add(each);
    }
    node.put("artefactShare", correction.artefactShare());
    node.put("analysable", correction.analysable());
    return node;
  }

  private static void print(Correction correction, PrintWriter out) {
    for (RrInterval interval : correction.intervals()) {
      String done = "";
      if (interval.corrected()) {
        boolean neighbour = interval.label() == RrLabel.NORMAL;
        done =
            "  # corrected, "
                + (neighbour ? "beside an artefact" : EnumWords.word(interval.label()));
      } else if (!interval.normal()) {
        done = "  # left as it is, " + EnumWords.word(interval.label());
      }
      out.printf(Locale.ROOT, "%.4f%s%n", interval.millis(), done);
    }
  }

  private static String summary(Correction correction) {
    long marked = correction.classes().stream().filter(c -> c != RrLabel.NORMAL).count();
    return String.format(
        Locale.ROOT,
        "%d of %d intervals are marked as artefacts; %d were corrected, %d are left as they are.%s",
        marked,
        correction.classes().size(),
        correction.corrected(),
        correction.unusable(),
        correction.analysable() ? "" : " The series cannot be analysed.");
  }
}
