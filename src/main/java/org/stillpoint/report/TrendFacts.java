package org.stillpoint.report;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.relax.Settling;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.TrendPoint;

/** What can be seen in many sessions, in sentences that name no cause. Pure functions. */
final class TrendFacts {
  private TrendFacts() {}

  /** The day of a session where the person was. */
  static LocalDate date(TrendPoint point) {
    return point.recording().startedAt().atZone(point.recording().zone()).toLocalDate();
  }

  /** The sessions whose starts can be compared with that of the latest one. */
  static List<TrendPoint> comparable(List<TrendPoint> points) {
    TrendPoint latest = points.get(points.size() - 1);
    return points.stream().filter(latest::comparable).toList();
  }

  /**
   * The values of a measure that say what is usual. A start while the heart was still slowing does
   * not.
   */
  static List<Double> usual(List<TrendPoint> points, Function<TrendPoint, OptionalDouble> value) {
    return points.stream()
        .filter(point -> !point.arriving())
        .flatMapToDouble(point -> value.apply(point).stream())
        .boxed()
        .toList();
  }

  /** How often and how long. */
  static String practice(List<TrendPoint> points) {
    int minutes = points.stream().mapToInt(point -> point.recording().minutes()).sum();
    long days = points.stream().map(TrendFacts::date).distinct().count();
    return Words.count(points.size(), "session", "sessions")
        + " on "
        + Words.count(days, "day", "days")
        + ", "
        + Words.count(minutes, "minute", "minutes")
        + " together.";
  }

  /**
   * How a rating changed within the sessions.
   *
   * @param what its name
   */
  static String rating(
      String what,
      List<TrendPoint> points,
      Function<Ratings, OptionalInt> before,
      Function<Ratings, OptionalInt> after) {
    int lower = 0;
    int higher = 0;
    int both = 0;
    for (TrendPoint point : points) {
      OptionalInt from = before.apply(point.recording().ratings());
      OptionalInt to = after.apply(point.recording().ratings());
      if (from.isPresent() && to.isPresent()) {
        both++;
        int change = to.getAsInt() - from.getAsInt();
        lower += change <= -Ratings.MEANINGFUL_CHANGE ? 1 : 0;
        higher += change >= Ratings.MEANINGFUL_CHANGE ? 1 : 0;
      }
    }
    return both == 0
        ? what + " was not rated before and after a session yet."
        : String.format(
            "%s was rated in %s: two or more lower after %d of them, two or more higher after %d. A"
                + " ring is before, a dot is after.",
            what, Words.count(both, "session", "sessions"), lower, higher);
  }

  /**
   * Whether the usual range is known, and what it is.
   *
   * @param points those that can be compared
   */
  static String range(List<TrendPoint> points, Function<TrendPoint, OptionalDouble> value) {
    int known = usual(points, value).size();
    TrendPoint latest = points.get(points.size() - 1);
    String which =
        String.format(
            "%s with the same kind of sensor, %s. ",
            latest.kind() == ProgrammeKind.READING ? "Mornings" : "Sessions",
            switch (latest.posture()) {
              case LYING -> "lying";
              case SIDE -> "on one side";
              case SITTING -> "sitting";
            });
    return which
        + (known < BaselineHistory.FEWEST
            ? "Your range appears after five of them; there are " + known + " so far."
            : "The band is your usual range: about six of seven lie in it by chance alone. A ring"
                + " marks a start while the heart was still slowing.");
  }

  /** What the settling shows. */
  static String settling(List<TrendPoint> points) {
    long known = points.stream().filter(p -> p.recording().finalIndex().isPresent()).count();
    long above =
        points.stream()
            .flatMapToDouble(point -> point.recording().finalIndex().stream())
            .filter(index -> Settling.of(index).settled())
            .count();
    return known == 0
        ? "No session has an index yet."
        : String.format(
            "Settled a little or clearly in %d of %s. The line at 50 is your start of each day; a"
                + " square is quiet rest, a ring a start while the heart was still slowing.",
            above, Words.count(known, "session", "sessions"));
  }
}
