package org.stillpoint.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Modality;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.ScriptStage;

/**
 * Chooses the cue to put between the lines of the script: points of contact and permission to move
 * while support is wanted, and a single change of modality when one is wanted. A pure state
 * machine.
 */
final class CueChooser {
  /**
   * A spell of support begins with a point of contact and permission to move, this far apart: long
   * enough to say the first and to leave some quiet.
   */
  private static final double BOTH_SECONDS = 6;

  /** Time between the next two cues, what each further cue adds to it, and the longest. */
  private static final double FIRST_BETWEEN_SECONDS = 25;

  private static final double MORE_BETWEEN_SECONDS = 5;
  private static final double MOST_BETWEEN_SECONDS = 45;

  /** After so long the next one will be due soon. */
  private static final double SOON_SECONDS = 20;

  /** In the rest there is one a minute. */
  private static final double REST_BETWEEN_SECONDS = 60;

  private boolean supporting;
  private boolean varying;
  private boolean permitting;
  private double lastCueSeconds = Double.NEGATIVE_INFINITY;
  private final Map<String, Double> said = new HashMap<>();
  private int cuesInSpell;
  private @Nullable Modality lastModality;

  /** A stage begins: a change of modality that was not spoken in the last one lapses. */
  void stage() {
    varying = false;
  }

  /** Support is wanted from now on; if it was already, another spell of it begins. */
  void support() {
    supporting = true;
    cuesInSpell = 0;
    varying = false;
  }

  /** No support is wanted any more. */
  void noSupport() {
    supporting = false;
  }

  /** Whether support is wanted and a cue is due now or soon: nothing else is said before it. */
  boolean due(double seconds) {
    return supporting && (cuesInSpell < 2 || seconds - lastCueSeconds > SOON_SECONDS);
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
    if (seconds - lastCueSeconds < between(stage)) {
      return null;
    }
    if (permitting && !stage.supportCues().isEmpty()) {
      return longestUnsaid(stage.supportCues());
    }
    if (varying) {
      Predicate<Cue> fresh = cue -> cue.modality() != lastModality;
      List<Cue> cues = stage.varyCues();
      return cues.stream().filter(fresh).findFirst().orElse(cues.isEmpty() ? null : cues.get(0));
    }
    return supporting ? supportCue(stage) : null;
  }

  private double between(ScriptStage stage) {
    if (!supporting || permitting) {
      return FIRST_BETWEEN_SECONDS;
    }
    if (cuesInSpell < 2) {
      return BOTH_SECONDS;
    }
    double more = MORE_BETWEEN_SECONDS * (cuesInSpell - 2);
    return stage.role() == Role.REST
        ? REST_BETWEEN_SECONDS
        : Math.min(MOST_BETWEEN_SECONDS, FIRST_BETWEEN_SECONDS + more);
  }

  /**
   * A point of contact and permission to move in turn, beginning with a point of contact; after
   * that, in the rest, only points of contact.
   */
  private @Nullable Cue supportCue(ScriptStage stage) {
    List<Cue> contact = stage.contactCues();
    List<Cue> support = stage.supportCues();
    boolean wantsSupport = stage.role() == Role.REST ? cuesInSpell == 1 : cuesInSpell % 2 == 1;
    return longestUnsaid(
        (wantsSupport && !support.isEmpty()) || contact.isEmpty() ? support : contact);
  }

  /** The cue whose words were said least recently; the first of those that were not said at all. */
  private @Nullable Cue longestUnsaid(List<Cue> cues) {
    Cue longest = null;
    for (Cue cue : cues) {
      if (longest == null || saidSeconds(cue) < saidSeconds(longest)) {
        longest = cue;
      }
    }
    return longest;
  }

  private double saidSeconds(Cue cue) {
    return said.getOrDefault(cue.text(), Double.NEGATIVE_INFINITY);
  }

  /** The cue is spoken at this session time. */
  void given(Cue cue, double seconds) {
    lastCueSeconds = seconds;
    said.put(cue.text(), seconds);
    if (cue.kind() == PromptKind.VARY) {
      varying = false;
      lastModality = cue.modality();
    } else {
      permitting = false;
      cuesInSpell++;
    }
  }
}
