package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.monitor.Command;

class TerminalKeysTest {
  @Test
  void eachLetterIsACommandAndAnythingElseIsExplained() {
    List<Command> commands = new ArrayList<>();
    List<String> told = new ArrayList<>();

    TerminalKeys.read(
        new BufferedReader(new StringReader("p\nR\n g \nc\nb\nn\nt\n\n \ne\n\u001b\nq\nwhat\n")),
        commands::add,
        told::add);

    assertThat(commands)
        .containsExactly(
            Command.PAUSE,
            Command.RESUME,
            Command.GO_ON,
            Command.CHANGE_POSITION,
            Command.PACER_ON,
            Command.PACER_OFF,
            Command.PACER_TOO_SLOW,
            Command.MOVED,
            Command.GO_ON,
            Command.END_GENTLY,
            Command.END_GENTLY,
            Command.STOP);
    assertThat(told).containsExactly(TerminalKeys.HELP);
  }
}
