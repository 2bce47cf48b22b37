package org.stillpoint.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.report.PainWords;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives or changes the ratings of a session afterwards. */
@Command(
    name = "rate",
    mixinStandardHelpOptions = true,
    description = "Gives or changes the ratings of a session afterwards.")
final class RateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final RatingOptions ratings = new RatingOptions();

  @Parameters(paramLabel = "ID", description = "Number of the recording, or latest.")
  private String id = "latest";

  @Override
  public Integer call() throws IOException {
    Store recordings = store.openExisting();
    Recording recording = StoreOption.find(recordings, id);
    new RecordingEdits(recordings)
        .rate(recording.id(), ratings.ratings(new Settings(store.folder())));
    Recording now = StoreOption.find(recordings, String.valueOf(recording.id()));
    Output.of(spec).println("The ratings of recording " + now.id() + " are kept.");
    if (now.ratings().painRose()) {
      Output.of(spec).println(PainWords.ROSE);
    }
    Output.of(spec).flush();
    return 0;
  }
}
