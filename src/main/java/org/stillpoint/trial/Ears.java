package org.stillpoint.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.participant.Heard;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.session.PromptCue;

/**
 * Lets a virtual person hear a session: its prompts and silences, and the tones of the breath
 * pacer. Belongs to the thread that reads the person's sensor.
 */
public final class Ears implements Consumer<RecordingEvent> {
  private final Map<String, Role> roles = new HashMap<>();
  private final VirtualPerson person;
  private Heard hearing = Heard.START;

  /** Ears of a person to whom this script is played. */
  public Ears(Script script, VirtualPerson person) {
    this.person = person;
    for (ScriptStage stage : script.stages()) {
      roles.put(stage.id(), stage.role());
    }
  }

  @Override
  public void accept(RecordingEvent event) {
    if (event instanceof RecordingEvent.Prompted prompted) {
      hearing = heard(prompted.prompt());
      person.hears(hearing);
    } else if (event instanceof RecordingEvent.BreathPaced paced) {
      person.paced(OptionalDouble.of(paced.breath().perMinute()));
    } else if (event instanceof RecordingEvent.PacerChanged changed) {
      if (changed.perMinute().isEmpty()) {
        person.paced(OptionalDouble.empty());
      }
    }
  }

  private Heard heard(PromptCue prompt) {
    Role role = roles.get(prompt.stageId());
    if (role != Role.GUIDED && role != Role.REST) {
      return Heard.START;
    }
    return switch (prompt.kind()) {
      case SILENCE -> Heard.SILENCE;
      case OPTIONAL -> Heard.DETAIL;
      case CONTACT, SUPPORT -> Heard.CARE;
      case INSTRUCTION, VARY -> Heard.GUIDANCE;
    };
  }

  /** What is heard now. */
  Heard hearing() {
    return hearing;
  }
}
