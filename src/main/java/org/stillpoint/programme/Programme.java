package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.signal.EnumWords;

/**
 * A session script as written, with all its lengths. A programme from {@link ProgrammeReader} has
 * been checked for every length that it offers.
 *
 * @param id short name, as used on the command line
 * @param title name for people
 * @param kind what it is for
 * @param ending whether it ends with a return or in sleep
 * @param postures the postures that it is written for; the first one if nothing is chosen
 * @param minutes the lengths offered, in the order of the file
 * @param stages in order; each names the lengths it belongs to
 */
public record Programme(
    String id,
    String title,
    ProgrammeKind kind,
    Ending ending,
    List<Posture> postures,
    List<Integer> minutes,
    List<Stage> stages) {

  /** Keeps its own copies of the lists. */
  public Programme {
    postures = List.copyOf(postures);
    minutes = List.copyOf(minutes);
    stages = List.copyOf(stages);
  }

  /** The stages of a length that a person can choose or leave out, in order; may be empty. */
  public List<Stage> optionalStages(int minutes) {
    return stages.stream()
        .filter(stage -> stage.in(minutes) && stage.inclusion() != Inclusion.ALWAYS)
        .toList();
  }

  /** Ids of the optional stages that are played if nothing is chosen. */
  public Set<String> usualStages(int minutes) {
    return optionalStages(minutes).stream()
        .filter(stage -> stage.inclusion() == Inclusion.UNLESS_LEFT_OUT)
        .map(Stage::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The posture itself if the programme is written for it, otherwise the one it is meant for. */
  public Posture nearest(Posture wanted) {
    return postures.contains(wanted) ? wanted : postures.get(0);
  }

  /**
   * The timed script of one length with the stages that are played if nothing is chosen, as it is
   * spoken the first time.
   *
   * @param minutes one of {@link #minutes()}
   * @throws ProgrammeException if the length is not offered; the message names those that are
   */
  public Script forMinutes(int minutes) throws ProgrammeException {
    return forMinutes(minutes, usualStages(minutes));
  }

  /**
   * The timed script of one length with the given optional stages, as it is spoken the first time
   * in the posture that it is meant for.
   *
   * @param minutes one of {@link #minutes()}
   * @param chosen ids of the optional stages to play; all others are left out
   * @throws ProgrammeException if the length is not offered or an id is not that of an optional
   *     stage in it; the message names those that are
   */
  public Script forMinutes(int minutes, Set<String> chosen) throws ProgrammeException {
    return forMinutes(minutes, chosen, Occasion.first(postures.get(0)));
  }

  /**
   * The timed script of one length. The rest takes up the time of the optional stages that are left
   * out.
   *
   * @param minutes one of {@link #minutes()}
   * @param chosen ids of the optional stages to play; all others are left out
   * @param occasion decides which lines and wordings are spoken
   * @throws ProgrammeException if the length or the posture is not offered or an id is not that of
   *     an optional stage in it; the message names those that are
   */
  public Script forMinutes(int minutes, Set<String> chosen, Occasion occasion)
      throws ProgrammeException {
    requireLength(minutes);
    if (!postures.contains(occasion.posture())) {
      throw new ProgrammeException(
          "The programme "
              + Source.quoted(id)
              + " is not written for the posture "
              + EnumWords.word(occasion.posture())
              + "; choose "
              + or(postures.stream().map(EnumWords::word).toList())
              + ".");
    }
    requireOptional(minutes, chosen);
    Mistakes mistakes = new Mistakes();
    Source source = new Source(id);
    new StageOrder(source, mistakes, 0).check(this, minutes);
    mistakes.refuseIfAny();
    ScriptTimer timer = new ScriptTimer(source, mistakes);
    int spare = spareSeconds(minutes, chosen);
    List<ScriptStage> timed = new ArrayList<>();
    for (Stage stage : stages) {
      if (stage.in(minutes) && plays(stage, chosen)) {
        int plan = stage.seconds(minutes) + (stage.role() == Role.REST ? spare : 0);
        timer
            .time(stage, minutes, plan, occasion.posture(), prompt -> prompt.wording(occasion))
            .ifPresent(timed::add);
      }
    }
    mistakes.refuseIfAny();
    return new Script(id, title, minutes, timed, kind, ending, occasion);
  }

  /**
   * Refuses a length that is not offered.
   *
   * @throws ProgrammeException whose message names those that are
   */
  public void requireLength(int minutes) throws ProgrammeException {
    if (!this.minutes.contains(minutes)) {
      throw new ProgrammeException(
          "The programme "
              + Source.quoted(id)
              + " is not offered in "
              + minutes
              + " minutes; choose "
              + or(this.minutes.stream().map(String::valueOf).toList())
              + ".");
    }
  }

  private static boolean plays(Stage stage, Set<String> chosen) {
    return stage.inclusion() == Inclusion.ALWAYS || chosen.contains(stage.id());
  }

  private int spareSeconds(int minutes, Set<String> chosen) {
    return optionalStages(minutes).stream()
        .filter(stage -> !chosen.contains(stage.id()))
        .mapToInt(stage -> stage.seconds(minutes))
        .sum();
  }

  private void requireOptional(int minutes, Set<String> chosen) throws ProgrammeException {
    List<String> known = optionalStages(minutes).stream().map(Stage::id).toList();
    for (String each : chosen) {
      if (!known.contains(each)) {
        throw new ProgrammeException(
            "The programme "
                + Source.quoted(id)
                + " has no optional stage "
                + Source.quoted(each)
                + " in "
                + minutes
                + " minutes; "
                + (known.isEmpty()
                    ? "none of its stages is optional."
                    : "choose " + or(known) + "."));
      }
    }
  }

  /** "10, 20 or 35". */
  private static String or(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
