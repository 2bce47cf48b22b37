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
 * Runs a session of a virtual person through the whole chain, from the bytes of their sensor to the
 * prompts that they hear, as fast as possible. It has no thread and no clock, and the same person
 * and plan give the same trace. Bytes arrive a beat or a clump at a time, so a prompt is heard up
 * to a beat late.
 */
public final class ClosedLoop {
  /** A session that is this much longer than planned would never end. */
  private static final double MOST_SECONDS_OVER = 60;

  private final VirtualSensor sensor;
  private final VirtualPerson person;
  private final PersonListener listener;
  private final List<StageStart> stages = new ArrayList<>();
  private final List<PromptCue> prompts = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<SessionTrace.TraceStep> steps = new ArrayList<>();
  private long beginNanos;
  private boolean arriving;
  private double reported = Double.NaN;

  private ClosedLoop(VirtualSensor sensor, SessionPlan plan) {
    this.sensor = sensor;
    this.person = sensor.person();
    this.listener = new PersonListener(plan.script(), () -> person);
  }

  /**
   * Runs a session to its end.
   *
   * @param sensor a new sensor, with a protocol that sends without being asked
   * @param protocol name of the protocol
   * @throws IllegalArgumentException for an unknown protocol
   */
  public static SessionTrace run(VirtualSensor sensor, String protocol, SessionPlan plan) {
    Protocol spoken =
        Devices.named(protocol, "ppg")
            .orElseThrow(() -> new IllegalArgumentException("no protocol " + protocol));
    return new ClosedLoop(sensor, plan).trace(spoken, plan);
  }

  private SessionTrace trace(Protocol protocol, SessionPlan plan) {
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
    SessionTrace.TraceEnding ending =
        new SessionTrace.TraceEnding(reported, arriving, person.episode().later(-beginNanos / 1e9));
    return new SessionTrace(stages, prompts, decisions, steps, seconds, ending);
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
    } else if (event instanceof RecordingEvent.BaselineTaken taken) {
      arriving = taken.baseline().arriving();
    } else if (event instanceof RecordingEvent.Ended ended) {
      reported = ended.summary().finalIndex().orElse(Double.NaN);
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
