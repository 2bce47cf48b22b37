package org.stillpoint.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a recording; for a day this can be undone. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Deletes a recording. For a day, 'delete ID --undo' brings it back.")
final class DeleteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "ID", description = "Number of the recording.")
  private long id;

  @Option(names = "--undo", description = "Bring it back.")
  private boolean undo;

  @Override
  public Integer call() throws IOException {
    Store recordings = store.openExisting();
    RecordingEdits edits = new RecordingEdits(recordings);
    if (undo) {
      if (!edits.restore(id)) {
        throw new IOException(
            "Recording "
                + id
                + " was not deleted, or more than a day ago: there is nothing to undo.");
      }
      Output.of(spec).println("Recording " + id + " is back.");
    } else {
      Recording recording = StoreOption.find(recordings, String.valueOf(id));
      edits.delete(recording.id(), Host.now());
      Output.of(spec)
          .println(
              "Recording "
                  + id
                  + " is deleted. For a day, 'stillpoint delete "
                  + id
                  + " --undo' brings it back.");
    }
    Output.of(spec).flush();
    return 0;
  }
}
