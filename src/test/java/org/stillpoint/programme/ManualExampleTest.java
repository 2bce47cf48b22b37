package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManualExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\\R(.*?)```");

  @Test
  void theExampleInTheManualIsAValidScript() throws IOException, ProgrammeException {
    String manual = Files.readString(Path.of("docs", "programmes.md"));
    List<Script> scripts = new ArrayList<>();
    for (MatchResult example : EXAMPLE.matcher(manual).results().toList()) {
      Programme programme =
          ProgrammeReader.read("programmes.md", new StringReader(example.group(1)));
      for (int minutes : programme.minutes()) {
        scripts.add(programme.forMinutes(minutes));
      }
    }

    assertThat(scripts).extracting(Script::minutes).containsExactly(5, 8);
    assertThat(manual).contains(idOfHands(scripts.get(0)));
    assertThat(scripts.get(1).stages()).extracting(ScriptStage::id).contains("sounds");
  }

  private static String idOfHands(Script script) {
    return script.stages().stream()
        .flatMap(stage -> stage.items().stream())
        .filter(item -> item.text().equals("Both hands together."))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
