package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a recording. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes the report of a recording: one HTML file that includes its charts.")
final class ReportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "ID", description = "Number of the recording, or latest.")
  private String id = "latest";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(names = "--png", description = "Also write the five charts as PNG files.")
  private boolean png;

  @Override
  public Integer call() throws IOException {
    Store recordings = store.openExisting();
    Recording recording = StoreOption.find(recordings, id);
    Path written = Reports.write(recordings, recording, out);
    if (png) {
      Reports.writePngs(recordings, recording, out);
    }
    Output.of(spec).println(written);
    Output.of(spec).flush();
    return 0;
  }
}
