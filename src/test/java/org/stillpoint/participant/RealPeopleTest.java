package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.hrv.BreathTracker;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.ReferenceData;

/**
 * Compares virtual people with recordings of real ones, and writes the table of docs/evidence.md to
 * target/people-real.md.
 */
class RealPeopleTest {
  private static final int PEOPLE = 60;
  private static final double MINUTES = 20;

  /**
   * One person's figures over all whole minutes: medians, and for the last two the share of windows
   * with a clear breathing rate, in percent, and how far the heart rate moves from one minute to
   * the next.
   */
  private record Person(
      double heartRate, double rmssd, double sdnnOfRmssd, double clear, double minuteStep) {}

  private static Person person(double[] millis) {
    HrvWindow window = new HrvWindow();
    BreathTracker breaths = new BreathTracker(SensorKind.INTERVALS);
    List<HrvMetrics> minutes = new ArrayList<>();
    int windows = 0;
    int clear = 0;
    IntervalBuilder builder =
        new IntervalBuilder(
            judged -> {
              window.add(judged);
              breaths.interval(judged);
            });
    double at = 0;
    double due = 60_000;
    for (double each : millis) {
      at += each;
      for (; due < at; due += 5000) {
        long now = Math.round(due * 1e6);
        windows++;
        clear += breaths.at(now).breathsPerMinute().isPresent() ? 1 : 0;
        if (due % 60_000 == 0) {
          minutes.add(window.at(now, now));
        }
      }
      builder.measured(Math.round(at * 1e6), each);
    }
    double[] rates = known(minutes, m -> m.heartRate().orElse(Double.NaN));
    double[] steps = new double[rates.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(rates[i + 1] - rates[i]);
    }
    return new Person(
        median(rates),
        median(known(minutes, m -> m.rmssdMillis().orElse(Double.NaN))),
        median(
            known(
                minutes,
                m -> m.sdnnMillis().orElse(Double.NaN) / m.rmssdMillis().orElse(Double.NaN))),
        100.0 * clear / windows,
        median(steps));
  }

  private static double[] known(List<HrvMetrics> minutes, ToDoubleFunction<HrvMetrics> figure) {
    return minutes.stream().mapToDouble(figure).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static double at(double[] values, double share) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static double median(double[] values) {
    return at(values, 0.5);
  }

  private static double[] column(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && Character.isDigit(l.charAt(0)))
        .mapToDouble(l -> Double.parseDouble(l.split("[\\s,]", -1)[0]))
        .toArray();
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(ReferenceData.require(folder))) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static double[] virtual(Family family, long seed) {
    List<Double> beats = new ArrayList<>();
    VirtualPerson.of(family, seed, null, true, b -> beats.add(b.seconds())).advance(60 * MINUTES);
    return java.util.stream.IntStream.range(1, beats.size())
        .mapToDouble(i -> Math.round(1000 * (beats.get(i) - beats.get(i - 1))))
        .toArray();
  }

  @Test
  void virtualPeopleShowWhatRealOnesShow() throws IOException {
    List<Person> real = new ArrayList<>();
    for (Path file : files("sessions", ".txt")) {
      real.add(person(column(file)));
    }
    real.add(person(column(ReferenceData.require("rr/nk_rest_5min.txt"))));
    List<Person> made =
        LongStream.rangeClosed(1, PEOPLE)
            .mapToObj(seed -> person(virtual(Family.NULL, seed)))
            .toList();
    StringBuilder table = new StringBuilder("| figure | recordings | virtual people |\n");
    table.append("| --- | --- | --- |\n");
    compare(table, "heart rate per minute", real, made, Person::heartRate);
    compare(table, "RMSSD in ms", real, made, Person::rmssd);
    compare(table, "SDNN of a minute / RMSSD", real, made, Person::sdnnOfRmssd);
    compare(table, "windows with a clear breathing rate in %", real, made, Person::clear);
    compare(table, "change of heart rate to the next minute", real, made, Person::minuteStep);
    double[] breaths = new double[0];
    for (Path file : files("bidmc", ".breaths1.txt")) {
      breaths = DoubleStream.concat(Arrays.stream(breaths), spread(column(file))).toArray();
    }
    double[] madeBreaths = LongStream.rangeClosed(1, PEOPLE).mapToDouble(this::breaths).toArray();
    row(table, "spread of the length of breaths in %", breaths, madeBreaths);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "people-real.md"), table);

    // The recordings are of few people, so the made-up ones must reach around them.
    assertAround(values(real, Person::rmssd), values(made, Person::rmssd));
    assertAround(values(real, Person::sdnnOfRmssd), values(made, Person::sdnnOfRmssd));
    assertAround(values(real, Person::clear), values(made, Person::clear));
    // Those whose breaths were counted lay in hospital, and many breathed with a machine.
    assertThat(median(madeBreaths)).isBetween(median(breaths), at(breaths, 0.9));
  }

  /** The middle half of the recordings lies within what nine of ten virtual people show. */
  private static void assertAround(double[] real, double[] made) {
    assertThat(at(made, 0.05)).isLessThan(at(real, 0.25));
    assertThat(at(made, 0.95)).isGreaterThan(at(real, 0.75));
  }

  private static double[] values(List<Person> people, ToDoubleFunction<Person> figure) {
    return people.stream().mapToDouble(figure).toArray();
  }

  private static DoubleStream spread(double[] times) {
    double[] lengths =
        java.util.stream.IntStream.range(1, times.length)
            .mapToDouble(i -> times[i] - times[i - 1])
            .filter(v -> v > 0.8 && v < 20)
            .toArray();
    double mean = Arrays.stream(lengths).average().orElseThrow();
    double square = Arrays.stream(lengths).map(v -> (v - mean) * (v - mean)).sum();
    return DoubleStream.of(100 * Math.sqrt(square / lengths.length) / mean);
  }

  private double breaths(long seed) {
    VirtualPerson person = VirtualPerson.of(Family.NULL, seed, null, true, b -> {});
    List<Double> begins = new ArrayList<>();
    for (double t = 0; t < 480; t += VirtualPerson.COARSE_STEP_SECONDS) {
      double before = person.breaths();
      person.advance(t);
      if (Math.floor(person.breaths()) > Math.floor(before)) {
        begins.add(t);
      }
    }
    return spread(begins.stream().mapToDouble(v -> v).toArray()).sum();
  }

  private static void compare(
      StringBuilder table,
      String name,
      List<Person> real,
      List<Person> made,
      ToDoubleFunction<Person> figure) {
    row(table, name, values(real, figure), values(made, figure));
  }

  private static void row(StringBuilder table, String name, double[] real, double[] made) {
    table.append(String.format(Locale.ROOT, "| %s | %s | %s |%n", name, span(real), span(made)));
  }

  private static String span(double[] values) {
    return String.format(
        Locale.ROOT, "%.1f (%.1f to %.1f)", median(values), at(values, 0.1), at(values, 0.9));
  }
}
