package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AntKeyTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theOptionGoesBeforeTheSettingAndWithoutBothThereIsNone() throws IOException {
    assertThat(AntKey.of(null, new Settings(folder)).present()).isFalse();
    file("settings.properties", "antKeyFile=invented.key\n");
    file("invented.key", "0102030405060708\n");

    assertThat(AntKey.of(null, new Settings(folder)).present()).isTrue();
    Path wrong = file("wrong.key", "010203");
    assertThatThrownBy(() -> AntKey.of(wrong, new Settings(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 6 hexadecimal digits")
        .hasMessageContaining("wrong.key")
        .hasMessageNotContaining("010203");
  }

  @Test
  void aFileThatIsNotThereIsTold() throws IOException {
    file("settings.properties", "antKeyFile=nowhere.key\n");

    assertThatThrownBy(() -> AntKey.of(null, new Settings(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining("nowhere.key");
  }

  @Test
  void theKeyFileIsKeptWhenTheWindowRemembersSomethingElse() throws IOException {
    file("settings.properties", "antKeyFile=invented.key\n");
    new Settings(folder).dark(true);

    assertThat(new Settings(folder).antKeyFile()).contains(folder.resolve("invented.key"));
  }
}
