package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stillpoint.report.TrendReport;
import org.stillpoint.store.SourceKind;
import org.stillpoint.store.TrendPoint;
import org.stillpoint.store.TrendPoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the person's sessions over the weeks. */
@Command(
    name = "trends",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a page about your sessions over the weeks: pain and tension, your start, settling.",
      "Sessions of virtual people are left out, unless --trial asks for them alone."
    })
final class TrendsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write trends.html to.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON: one object for each session.")
  private boolean json;

  @Option(names = "--trial", description = "The sessions of virtual people, and no others.")
  private boolean trial;

  @Override
  public Integer call() throws IOException {
    if (out == null && !json) {
      throw Output.wrongUsage(spec, "trends needs --out DIR for a page, or --json");
    }
    List<TrendPoint> points =
        TrendPoints.of(store.openExisting(), trial ? SourceKind.VIRTUAL : SourceKind.REAL);
    PrintWriter printed = Output.of(spec);
    if (json) {
      ArrayNode all = JsonMapper.builder().build().createArrayNode();
      points.forEach(point -> fill(all.addObject(), point));
      printed.println(all);
    }
    if (out != null) {
      Path written = TrendReport.write(points, out);
      if (!json) {
        printed.println(written);
      }
    }
    printed.flush();
    return 0;
  }

  private static void fill(ObjectNode node, TrendPoint point) {
    SessionsCommand.fill(node, point.recording());
    put(node, "startHeartRate", point.heartRate(), rate -> rate);
    put(node, "startRmssdMillis", point.lnRmssd(), Math::exp);
    node.put("arriving", point.arriving());
  }

  private static void put(
      ObjectNode node, String key, OptionalDouble value, DoubleUnaryOperator shown) {
    if (value.isPresent()) {
      node.put(key, shown.applyAsDouble(value.getAsDouble()));
    } else {
      node.putNull(key);
    }
  }
}
