package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Course;
import org.stillpoint.programme.CourseReader;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeLibrary;
import org.stillpoint.signal.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the programmes and checks session scripts. */
@Command(
    name = "programmes",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the programmes: those that come with Stillpoint, and your own.",
      "Your own are in the folder programmes of your data folder. docs/programmes.md explains how to"
          + " write one."
    })
final class ProgrammesCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ProgrammeLibrary library = ProgrammeOptions.library(store.folder());
    PrintWriter out = Output.of(spec);
    if (json) {
      ArrayNode array = JsonMapper.builder().build().createArrayNode();
      library.entries().forEach(entry -> fill(array.addObject(), entry));
      out.println(array);
    } else {
      library.entries().forEach(entry -> print(out, entry));
      out.println();
      out.println("Your own scripts go into " + ProgrammeOptions.folder(store.folder()) + ".");
    }
    out.flush();
    PrintWriter err = Output.errors(spec);
    library.troubles().forEach(err::println);
    err.flush();
    return 0;
  }

  private static void print(PrintWriter out, ProgrammeLibrary.Entry entry) {
    Programme programme = entry.programme();
    out.printf(
        Locale.ROOT,
        "%-22s %-34s %-22s %-11s %s%n",
        programme.id(),
        programme.title(),
        lengths(programme),
        kind(programme),
        from(entry));
  }

  private static String lengths(Programme programme) {
    return programme.minutes().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " min";
  }

  private static String kind(Programme programme) {
    return EnumWords.word(programme.kind());
  }

  private static String from(ProgrammeLibrary.Entry entry) {
    return entry.file().map(file -> String.valueOf(file.getFileName())).orElse("shipped");
  }

  private static void fill(ObjectNode node, ProgrammeLibrary.Entry entry) {
    Programme programme = entry.programme();
    node.put("id", programme.id())
        .put("title", programme.title())
        .put("kind", kind(programme))
        .put("ending", EnumWords.word(programme.ending()));
    programme.minutes().forEach(node.putArray("minutes")::add);
    List<String> optional = new ArrayList<>();
    for (int minutes : programme.minutes()) {
      programme.optionalStages(minutes).stream()
          .map(stage -> stage.id())
          .filter(id -> !optional.contains(id))
          .forEach(optional::add);
    }
    optional.forEach(node.putArray("optionalStages")::add);
    node.put("from", entry.file().isPresent() ? "own" : "shipped");
    node.put("file", entry.file().map(Path::toString).orElse(null));
  }

  /** Checks scripts and prints every mistake. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Checks session scripts and courses: prints the line and the remedy for every mistake.")
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scripts to check.")
          List<Path> files) {
    PrintWriter out = Output.of(spec);
    PrintWriter err = Output.errors(spec);
    int code = 0;
    for (Path file : files) {
      try {
        if (CourseReader.isCourse(file)) {
          Course course = CourseReader.readFile(file, ProgrammeOptions.library(store.folder()));
          out.println(
              file + ": \"" + course.title() + "\" has no mistakes, " + course.days() + " days.");
          continue;
        }
        Programme programme = ProgrammeLibrary.readFile(file);
        ProgrammeLibrary.requireOwnId(programme, file);
        out.println(
            file + ": \"" + programme.title() + "\" has no mistakes, " + lengths(programme) + ".");
      } catch (ProgrammeException e) {
        code = 1;
        e.mistakes().forEach(err::println);
      }
    }
    out.flush();
    err.flush();
    return code;
  }
}
