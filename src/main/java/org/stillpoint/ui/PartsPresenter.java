package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.IndexFormula;
import org.stillpoint.relax.Regime;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.WindowQuality;
import org.stillpoint.ui.PartsView.IndexPart;

/** Shows how the index is computed, so that it can be checked by hand. Pure functions. */
final class PartsPresenter {
  /** The whole formula in one line. */
  static final String FORMULA = "z = ½ zHR + ½ zV,  index = 50 + 50 tanh(z / 3),  50 is your start";

  private PartsPresenter() {}

  /** The view without an index, with the reason. */
  static PartsView nothing(String why) {
    return new PartsView(List.of(new IndexPart("partsNothing", "Index", Figure.DASH + "  " + why)));
  }

  /** The parts of the index of a snapshot. */
  static PartsView of(Snapshot s) {
    if (s.asking()) {
      return nothing(NumbersPresenter.HIDDEN);
    }
    if (s.phase() == Snapshot.Phase.LOOKING || s.phase() == Snapshot.Phase.ENDED) {
      return nothing(s.phase() == Snapshot.Phase.ENDED ? "the session is over" : "no sensor yet");
    }
    List<IndexPart> parts = new ArrayList<>();
    start(parts, s.baseline());
    Figure index = NumbersPresenter.index(s);
    RelaxationIndex latest = s.latest();
    Baseline baseline = s.baseline();
    if (!index.present() || latest == null || baseline == null || latest.zHr().isEmpty()) {
      parts.add(new IndexPart("partsNow", "Last minute", Figure.DASH + "  " + index.note()));
    } else {
      now(parts, latest);
      sum(parts, baseline, latest);
      shown(parts, latest, s.history());
    }
    if (latest != null && s.connected()) {
      rhythm(parts, latest.metrics().rhythms().coherence());
    }
    return new PartsView(parts);
  }

  private static void start(List<IndexPart> parts, @Nullable Baseline b) {
    if (b == null) {
      parts.add(new IndexPart("partsStart", "Your start", Figure.DASH + "  not measured yet"));
      return;
    }
    parts.add(
        new IndexPart(
            "partsStart",
            "Your start",
            text("heart rate HR₀ %.2f per minute, spread %.2f", b.heartRate(), b.heartRateSpread())
                + atLeast("%.2f", b.heartRateSpread(), b.heartRateUnit())));
    parts.add(
        new IndexPart(
            "partsStartVariation",
            "",
            text("lnRMSSD %.3f, spread %.3f", b.lnRmssd(), b.lnRmssdSpread())
                + atLeast("%.3f", b.lnRmssdSpread(), b.lnRmssdUnit())));
    parts.add(new IndexPart("partsStartHow", "", how(b).get(0)));
    parts.add(new IndexPart("partsSessions", "", how(b).get(1)));
  }

  /** A note that the spread is below its least value, and counts as that. */
  private static String atLeast(String format, double spread, double unit) {
    return spread < unit ? " (counts as " + text(format, unit) + ")" : "";
  }

  private static List<String> how(Baseline b) {
    String measured =
        (b.provisional() ? "provisional, " : "")
            + text(
                b.windows() == 1
                    ? "the median of %d window of a minute"
                    : "the median of %d windows of a minute",
                b.windows())
            + (b.arriving() ? "; the heart was still slowing" : "");
    String breaths =
        b.breathsPerMinute().isPresent()
            ? text("; %.1f breaths a minute", b.breathsPerMinute().getAsDouble())
            : "; breathing not clear";
    String before =
        b.sessions() == 0
            ? "no earlier sessions included"
            : text(
                "adjusted by %d earlier sessions; today alone %.2f and %.3f",
                b.sessions(), b.freshHeartRate(), b.freshLnRmssd());
    return List.of(measured + breaths, before);
  }

