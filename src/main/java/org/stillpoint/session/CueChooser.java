package org.stillpoint.session;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Modality;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.ScriptStage;

/**
 * Chooses the cue to put between the lines of the script: points of contact and permission to move
 * while support is wanted, and a single change of modality when one is wanted. A pure state
 * machine.
 */
final class CueChooser {
  /** Time between two cues: at first, what each cue of a spell of support adds, and the longest. */
  private static final double FIRST_BETWEEN_SECONDS = 25;

  private static final double MORE_BETWEEN_SECONDS = 5;
  private static final double MOST_BETWEEN_SECONDS = 45;

  private boolean supporting;
  private boolean varying;
  private boolean permitting;
  private double lastCueSeconds = Double.NEGATIVE_INFINITY;
  private int cuesGiven;
  private int cuesInSpell;
  private @Nullable Modality lastModality;

  /** A stage begins: a change of modality that was not spoken in the last one lapses. */
  void stage() {
    varying = false;
  }

  /** Whether support is wanted from now on. */
  void support(boolean wanted) {
    supporting = wanted;
    cuesInSpell = wanted ? cuesInSpell : 0;
  }

  /** A change of modality is wanted in this stage. */
  void vary() {
    varying = true;
  }

  /** Permission to move is wanted. */
  void permit() {
    permitting = true;
  }

  /**
   * The cue that is wanted now.
   *
   * @param seconds session time
   * @return null while none is wanted, the last one is too recent, or the stage has none
   */
  @Nullable Cue wanted(double seconds, ScriptStage stage) {
    double between = FIRST_BETWEEN_SECONDS + MORE_BETWEEN_SECONDS * cuesInSpell;
    if (seconds - lastCueSeconds < Math.min(MOST_BETWEEN_SECONDS, between)) {
      return null;
    }
    if (permitting && !stage.supportCues().isEmpty()) {
      return stage.supportCues().get(0);
    }
    if (varying) {
      Predicate<Cue> fresh = cue -> cue.modality() != lastModality;
      List<Cue> cues = stage.varyCues();
      return cues.stream().filter(fresh).findFirst().orElse(cues.isEmpty() ? null : cues.get(0));
    }
    return supporting ? supportCue(stage) : null;
  }

  /** A point of contact and permission to move in turn, beginning with a point of contact. */
  private @Nullable Cue supportCue(ScriptStage stage) {
    List<Cue> contact = stage.contactCues();
    List<Cue> support = stage.supportCues();
    boolean wantsSupport = cuesGiven % 2 == 1;
    List<Cue> cues = (wantsSupport && !support.isEmpty()) || contact.isEmpty() ? support : contact;
    return cues.isEmpty() ? null : cues.get((cuesGiven / 2) % cues.size());
  }

  /** The cue is spoken at this session time. */
  void given(Cue cue, double seconds) {
    lastCueSeconds = seconds;
    if (cue.kind() == PromptKind.VARY) {
      varying = false;
      lastModality = cue.modality();
    } else {
      permitting = false;
      cuesGiven++;
      cuesInSpell++;
    }
  }
}
