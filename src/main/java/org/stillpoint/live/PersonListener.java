package org.stillpoint.live;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.participant.Stimulus;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.session.PromptCue;

/**
 * Lets a virtual person hear a session: its prompts, its silences and the breath pacer. Belongs to
 * the thread that reads the person's sensor.
 */
public final class PersonListener implements Consumer<RecordingEvent> {
  private final Map<String, Role> roles = new HashMap<>();
  private final Supplier<VirtualPerson> person;
  private Stimulus hearing = Stimulus.START;

  /**
   * A listener for a person who hears a script.
   *
   * @param person returns the person who listens now
   */
  public PersonListener(Script script, Supplier<VirtualPerson> person) {
    this.person = person;
    for (ScriptStage stage : script.stages()) {
      roles.put(stage.id(), stage.role());
    }
  }

  @Override
  public void accept(RecordingEvent event) {
    if (event instanceof RecordingEvent.Prompted prompted) {
      hearing = heard(prompted.prompt());
      person.get().hears(hearing);
    } else if (event instanceof RecordingEvent.BreathPaced paced) {
      person.get().paced(OptionalDouble.of(paced.breath().perMinute()));
    } else if (event instanceof RecordingEvent.PacerChanged changed) {
      if (changed.perMinute().isEmpty()) {
        person.get().paced(OptionalDouble.empty());
      }
    }
  }

  private Stimulus heard(PromptCue prompt) {
    Role role = roles.get(prompt.stageId());
    if (role == Role.RETURN) {
      return Stimulus.RETURN;
    }
    if (role != Role.GUIDED && role != Role.REST) {
      return Stimulus.START;
    }
    return switch (prompt.kind()) {
      case SILENCE -> Stimulus.SILENCE;
      case OPTIONAL -> Stimulus.DETAIL;
      case CONTACT, SUPPORT -> Stimulus.CARE;
      case INSTRUCTION, VARY -> Stimulus.GUIDANCE;
    };
  }

  /** What the person hears now. */
  public Stimulus hearing() {
    return hearing;
  }
}
