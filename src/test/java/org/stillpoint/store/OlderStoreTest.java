package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store of another version is refused in one sentence and left as it is. */
class OlderStoreTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, older than 0.1.0",
    "4, older than 0.1.0",
    "5, older than 0.1.0",
    "7, newer Stillpoint",
    "99, newer Stillpoint"
  })
  void aStoreOfAnotherVersionIsRefusedAndKept(int version, String why) throws IOException {
    Path file = folder.resolve(Store.FILE);
    Jdbi.create("jdbc:sqlite:" + file)
        .useHandle(
            handle -> {
              handle.execute("CREATE TABLE recording (id INTEGER PRIMARY KEY)");
              handle.execute("PRAGMA user_version = " + version);
            });
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("choose another folder with --store");
    assertThat(Jdbi.create("jdbc:sqlite:" + file).withHandle(OlderStoreTest::version))
        .isEqualTo(version);
    assertThat(Files.size(file)).isGreaterThanOrEqualTo(before.length);
  }

  private static int version(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
  }
}
