package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.PulseSample;

/** The placement that a coach reports over a whole wave. */
final class Coached {
  private final List<PulseSample> wave;
  private final List<Placement> said = new ArrayList<>();

  Coached(PlacementCoach coach, List<PulseSample> wave) {
    this.wave = wave;
    for (PulseSample sample : wave) {
      coach.accept(sample);
      said.add(coach.placement(sample.timeNanos()));
    }
  }

  static Coached of(List<PulseSample> wave) {
    return new Coached(new PlacementCoach(), wave);
  }

  Placement at(double seconds) {
    for (int i = 0; i < said.size(); i++) {
      if (wave.get(i).timeNanos() >= seconds * 1e9) {
        return said.get(i);
      }
    }
    throw new IllegalArgumentException("the wave is over at " + seconds);
  }

  /** The reports in a time span, changes only. */
  List<Placement> between(double from, double to) {
    List<Placement> changes = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      double seconds = wave.get(i).timeNanos() / 1e9;
      boolean inside = seconds >= from && seconds < to;
      if (inside && (changes.isEmpty() || changes.get(changes.size() - 1) != said.get(i))) {
        changes.add(said.get(i));
      }
    }
    return changes;
  }

  /** First time after a given one at which the condition holds; infinite if there is none. */
  double firstAfter(double seconds, Predicate<Placement> so) {
    for (int i = 0; i < said.size(); i++) {
      if (wave.get(i).timeNanos() > seconds * 1e9 && so.test(said.get(i))) {
        return wave.get(i).timeNanos() / 1e9;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Share of the time after the given one in which the condition holds. */
  double share(double from, Predicate<Placement> so) {
    int all = 0;
    int count = 0;
    for (int i = 0; i < said.size(); i++) {
      if (wave.get(i).timeNanos() >= from * 1e9) {
        all++;
        count += so.test(said.get(i)) ? 1 : 0;
      }
    }
    return (double) count / all;
  }
}
