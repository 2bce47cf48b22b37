package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.live.PersonListener;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Stimulus;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * A session of a virtual person through the whole chain, from the bytes of their sensor to the
 * prompts that they hear, as fast as it goes. No thread, no clock; the same person and plan give
 * the same course. Bytes come a beat or a clump at a time, so a prompt is heard up to a beat late.
 */
public final class ClosedLoop {
  /** A session that is not over by then never ends. */
  private static final double MOST_SECONDS_OVER = 60;

  private final VirtualSensor sensor;
  private final VirtualPerson person;
  private final PersonListener listener;
  private final List<StageStart> stages = new ArrayList<>();
  private final List<PromptCue> prompts = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<SessionTrace.TraceStep> steps = new ArrayList<>();
  private long beginNanos;

  private ClosedLoop(VirtualSensor sensor, SessionPlan plan) {
    this.sensor = sensor;
    this.person = sensor.person();
    this.listener = new PersonListener(plan.script(), () -> person);
  }

  /**
   * Runs a session to its end.
   *
   * @param sensor a fresh one, of a protocol that speaks unasked
   * @param protocol its name
   * @throws IllegalArgumentException for a protocol that is not known
   */
  public static SessionTrace run(VirtualSensor sensor, String protocol, SessionPlan plan) {
    Protocol spoken =
        Devices.named(protocol, "ppg")
            .orElseThrow(() -> new IllegalArgumentException("no protocol " + protocol));
    return new ClosedLoop(sensor, plan).course(spoken, plan);
  }

  private SessionTrace course(Protocol protocol, SessionPlan plan) {
    Chain chain =
        new Chain(
            ChainSettings.session(List.of(protocol), plan),
            this::happened,
            SampleListener.NONE,
            ToDevice.NOBODY);
    double limit = plan.script().minutes() * 60.0 + MOST_SECONDS_OVER;
    double seconds = 0;
    while (!chain.ended() && seconds < limit) {
      Chunk chunk = sensor.next();
      chain.advance(chunk.hostNanos());
      chain.bytes(chunk.bytes(), chunk.bytes().length);
      seconds = (chunk.hostNanos() - beginNanos) / 1e9;
    }
    return new SessionTrace(stages, prompts, decisions, steps, seconds);
  }

  private void happened(RecordingEvent event) {
    listener.accept(event);
    if (event instanceof RecordingEvent.StageBegan began) {
      if (stages.isEmpty()) {
        beginNanos = began.timeNanos();
      }
      stages.add(began.stage());
    } else if (event instanceof RecordingEvent.Prompted prompted) {
      prompts.add(prompted.prompt());
    } else if (event instanceof RecordingEvent.Decided decided) {
      decisions.add(decided.decision());
    } else if (event instanceof RecordingEvent.IndexStep step) {
      step(step.index());
    }
  }

  private void step(RelaxationIndex index) {
    steps.add(
        new SessionTrace.TraceStep(
            (index.timeNanos() - beginNanos) / 1e9,
            index.value().orElse(Double.NaN),
            index.live(),
            person.arousal(),
            listener.hearing() == Stimulus.SILENCE,
            person.restless()));
  }
}
