package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.store.Store;
import org.stillpoint.testkit.Needs;

class TerminalKeysTest {
  @TempDir private Path folder;

  @Test
  void eachKeyIsACommandAndTheBigOnesAreFoundWithoutLooking() {
    List<Command> commands = new ArrayList<>();
    for (char key : "pRgcmbntq\r \u001b".toCharArray()) {
      TerminalKeys.command(key).ifPresent(commands::add);
    }

    assertThat(commands)
        .containsExactly(
            Command.PAUSE,
            Command.RESUME,
            Command.GO_ON,
            Command.CHANGE_POSITION,
            Command.MOVED,
            Command.PACER_ON,
            Command.PACER_OFF,
            Command.PACER_TOO_SLOW,
            Command.STOP,
            Command.MOVED,
            Command.GO_ON,
            Command.END_GENTLY);
    assertThat(TerminalKeys.command('x')).isEmpty();
  }

  /** A real pseudo terminal; no key is followed by Enter. */
  @Test
  @Tag("realtime")
  @Tag("slow")
  void oneKeyIsEnoughAtATerminal() throws Exception {
    Needs.socat();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String session =
        String.join(
            " ",
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "session --sensor virtual:responder,7 --minutes 10 --voice none --acknowledge-safety",
            "--store",
            folder.toString());
    Path script = Files.writeString(folder.resolve("session.sh"), "exec " + session + "\n");
    ProcessBuilder builder =
        new ProcessBuilder("socat", "-", "EXEC:sh " + script + ",pty,setsid,ctty,stderr");
    builder.environment().remove("CI");
    builder.environment().put("STILLPOINT_DATA", folder.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try (OutputStream keys = process.getOutputStream()) {
      StringBuilder seen = new StringBuilder();
      until(process, seen, "A quiet start");
      press(keys, "\u001b[A"); // an arrow is not Escape
      press(keys, "m");
      until(process, seen, "moved");
      press(keys, "p");
      until(process, seen, "paused");
      press(keys, "q");
      until(process, seen, "Kept as recording 1");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroy();
    }
    Store store = Store.open(folder);
    assertThat(store.load(store.list().get(0)).events(RecordingEvent.Moved.class)).hasSize(1);
  }

  private static void press(OutputStream keys, String key) throws Exception {
    keys.write(key.getBytes(StandardCharsets.US_ASCII));
    keys.flush();
  }

  private static void until(Process process, StringBuilder seen, String words) throws Exception {
    int from = seen.length();
    int next = 0;
    while (next >= 0 && seen.indexOf(words, from) < 0) {
      next = process.getInputStream().read();
      seen.append((char) next);
    }
    assertThat(seen.substring(from)).contains(words);
  }
}
