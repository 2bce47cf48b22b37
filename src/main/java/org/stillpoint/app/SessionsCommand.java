package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.relax.Settling;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.store.CoursePlace;
import org.stillpoint.store.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the recordings. */
@Command(
    name = "sessions",
    mixinStandardHelpOptions = true,
    description = "Lists the recordings, newest first.")
final class SessionsCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--programme", paramLabel = "NAME", description = "Only those of a programme.")
  private @Nullable String programme;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only those from this day on, such as 2026-03-01.")
  private @Nullable LocalDate since;

  @Option(names = "--note", paramLabel = "WORDS", description = "Only those with this in the note.")
  private @Nullable String words;

  private boolean wanted(Recording r) {
    return (programme == null || programme.equals(r.programmeId()))
        && (since == null || !r.startedAt().atZone(r.zone()).toLocalDate().isBefore(since))
        && (words == null
            || r.note().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Integer call() throws IOException {
    List<Recording> all = store.openExisting().list();
    List<Recording> recordings = all.stream().filter(this::wanted).toList();
    PrintWriter out = Output.of(spec);
    if (json) {
      ArrayNode array = JsonMapper.builder().build().createArrayNode();
      recordings.forEach(r -> fill(array.addObject(), r));
      out.println(array);
    } else if (recordings.isEmpty() && !all.isEmpty()) {
      out.println("None of the " + all.size() + " recordings is like that.");
    } else if (recordings.isEmpty()) {
      out.println("There are no recordings yet: run 'stillpoint session' to make one.");
    } else {
      for (Recording r : recordings) {
        out.printf(
            Locale.ROOT,
            "%4d  %s  %2d min  %-10s  %s, %s%n",
            r.id(),
            WHEN.format(r.startedAt().atZone(r.zone())),
            r.minutes(),
            words(r.state()),
            r.programmeTitle(),
            r.note().isEmpty() ? r.sensor() : r.sensor() + " (" + r.note() + ")");
      }
    }
    out.flush();
    return 0;
  }

  private static String words(Recording.State state) {
    return switch (state) {
      case COMPLETE -> "complete";
      case INCOMPLETE -> "incomplete";
      case OPEN -> "not ended";
    };
  }

  /** All that is known of a recording without loading it. */
  static void fill(ObjectNode node, Recording r) {
    node.put("id", r.id())
        .put("startedAt", r.startedAt().toString())
        .put("zone", r.zone().getId())
        .put("programme", r.programmeId())
        .put("minutes", r.minutes())
        .put("state", EnumWords.word(r.state()))
        .put("sensor", r.sensor())
        .put("protocol", r.protocol());
    put(node, "painBefore", r.ratings().painBefore());
    put(node, "painAfter", r.ratings().painAfter());
    put(node, "tensionBefore", r.ratings().tensionBefore());
    put(node, "tensionAfter", r.ratings().tensionAfter());
    put(node, "sleep", r.ratings().sleep());
    put(node, "function", r.ratings().function());
    node.put("functionWords", r.ratings().functionWords());
    node.put("course", r.place().map(CoursePlace::course).orElse(null));
    node.put("courseDay", r.place().map(CoursePlace::day).orElse(null));
    node.put("note", r.note());
    if (r.finalIndex().isPresent()) {
      node.put("finalIndex", r.finalIndex().getAsDouble());
      node.put("settling", Settling.of(r.finalIndex().getAsDouble()).words());
    } else {
      node.putNull("finalIndex").putNull("settling");
    }
  }

  private static void put(ObjectNode node, String key, OptionalInt value) {
    if (value.isPresent()) {
      node.put(key, value.getAsInt());
    } else {
      node.putNull(key);
    }
  }
}
