package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.store.RecordedSession;

/** The result of a resonance assessment: every rate that was followed, the best one first. */
final class ResonanceRates {
  private static final String HEADS =
      "<thead><tr><th scope=\"col\">Breaths a minute</th>"
          + "<th scope=\"col\">Swing of the heart rate, per minute</th>"
          + "<th scope=\"col\">Power at that rate, ms\u00b2</th>"
          + "<th scope=\"col\">Heart rate behind the pacer, degrees</th></tr></thead>";

  private ResonanceRates() {}

  /** The table; empty for a session without a result. */
  static Html section(RecordedSession session) {
    List<Html> rows = new ArrayList<>();
    for (RecordingEvent.ResonanceRated rated :
        session.events(RecordingEvent.ResonanceRated.class)) {
      rows.add(row(rated.candidate()));
    }
    if (rows.isEmpty()) {
      return Html.NOTHING;
    }
    Html heading = Html.element("h2", "", Html.text("Your resonance"));
    Html words =
        Html.element(
            "p",
            "",
            Html.text(
                "The best rate comes first. The rates are ranked by how far the heart rate swings"
                    + " with the breath, by the power of that rhythm, and by how well the two are in"
                    + " step. Rates that your breathing was not seen to follow are left out. The"
                    + " best rate varies from day to day, so repeat the assessment once or twice."));
    Html body = Html.element("tbody", "", Html.all(rows));
    Html table = Html.element("table", "", Html.all(List.of(new Html(HEADS), body)));
    Html framed = Html.element("div", "story", table);
    return Html.element("section", "", Html.all(List.of(heading, words, framed)));
  }

  private static Html row(Candidate c) {
    return Html.element(
        "tr",
        "",
        Html.all(
            List.of(
                cell(OptionalDouble.of(c.breathsPerMinute()), "%.1f"),
                cell(OptionalDouble.of(c.rsa().beatsPerMinute()), "%.1f"),
                cell(OptionalDouble.of(c.peakPowerMillis2()), "%,.0f"),
                cell(c.phaseDegrees(), "%.0f"))));
  }

  private static Html cell(OptionalDouble value, String format) {
    String words =
        value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : Words.ABSENT;
    return Html.element("td", "", Html.text(words));
  }
}
