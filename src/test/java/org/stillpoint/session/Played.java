package org.stillpoint.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Script;

/** Everything that the conductor did in a session, in order. */
final class Played implements SessionListener {
  final List<StageStart> stages = new ArrayList<>();
  final List<PromptCue> prompts = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<Breath> breaths = new ArrayList<>();
  final List<String> pacer = new ArrayList<>();
  final List<Double> times = new ArrayList<>();
  double ended = Double.NaN;

  @Override
  public void stage(StageStart stage) {
    stages.add(stage);
    times.add(stage.seconds());
  }

  @Override
  public void prompt(PromptCue prompt) {
    prompts.add(prompt);
    times.add(prompt.seconds());
  }

  @Override
  public void decision(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void pacer(double seconds, OptionalDouble perMinute, String why) {
    pacer.add((perMinute.isPresent() ? "leads: " : "silent: ") + why);
  }

  @Override
  public void breath(Breath breath) {
    breaths.add(breath);
    times.add(breath.seconds());
  }

  @Override
  public void ended(double seconds) {
    ended = seconds;
  }

  Map<String, Double> lengths() {
    Map<String, Double> lengths = new LinkedHashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      double end = i + 1 < stages.size() ? stages.get(i + 1).seconds() : ended;
      lengths.put(stages.get(i).stageId(), end - stages.get(i).seconds());
    }
    return lengths;
  }

  long count(PromptKind kind) {
    return prompts.stream().filter(p -> p.kind() == kind).count();
  }

  List<Decision> in(PacingState state) {
    return decisions.stream().filter(d -> d.state() == state).toList();
  }

  /** A step with an index and nothing else. */
  static Measured index(double seconds, OptionalDouble index) {
    OptionalDouble none = OptionalDouble.empty();
    return new Measured(seconds, index, "no index", true, false, none, none, none);
  }

  /** A step with an index of 50, a heart rate and a breathing rate; NaN for an unknown one. */
  static Measured body(double seconds, double heartRate, double breathsPerMinute) {
    return new Measured(
        seconds,
        OptionalDouble.of(50),
        "",
        false,
        false,
        maybe(heartRate),
        OptionalDouble.empty(),
        maybe(breathsPerMinute));
  }

  static OptionalDouble maybe(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Plays a session to its end, a step every five seconds. */
  static Played of(Script script, SessionOptions options, DoubleFunction<Measured> measured) {
    Played played = new Played();
    Conductor conductor = new Conductor(script, options, played);
    conductor.advance(0);
    for (double t = 5; !conductor.ended(); t += 5) {
      conductor.advance(t);
      conductor.measured(measured.apply(t));
    }
    return played;
  }
}
