package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Replay;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes a recording from its raw bytes. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Recomputes a recording from its raw bytes and compares it with what was stored.")
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "ID", description = "Number of the recording, or latest.")
  private String id = "latest";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Store recordings = store.openExisting();
    Recording recording = StoreOption.find(recordings, id);
    Replay.Result result = Replay.run(recordings, recording);
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .createObjectNode()
              .put("id", recording.id())
              .put("algorithm", result.algorithm())
              .put("formulaChanged", result.formulaChanged())
              .put("identical", result.identical() && !result.formulaChanged())
              .put("events", result.events())
              .put("difference", result.identical() ? null : result.difference()));
    } else {
      out.println("Recording " + recording.id() + ": " + result.words());
    }
    out.flush();
    return result.identical() || result.formulaChanged() ? 0 : 1;
  }
}
