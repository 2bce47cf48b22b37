package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
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
    "8, newer Stillpoint",
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

  /** A store of the first release, with a recording in it, gets the columns it lacks. */
  @Test
  void aStoreOfTheFirstReleaseIsBroughtUpToDate() throws IOException {
    Path file = folder.resolve(Store.FILE);
    String tables = Files.readString(Path.of("src/main/resources/store/schema.sql"));
    Jdbi.create("jdbc:sqlite:" + file)
        .useHandle(
            handle -> {
              handle.createScript(tables).execute();
              handle.execute(
                  "INSERT INTO recording VALUES (1, '2026-01-01T00:00:00Z', 'UTC', 's', 'REAL', '',"
                      + " '', 'rr', 'back-pain', 't', 10, '{}', '0.1.0', 3, 'COMPLETE', 4, 3, NULL,"
                      + " NULL, 'LYING', 'ADAPTIVE', 'CALL', 0, NULL, 0.4, '')");
              handle.execute("PRAGMA user_version = 6");
            });

    for (int time = 0; time < 2; time++) {
      Recording kept = Store.open(folder).list().get(0);
      assertThat(kept.ratings().painBefore()).hasValue(4);
      assertThat(kept.ratings().sleep()).isEmpty();
      assertThat(kept.ratings().functionWords()).isEmpty();
      assertThat(kept.place()).isEmpty();
      assertThat(Jdbi.create("jdbc:sqlite:" + file).withHandle(OlderStoreTest::version))
          .isEqualTo(7);
    }
  }

  private static int version(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
  }
}
