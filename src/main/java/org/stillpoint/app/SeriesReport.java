package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.Intervals;
import org.stillpoint.files.IntervalFiles;
import org.stillpoint.files.Measure;
import org.stillpoint.files.Measures;
import org.stillpoint.hrv.HrvAnalysis;
import org.stillpoint.rr.Correction;

/**
 * What is reported of one series of intervals.
 *
 * @param file where they came from
 * @param said sentences on how the file was read
 * @param correction which intervals are artefacts, and how they are corrected
 * @param corrected whether they were corrected before measuring
 * @param measures the numbers, group by group
 */
record SeriesReport(
    Path file,
    List<String> said,
    Correction correction,
    boolean corrected,
    List<Measure> measures) {
  private static final List<String> GROUPS =
      List.of("time", "geometric", "welch", "welchNaturalSpline", "lomb", "nonlinear");

  /** Only shows how little the ends of a spline matter, so people do not see it. */
  private static final String FOR_PROGRAMS_ONLY = "welchNaturalSpline";

  /** A larger share of artefacts than this is mentioned. */
  private static final double NOTEWORTHY = 0.02;

  /** An artefact that is longer than this is mentioned, even if it is the only one. */
  private static final double HOLE_MILLIS = 3000;

  /**
   * Reads and measures a file.
   *
   * @param correct whether to correct the intervals first
   * @param lambda smoothness of the trend that is removed; 0 to leave it in
   * @throws IOException with one sentence when the file holds no usable intervals
   */
  static SeriesReport of(Path file, boolean correct, double lambda) throws IOException {
    Intervals intervals = IntervalFiles.read(file);
    Correction correction = Correction.of(intervals.rrMillis());
    double[] rr = correct ? correction.nnMillis() : intervals.rrMillis();
    if (rr.length == 0) {
      throw new IOException(
          file
              + " holds no interval that can be used, since --correct leaves out all of them:"
              + " measure it without --correct, or choose another file.");
    }
    HrvAnalysis analysis = lambda > 0 ? HrvAnalysis.detrended(rr, lambda) : HrvAnalysis.of(rr);
    return new SeriesReport(
        file, IntervalFiles.said(file, intervals), correction, correct, Measures.of(analysis));
  }

  /** Sentences for the person: how the file was read, and how far its numbers can be trusted. */
  List<String> sentences() {
    List<String> all = new ArrayList<>(said);
    trouble().ifPresent(trouble -> all.add(file + ": " + trouble));
    return all;
  }

  private Optional<String> trouble() {
    if (correction.irregular()) {
      return Optional.of(
          "the rhythm is too irregular to be analysed; its variability has no meaning.");
    }
    if (!correction.analysable()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%.0f %% of the intervals are artefacts or were moved by the correction: too many to"
                  + " be analysed.",
              100 * Math.max(correction.artefactShare(), correction.touchedShare())));
    }
    boolean doubtful =
        correction.artefactShare() > NOTEWORTHY
            || correction.unusable() > NOTEWORTHY * correction.intervals().size()
            || hole();
    return !corrected && doubtful
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%.1f %% of the intervals look like artefacts; use --correct to correct them or"
                    + " leave them out.",
                100 * correction.artefactShare()))
        : Optional.empty();
  }

  /** Whether time is missing among the intervals, for instance because a strap fell off. */
  private boolean hole() {
    return correction.intervals().stream().anyMatch(i -> !i.usable() && i.millis() > HOLE_MILLIS);
  }

  private Measure find(String key) {
    return measures.stream()
        .filter(m -> (m.group() + "." + m.key()).equals(key))
        .findFirst()
        .orElse(new Measure("", key, "", Double.NaN, false, 0, 0, Integer.MAX_VALUE));
  }

  private double seconds() {
    return find("time.durationS").value();
  }

  private String missing(Measure measure) {
    return measure.missing(seconds(), (int) find("time.n").value());
  }

  /** A number as it is shown to a person; empty if it has no meaning. */
  String shown(String key) {
    Measure measure = find(key);
    return missing(measure).isEmpty() ? shown(measure) : "";
  }

  private static String shown(Measure measure) {
    if (measure.whole()) {
      return String.valueOf((long) measure.value());
    }
    double size = Math.abs(measure.value());
    return Table.number(measure.value(), size >= 1000 ? 0 : size >= 10 ? 1 : 3);
  }

  /** A number with all its digits; empty if it is absent. */
  String exact(String key) {
    Measure measure = find(key);
    if (Double.isNaN(measure.value())) {
      return "";
    }
    return measure.whole()
        ? String.valueOf((long) measure.value())
        : String.valueOf(measure.value());
  }

  /**
   * Names of the numbers that at least one of the reports has, in order.
   *
   * @param outcomes all with a value
   */
  static List<String> keys(List<FileBatch.FileOutcome<SeriesReport>> outcomes) {
    Set<String> keys = new LinkedHashSet<>();
    for (String group : GROUPS) {
      for (FileBatch.FileOutcome<SeriesReport> outcome : outcomes) {
        Objects.requireNonNull(outcome.value()).measures().stream()
            .filter(m -> m.group().equals(group))
            .forEach(m -> keys.add(m.group() + "." + m.key()));
      }
    }
    return List.copyOf(keys);
  }

  /**
   * The groups with their numbers, and notes on the numbers that cannot be trusted. An absent
   * number is null.
   */
  ObjectNode json() {
    ObjectNode all = JsonMapper.builder().build().createObjectNode();
    ObjectNode notes = JsonMapper.builder().build().createObjectNode();
    for (String group : GROUPS) {
      List<Measure> members = measures.stream().filter(m -> m.group().equals(group)).toList();
      if (members.isEmpty()) {
        all.putNull(group);
        notes.put(group, absentGroup(group));
        continue;
      }
      ObjectNode node = all.putObject(group);
      for (Measure measure : members) {
        put(node, measure);
        String missing = missing(measure);
        if (!missing.isEmpty()) {
          notes.put(group + "." + measure.key(), missing);
        }
      }
    }
    all.put("artefactShare", correction.artefactShare());
    all.put("analysable", correction.analysable());
    all.put("corrected", corrected);
    all.put("correctedIntervals", corrected ? correction.corrected() : 0);
    all.put("leftOut", corrected ? correction.unusable() : 0);
    trouble().ifPresent(trouble -> notes.put("series", trouble));
    all.set("notes", notes);
    return all;
  }

  private static void put(ObjectNode node, Measure measure) {
    if (Double.isNaN(measure.value())) {
      node.putNull(measure.key());
    } else if (measure.whole()) {
      node.put(measure.key(), (long) measure.value());
    } else {
      node.put(measure.key(), measure.value());
    }
  }

  private String absentGroup(String group) {
    return group.equals("lomb") && seconds() > HrvAnalysis.LOMB_MOST_SECONDS
        ? "not computed above 900 s: one spectrum of such a long, changing series means little"
        : "not enough data: a spectrum needs at least 30 s";
  }

  /** Prints all groups for a person. */
  void print(PrintWriter out) {
    for (String group : GROUPS) {
      if (!group.equals(FOR_PROGRAMS_ONLY)) {
        print(out, group);
      }
    }
    out.println(treatment());
    trouble().ifPresent(trouble -> out.println("Note: " + trouble));
  }

  private String treatment() {
    String artefacts =
        String.format(Locale.ROOT, "%.1f %% artefacts", 100 * correction.artefactShare());
    if (!corrected) {
      return artefacts + ", not corrected.";
    }
    return String.format(
        Locale.ROOT,
        "%s; %d of %d intervals corrected, %d left out.",
        artefacts,
        correction.corrected(),
        correction.intervals().size(),
        correction.unusable());
  }

  /** Prints a group with its numbers. Numbers that are missing for the same reason share a line. */
  private void print(PrintWriter out, String group) {
    List<Measure> members = measures.stream().filter(m -> m.group().equals(group)).toList();
    out.println(title(group) + (members.isEmpty() ? ": " + absentGroup(group) : ""));
    Map<String, List<String>> absent = new LinkedHashMap<>();
    for (Measure measure : members) {
      String missing = missing(measure);
      if (missing.isEmpty()) {
        String number = String.format("  %-26s%10s", measure.key(), shown(measure));
        out.println(measure.unit().isEmpty() ? number : number + " " + measure.unit());
      } else {
        absent.computeIfAbsent(missing, reason -> new ArrayList<>()).add(measure.key());
      }
    }
    absent.forEach((why, keys) -> out.println("  " + String.join(", ", keys) + ": " + why));
  }

  private static String title(String group) {
    return switch (group) {
      case "time" -> "Time domain";
      case "geometric" -> "Geometric measures";
      case "welch" -> "Spectrum (Welch)";
      case "lomb" -> "Spectrum (Lomb-Scargle)";
      default -> "Nonlinear";
    };
  }
}
