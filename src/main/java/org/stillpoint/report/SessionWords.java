package org.stillpoint.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.Settling;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;

/** The sentences of a report. */
final class SessionWords {
  /** Stands beside everything that compares with a start that was measured too early. */
  static final String ARRIVING =
      "Part of this may be arriving: your heart was still slowing when the start was measured.";

  private final RecordedSession session;
  private final Facts facts;

  SessionWords(RecordedSession session, Facts facts) {
    this.session = session;
    this.facts = facts;
  }

  String title() {
    String title = session.recording().programmeTitle();
    return title.isBlank() ? "Recording without a programme" : title;
  }

  /** Date, time and length. */
  String when() {
    return Words.began(session.recording()) + " \u00b7 " + length();
  }

  private String length() {
    double minutes = facts.minutes();
    double planned =
        facts.summary().stream()
            .flatMapToDouble(s -> s.plannedSeconds().stream())
            .findFirst()
            .orElse(session.recording().minutes() * 60.0);
    boolean shorter = planned > 0 && minutes * 60 < planned - 1;
    if (shorter) {
      String length =
          minutes < 1
              ? Words.count(Math.round(minutes * 60), "second", "seconds")
              : Words.clock(minutes);
      return length + " of the planned " + Words.whole(planned / 60) + " minutes";
    }
    boolean whole = Math.abs(minutes - Math.rint(minutes)) * 60 < 0.5;
    return (whole ? Words.whole(Math.rint(minutes)) : Words.clock(minutes)) + " minutes";
  }

  /** A note that the person is virtual; empty for a real sensor. */
  String virtual() {
    return session.recording().sensor().startsWith("virtual ")
        ? "This is a virtual person, for trying Stillpoint out: no one was measured."
        : "";
  }

  /** Why the recording is incomplete; empty if it is complete. */
  String incomplete() {
    Optional<RecordingEvent.Summary> summary = facts.summary();
    if (summary.isEmpty()) {
      return "This recording breaks off: the program ended before it could close the recording."
          + " The report shows what was kept.";
    }
    boolean kept = session.recording().state() == Recording.State.COMPLETE;
    boolean planned = summary.get().outcome().whole();
    boolean stopped = summary.get().outcome() == RecordingEvent.Outcome.STOPPED;
    boolean endless = summary.get().plannedSeconds().isEmpty();
    if (kept && (planned || (stopped && endless))) {
      return "";
    }
    return planned
        ? "This recording is incomplete: parts of it could not be saved."
        : "This recording is incomplete. " + Story.end(summary.get()) + ".";
  }

  /** The result of the session, in one or two sentences. */
  String summary() {
    OptionalDouble end = facts.finalIndex();
    if (end.isEmpty()) {
      return "There is no index at the end of this session: " + facts.whyNoIndex() + ".";
    }
    String settling = Settling.of(end.getAsDouble()).words();
    String when = facts.returned() ? "before the return" : "at the end";
    return "You were "
        + settling
        + " in the last minute "
        + when
        + ": index "
        + Words.whole(end)
        + ", where 50 is your own start."
        + (facts.arriving() ? " " + ARRIVING : "")
        + measures();
  }

