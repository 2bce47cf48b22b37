package org.stillpoint.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.stillpoint.participant.Family;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.trial.Arm;
import org.stillpoint.trial.ByteCheck;
import org.stillpoint.trial.Estimate;
import org.stillpoint.trial.Figures;
import org.stillpoint.trial.Targets;
import org.stillpoint.trial.TrialResult;

/** Writes a trial as JSON. Pure functions. */
final class EvaluationJson {
  private static final Map<String, ToDoubleFunction<Figures>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("meanArousal", Figures::meanArousal);
    FIGURES.put("finalArousal", Figures::finalArousal);
    FIGURES.put("indexAtEnd", Figures::indexAtEnd);
    FIGURES.put("rankCorrelation", Figures::rankCorrelation);
    FIGURES.put("heldShare", Figures::heldShare);
    FIGURES.put("restlessShare", Figures::restlessShare);
    FIGURES.put("adaptations", Figures::adaptations);
  }

  private EvaluationJson() {}

  static void fill(
      ObjectNode all,
      TrialResult result,
      List<Targets.Target> targets,
      Map<Family, ByteCheck.Agreement> bytes) {
    all.put("seeds", result.seeds());
    all.put("minutes", result.script().minutes());
    all.put("sessions", result.all().count());
    all.put("boundsBroken", result.boundsBroken());
    put(all, "maxEndErrorSeconds", result.maxEndErrorSeconds());
    ArrayNode broken = all.putArray("broken");
    result.all().flatMap(f -> f.broken().stream()).distinct().limit(100).forEach(broken::add);
    ObjectNode families = all.putObject("families");
    for (Family family : result.families()) {
      family(families.putObject(family.word()), result, family);
    }
    ObjectNode twins = all.putObject("againstTwin");
    for (Family family : result.families()) {
      if (family.twin().isPresent()) {
        ObjectNode node = twins.putObject(family.word());
        double[] distances = result.twinDistances(family, Arm.ADAPTIVE);
        put(node, "indexAtEnd", Estimate.of(result.twinDifferences(family, Arm.ADAPTIVE)));
        put(node, "largestDistance", Estimate.of(distances));
        double largest = Arrays.stream(distances).filter(d -> d >= 0).max().orElse(Double.NaN);
        put(node, "largestDistanceEver", largest);
      }
    }
    ObjectNode through = all.putObject("throughBytes");
    bytes.forEach((family, found) -> agreement(through.putObject(family.word()), found));
    ArrayNode list = all.putArray("targets");
    for (Targets.Target target : targets) {
      ObjectNode node =
          list.addObject()
              .put("kind", EnumWords.word(target.kind()))
              .put("name", target.name())
              .put("wanted", target.wanted());
      put(node, "figure", target.figure());
      node.put("reached", target.reached());
    }
    all.put("targetsMissed", targets.stream().filter(Targets.Target::missed).count());
  }

  private static void family(ObjectNode node, TrialResult result, Family family) {
    for (Arm arm : Arm.values()) {
      if (!result.has(family, arm)) {
        continue;
      }
      ObjectNode figures = node.putObject(arm.word());
      FIGURES.forEach((key, figure) -> put(figures, key, result.mean(family, arm, figure)));
      List<Figures> sessions = result.of(family, arm);
      figures.put("boundsBroken", sessions.stream().mapToInt(f -> f.broken().size()).sum());
      put(
          figures,
          "maxEndErrorSeconds",
          sessions.stream().mapToDouble(Figures::endErrorSeconds).max().orElse(Double.NaN));
    }
    for (Arm against : List.of(Arm.FIXED, Arm.YOKED)) {
      if (!result.has(family, against)) {
        continue;
      }
      String name = against == Arm.FIXED ? "adaptiveMinusFixed" : "adaptiveMinusYoked";
      ObjectNode differences = node.putObject(name);
      FIGURES.forEach(
          (key, figure) ->
              put(differences, key, result.difference(family, Arm.ADAPTIVE, against, figure)));
    }
  }

  private static void agreement(ObjectNode node, ByteCheck.Agreement found) {
    node.put("looks", found.looks()).put("alike", found.alike());
    put(node, "share", found.share());
    put(node, "largestIndexDistance", found.largestDistance());
    node.put("boundsBroken", found.boundsBroken());
  }

  private static void put(ObjectNode node, String key, Estimate estimate) {
    ObjectNode inner = node.putObject(key).put("count", estimate.count());
    put(inner, "mean", estimate.mean());
    put(inner, "low", estimate.low());
    put(inner, "high", estimate.high());
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }
}
