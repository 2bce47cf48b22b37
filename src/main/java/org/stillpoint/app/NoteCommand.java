package org.stillpoint.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a person's own words about a session. */
@Command(
    name = "note",
    mixinStandardHelpOptions = true,
    description = "Keeps your own words about a session; without words it removes them.")
final class NoteCommand implements Callable<Integer> {
  /** A longer note is some other text. */
  private static final int MOST_CHARS = 2_000;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(index = "0", paramLabel = "ID", description = "Number of the recording, or latest.")
  private String id = "latest";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORDS", description = "The note.")
  private List<String> words = List.of();

  @Override
  public Integer call() throws IOException {
    String note = String.join(" ", words).strip();
    if (note.length() > MOST_CHARS) {
      throw Output.wrongUsage(spec, "a note has at most " + MOST_CHARS + " characters");
    }
    Store recordings = store.openExisting();
    Recording recording = StoreOption.find(recordings, id);
    new RecordingEdits(recordings).note(recording.id(), note);
    String done = note.isEmpty() ? "has no note." : "has the note: " + note;
    Output.of(spec).println("Recording " + recording.id() + " " + done);
    Output.of(spec).flush();
    return 0;
  }
}