  private String measures() {
    boolean known =
        facts.startRate().isPresent()
            && facts.endRate().isPresent()
            && facts.startRmssd().isPresent()
            && facts.endRmssd().isPresent();
    if (!known) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        " From the start to the end your heart rate changed from %s to %s per minute and RMSSD"
            + " from %s to %s ms.",
        Words.whole(facts.startRate()),
        Words.whole(facts.endRate()),
        Words.whole(facts.startRmssd()),
        Words.whole(facts.endRmssd()));
  }

  /** The baseline with which the index compares. */
  String baseline() {
    Optional<Baseline> taken = facts.baseline();
    if (taken.isEmpty()) {
      return facts.beats() == 0
          ? "It was not measured in this session: no heartbeat was found."
          : "It was not measured in this session.";
    }
    Baseline b = taken.get();
    return String.format(
        Locale.ROOT,
        "Heart rate %.1f per minute (spread %.1f), RMSSD %.1f ms (its logarithm %.2f, spread"
            + " %.2f), the median of %s.%s",
        b.heartRate(),
        b.heartRateSpread(),
        Math.exp(b.lnRmssd()),
        b.lnRmssd(),
        b.lnRmssdSpread(),
        Words.count(b.windows(), "window of 60 s", "windows of 60 s"),
        (b.provisional()
                ? " Provisional: it rests on little data, or was taken later than planned."
                : "")
            + (b.arriving() ? " " + ARRIVING : "")
            + earlier(b));
  }

  private static String earlier(Baseline b) {
    return b.sessions() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " The starts of %d earlier sessions count towards it; today alone it would be: heart"
                + " rate %.1f per minute, logarithm of RMSSD %.2f.",
            b.sessions(),
            b.freshHeartRate(),
            b.freshLnRmssd());
  }

  /** The sensor that was used, and its clock. */
  String sensor() {
    String name = session.recording().sensor();
    String words = name.isBlank() ? "Not recorded. " : name + ". ";
    Optional<SensorKind> kind =
        session.events(RecordingEvent.SensorSeen.class).stream()
            .map(seen -> seen.state().kind())
            .reduce((before, last) -> last)
            .or(this::kindByProtocol);
    return words + kind.map(SessionWords::kind).orElse("What it measures is not known.") + clock();
  }

  /** For recordings of the first version, which hold nothing else about the sensor. */
  private Optional<SensorKind> kindByProtocol() {
    return session.events(RecordingEvent.Recognised.class).stream()
        .map(recognised -> recognised.protocol().kind())
        .findFirst();
  }

  /** The sampling rate and the drift of the sensor's clock, as far as they are known. */
  private String clock() {
    StringBuilder words = new StringBuilder();
    facts
        .rateHz()
        .ifPresent(
            rate ->
                words.append(
                    String.format(Locale.ROOT, " It sent %.1f samples per second.", rate)));
    facts
        .driftPpm()
        .ifPresent(
            ppm ->
                words.append(
                    String.format(
                        Locale.ROOT,
                        " Its clock ran %.0f parts per million %s compared with the computer's,"
                            + " which is %.2f ms for an interval of one second.",
                        Math.abs(ppm),
                        ppm < 0 ? "slow" : "fast",
                        Math.abs(ppm) / 1000)));
    return words.toString();
  }

  private static String kind(SensorKind kind) {
    return switch (kind) {
      case PPG ->
          "It measured an optical pulse wave: the intervals are pulse intervals, which are close to"
              + " but not the same as the RR intervals of an ECG.";
      case ECG -> "It measured an ECG: the intervals are RR intervals.";
      case INTERVALS ->
          "It sent intervals. If it measures the pulse, they are pulse intervals, not the RR"
              + " intervals of an ECG.";
    };
  }

  String indexAlt() {
    OptionalDouble end = facts.finalIndex();
    return end.isPresent()
        ? "Line of the index over the session, "
            + Words.whole(end)
            + (facts.returned() ? " before the return." : " at the end.")
        : "Chart of the index; there is no index at the end: " + facts.whyNoIndex() + ".";
  }

  String heartRateAlt() {
    return "Line of the heart rate: "
        + between(facts.startRate(), facts.endRate(), "per minute")
        + ".";
  }

  String rmssdAlt() {
    return "Line of RMSSD: " + between(facts.startRmssd(), facts.endRmssd(), "ms") + ".";
  }

  String rhythmsAlt() {
    return "Strength of the rhythms of the heart rate, from 0 to 24 per minute, over the session.";
  }

  String tachogramAlt() {
    return "Every interval from beat to beat: "
        + Words.count(facts.intervals(), "interval", "intervals")
        + ", of which "
        + facts.corrected()
        + " corrected and "
        + facts.setAside()
        + " set aside.";
  }

  private static String between(OptionalDouble start, OptionalDouble end, String unit) {
    String from = start.isPresent() ? Words.whole(start) + " " + unit : "not known";
    String to = end.isPresent() ? Words.whole(end) + " " + unit : "not known";
    return "at your start " + from + ", at the end " + to;
  }
}