  private static void now(List<IndexPart> parts, RelaxationIndex latest) {
    HrvMetrics metrics = latest.metrics();
    parts.add(
        new IndexPart(
            "partsNow",
            "Last minute",
            text("heart rate HR %.2f per minute", metrics.heartRate().orElseThrow())));
    parts.add(
        new IndexPart(
            "partsNowVariation",
            "",
            text(
                "lnRMSSD %.3f, compared with the anchor A %.3f",
                metrics.lnRmssd().orElseThrow(), latest.anchor().orElseThrow())));
    parts.add(new IndexPart("partsRegime", "", regime(latest.regime())));
    WindowQuality quality = metrics.quality();
    parts.add(
        new IndexPart(
            "partsQuality",
            "",
            text(
                "signal quality Q %.3f = coverage %.3f × (1 − artefacts %.3f)",
                quality.q(), quality.coverage(), quality.artefactShare())));
  }

  /** With what the measures are compared, and whether variability takes part. */
  static String regime(Regime regime) {
    return switch (regime) {
      case UNKNOWN -> "nothing is compared yet";
      case COMPARED -> "no sign of other breathing than at the comparison: variability takes part";
      case HELD -> "breathing has changed: variability stands still for a minute or two";
      case MOVED -> "you have moved: heart rate and variability stand still for about a minute";
    };
  }

  private static void sum(List<IndexPart> parts, Baseline b, RelaxationIndex latest) {
    HrvMetrics metrics = latest.metrics();
    double zHr = latest.zHr().orElseThrow();
    double zV = latest.zV().orElseThrow();
    double z = together(latest);
    parts.add(
        new IndexPart(
            "partsHeart",
            "Heart rate",
            latest.regime() == Regime.MOVED
                ? "zHR stays at " + signed(zHr)
                : text(
                    "zHR = (HR₀ − HR) / spread = (%.2f − %.2f) / %.2f = %s",
                    latest.heartRateAnchor().orElseThrow(),
                    metrics.heartRate().orElseThrow(),
                    b.heartRateUnit(),
                    signed(zHr))));
    parts.add(
        new IndexPart(
            "partsVariation",
            "Variability",
            latest.regime() == Regime.COMPARED
                ? text(
                    "zV = (lnRMSSD − A) / spread = (%.3f − %.3f) / %.3f = %s",
                    metrics.lnRmssd().orElseThrow(),
                    latest.anchor().orElseThrow(),
                    b.lnRmssdUnit(),
                    signed(zV))
                : "zV stays at " + signed(zV)));
    parts.add(
        new IndexPart(
            "partsTogether",
            "Both",
            text("z = ½ (%s) + ½ (%s) = %s", signed(zHr), signed(zV), signed(z))));
    parts.add(
        new IndexPart(
            "partsRaw", "Index now", text("50 + 50 tanh(%s / 3) = %.1f", signed(z), raw(latest))));
  }

  private static double together(RelaxationIndex index) {
    return IndexFormula.z(index.zHr().orElseThrow(), index.zV().orElseThrow());
  }

  private static double raw(RelaxationIndex index) {
    return IndexFormula.index(together(index));
  }

  /** How the shown index follows from the one before. The steps are even in session time. */
  private static void shown(
      List<IndexPart> parts, RelaxationIndex latest, List<RelaxationIndex> history) {
    double value = latest.value().orElseThrow();
    int last = history.lastIndexOf(latest);
    int before = last - 1;
    while (before >= 0 && history.get(before).value().isEmpty()) {
      before--;
    }
    if (before < 0) {
      parts.add(new IndexPart("partsShown", "Index shown", text("%.1f, the first", value)));
      return;
    }
    double seconds = HrvWindow.STEP_SECONDS * (last - before);
    double previous = history.get(before).value().orElseThrow();
    parts.add(
        new IndexPart(
            "partsShown",
            "Index shown",
            text(
                "%.1f + %.1f %% of (%.1f − %.1f) = %.1f, smoothed over %.0f s",
                previous,
                100 * IndexFormula.weight(seconds),
                raw(latest),
                previous,
                value,
                IndexFormula.TAU_SECONDS)));
  }

  private static void rhythm(List<IndexPart> parts, OptionalDouble coherence) {
    String words =
        coherence.isPresent()
            ? text("coherence %.2f over 64 s", coherence.getAsDouble())
            : Figure.DASH + "  not enough data";
    parts.add(new IndexPart("partsRhythm", "Breath rhythm", words + "; not part of the index"));
  }

  private static String signed(double value) {
    String text = text("%.2f", Math.abs(value));
    return (value < 0 && !text.equals("0.00") ? "−" : "+") + text;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
