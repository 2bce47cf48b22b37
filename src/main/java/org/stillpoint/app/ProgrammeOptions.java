package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Occasion;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeLibrary;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Stage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose the programme, its length and its optional stages. */
final class ProgrammeOptions {
  private static final String USUAL = "back-pain";
  private static final int USUAL_MINUTES = 20;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--programme",
      paramLabel = "NAME",
      completionCandidates = Shipped.class,
      description =
          "The programme: ${COMPLETION-CANDIDATES}, or one of your own. 'stillpoint programmes'"
              + " lists them with their lengths. Default: back-pain.")
  private @Nullable String named;

  @Option(
      names = "--course",
      description = "Play what your course has for today; 'stillpoint course' says what that is.")
  private boolean course;

  @Option(
      names = "--minutes",
      paramLabel = "T",
      description =
          "Length in minutes, one of those that the programme offers. Default: 20 if it is offered,"
              + " otherwise the first.")
  private @Nullable Integer minutes;

  @Option(
      names = "--with",
      paramLabel = "STAGE",
      description = "Add an optional stage that is left out by default, such as feelings.")
  private List<String> with = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "STAGE",
      description = "Leave out an optional stage; its time is added to the stage of rest.")
  private List<String> without = new ArrayList<>();

  /** Offers the shipped programmes to help texts and the shell. */
  static final class Shipped implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ProgrammeReader.shippedIds().iterator();
    }
  }

  /** The shipped programmes and the person's own, from the person's data folder. */
  static ProgrammeLibrary library(Path folder) {
    return ProgrammeLibrary.read(new Settings(folder).language(), folder(folder));
  }

  /** The folder of a person's own programmes; it may not exist. */
  static Path folder(Path dataFolder) {
    return dataFolder.resolve("programmes");
  }

  /**
   * The session that was asked for.
   *
   * @param folder the person's data folder
   * @param store where the recordings are, from which the progress in a course follows
   * @throws IOException with one sentence if the course has nothing for today
   * @throws ProgrammeException if a file of their own has mistakes
   * @throws picocli.CommandLine.ParameterException if there is no such programme, length or stage
   */
  WishedSession wished(Path folder, StoreOption store) throws IOException, ProgrammeException {
    if (!course) {
      return WishedSession.of(chosen(folder));
    }
    if (named != null || minutes != null || !with.isEmpty() || !without.isEmpty()) {
      throw Output.wrongUsage(
          command, "--course chooses the programme and its length: leave the other options out");
    }
    return WishedSession.today(folder, store.open(), Host.now().atZone(Host.zone()).toLocalDate());
  }

  /**
   * What was asked for.
   *
   * @param folder the person's data folder
   * @throws ProgrammeException if it is a file of their own that has mistakes
   * @throws picocli.CommandLine.ParameterException if there is no such programme, length or stage
   */
  private ChosenProgramme chosen(Path folder) throws ProgrammeException {
    String programme = named == null ? USUAL : named;
    ProgrammeLibrary library = library(folder);
    Optional<Programme> found = library.find(programme);
    if (found.isEmpty() && library.refusal(programme).isPresent()) {
      throw library.refusal(programme).get();
    }
    try {
      Programme chosen = library.programme(programme);
      int length = minutes == null ? usual(chosen) : minutes;
      Set<String> stages = new HashSet<>(chosen.usualStages(length));
      stages.addAll(with);
      List<String> optional = chosen.optionalStages(length).stream().map(Stage::id).toList();
      for (String stage : without) {
        if (optional.contains(stage)) {
          stages.remove(stage);
        } else {
          stages.add(stage); // so that it is refused in the same words as with --with
        }
      }
      ChosenProgramme asked = new ChosenProgramme(chosen, length, stages);
      asked.script(Occasion.first(chosen.postures().get(0))); // refuses what is not offered
      return asked;
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(command, String.valueOf(e.getMessage()));
    }
  }

  private static int usual(Programme programme) {
    return programme.minutes().contains(USUAL_MINUTES) ? USUAL_MINUTES : programme.minutes().get(0);
  }
}
