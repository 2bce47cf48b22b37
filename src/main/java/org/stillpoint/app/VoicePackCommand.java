package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Sentence;
import org.stillpoint.guide.Sentences;
import org.stillpoint.guide.VoicePack;
import org.stillpoint.guide.VoicePack.Found;
import org.stillpoint.guide.VoicePack.RecordingCheck;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.SpeakingPace;
import org.stillpoint.signal.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Helps a person to record the prompts of a programme in their own voice. */
@Command(
    name = "voicepack",
    mixinStandardHelpOptions = true,
    description = {
      "Helps you to record the prompts in your own voice.",
      "'sheet' writes a list of what to say; 'check' checks a folder of recordings."
    })
final class VoicePackCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw Output.wrongUsage(spec, "voicepack needs a subcommand: check or sheet");
  }

  /**
   * The sentences that a programme can say.
   *
   * @param minutes one length of it, with all its optional stages; null for every length
   */
  private static List<Sentence> sentences(
      @Nullable CommandSpec spec, Programme programme, @Nullable Integer minutes) {
    if (minutes == null) {
      return Sentences.of(programme);
    }
    try {
      programme.requireLength(minutes);
      return Sentences.of(programme, List.of(minutes));
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(spec, String.valueOf(e.getMessage()));
    }
  }

  private static Programme programme(@Nullable CommandSpec spec, String id) {
    try {
      return ProgrammeOptions.library(Host.dataFolder()).programme(id);
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(spec, String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Lists which recordings are good, missing, strange or unknown.",
        "The exit code is 1 if a recording is missing or cannot be used."
      })
  int check(
      @Parameters(paramLabel = "DIR", description = "Folder of the WAV files.") Path folder,
      @Option(
              names = "--programme",
              paramLabel = "ID",
              defaultValue = "back-pain",
              description = "The programme. Default: ${DEFAULT-VALUE}.")
          String id,
      @Option(names = "--minutes", paramLabel = "T", description = "Only what this length needs.")
          @Nullable Integer minutes,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException {
    Programme programme = programme(spec, id);
    List<Sentence> wanted = sentences(spec, programme, minutes);
    Map<String, Sentence> known =
        Sentences.of(programme).stream()
            .collect(Collectors.toMap(Sentence::id, Function.identity()));
    List<Found> found = VoicePack.open(folder).check(wanted, known);
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(json(found));
    } else {
      found.forEach(each -> print(out, each, known));
      out.println(summary(found));
    }
    out.flush();
    return found.stream()
            .allMatch(each -> each.state() == RecordingCheck.GOOD || each.seconds() > 0)
        ? 0
        : 1;
  }

  private static void print(PrintWriter out, Found found, Map<String, Sentence> known) {
    Sentence sentence = known.get(found.id());
    String words =
        switch (found.state()) {
          case GOOD ->
              String.format(
                  Locale.ROOT, "%.1f s of %.1f s", found.seconds(), found.plannedSeconds());
          case MISSING -> sentence == null ? found.words() : "\"" + sentence.text() + "\"";
          case STRANGE, UNKNOWN -> found.words();
        };
    out.printf(Locale.ROOT, "%-8s %-16s %s%n", EnumWords.word(found.state()), found.id(), words);
  }

  private static String summary(List<Found> found) {
    Map<RecordingCheck, Long> counts =
        found.stream().collect(Collectors.groupingBy(Found::state, Collectors.counting()));
    return counts.getOrDefault(RecordingCheck.GOOD, 0L)
        + " good, "
        + counts.getOrDefault(RecordingCheck.MISSING, 0L)
        + " missing, "
        + counts.getOrDefault(RecordingCheck.STRANGE, 0L)
        + " strange, "
        + counts.getOrDefault(RecordingCheck.UNKNOWN, 0L)
        + " unknown.";
  }

  private static ArrayNode json(List<Found> found) {
    ArrayNode all = JsonMapper.builder().build().createArrayNode();
    for (Found each : found) {
      all.addObject()
          .put("id", each.id())
          .put("state", EnumWords.word(each.state()))
          .put("words", each.words())
          .put("seconds", each.seconds())
          .put("plannedSeconds", each.plannedSeconds());
    }
    return all;
  }

  @Command(
      name = "sheet",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a list of what the speaker has to say.",
        "It has one line per recording: its name, its longest duration in seconds, its stage and its"
            + " text, separated by tabs."
      })
  int sheet(
      @Option(
              names = "--programme",
              paramLabel = "ID",
              defaultValue = "back-pain",
              description = "The programme. Default: ${DEFAULT-VALUE}.")
          String id,
      @Option(names = "--minutes", paramLabel = "T", description = "Only what this length needs.")
          @Nullable Integer minutes,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
          Path file)
      throws IOException {
    List<Sentence> wanted = sentences(spec, programme(spec, id), minutes);
    StringBuilder sheet = new StringBuilder("id\tseconds\tstage\ttext\n");
    for (Sentence sentence : wanted) {
      sheet.append(
          String.format(
              Locale.ROOT,
              "%s\t%.1f\t%s\t%s%n",
              sentence.id(),
              SpeakingPace.seconds(sentence.text()),
              sentence.stage(),
              sentence.text().replaceAll("\\s+", " ")));
    }
    Files.writeString(file, sheet);
    PrintWriter out = Output.of(spec);
    out.println("Wrote " + wanted.size() + " sentences to " + file + ".");
    out.flush();
    return 0;
  }
}
