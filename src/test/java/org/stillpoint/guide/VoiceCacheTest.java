package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceCacheTest {
  @TempDir private Path temp;

  private final AtomicInteger rendered = new AtomicInteger();
  private Path folder = Path.of("");

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    folder = temp.resolve("data").resolve("voice-cache");
  }

  private VoiceCache.Renderer seconds(double seconds) {
    return wav -> {
      rendered.incrementAndGet();
      Waves.speech(wav, seconds);
    };
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void aSoundIsRenderedOnceForEachKey() throws IOException {
    VoiceCache cache = new VoiceCache(folder);

    assertThat(cache.holds("a")).isFalse();
    assertThat(cache.get("a", seconds(0.1)).seconds()).isEqualTo(0.1);
    assertThat(cache.get("a", seconds(0.9)).seconds()).isEqualTo(0.1);
    assertThat(cache.get("b", seconds(0.2)).seconds()).isEqualTo(0.2);
    assertThat(new VoiceCache(folder).get("b", seconds(0.9)).seconds()).isEqualTo(0.2);

    assertThat(rendered).hasValue(2);
    assertThat(cache.holds("a")).isTrue();
    assertThat(files())
        .hasSize(2)
        .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{32}\\.wav"));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    new VoiceCache(folder).get("a", seconds(0.1));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void aTornFileIsMadeAgain() throws IOException {
    VoiceCache cache = new VoiceCache(folder);
    cache.get("a", seconds(0.1));
    byte[] whole = Files.readAllBytes(files().get(0));
    for (int length : new int[] {0, 10, 44, whole.length - 1}) {
      Files.write(files().get(0), java.util.Arrays.copyOf(whole, length));
      assertThat(cache.holds("a")).isFalse();
      cache.get("a", seconds(0.1));
      assertThat(Files.readAllBytes(files().get(0))).isEqualTo(whole);
    }
  }

  @Test
  void whatFailsLeavesNothingBehind() {
    VoiceCache cache = new VoiceCache(folder);

    assertThatThrownBy(
            () ->
                cache.get(
                    "a",
                    wav -> {
                      Files.writeString(wav, "half");
                      throw new IOException("no");
                    }))
        .hasMessage("no");
    assertThatThrownBy(() -> cache.get("a", wav -> Files.writeString(wav, "no sound")))
        .hasMessageContaining("not a WAV file");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOldestGoWhenItIsFull() throws IOException {
    long each = 44 + 2 * 2_205;
    VoiceCache cache = new VoiceCache(folder, 3 * each);
    for (int i = 0; i < 6; i++) {
      cache.get("key " + i, seconds(0.1));
      for (Path file : files()) { // an hour passes
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() - 3_600_000));
      }
    }

    assertThat(files()).hasSize(3);
    assertThat(cache.holds("key 2")).isFalse();
    assertThat(List.of("key 3", "key 4", "key 5")).isNotEmpty().allMatch(cache::holds);
  }

  @Test
  void oneThatIsLargerThanTheBoundIsStillKeptWhileItIsTheNewest() throws IOException {
    VoiceCache cache = new VoiceCache(folder, 100);

    assertThat(cache.get("a", seconds(0.1)).seconds()).isEqualTo(0.1);
    assertThat(cache.holds("a")).isTrue();
    cache.get("b", seconds(0.1));
    assertThat(cache.holds("a")).isFalse();
  }

  @Test
  void aFolderThatCannotBeMadeIsAnError() throws IOException {
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(folder, "in the way");

    assertThatThrownBy(() -> new VoiceCache(folder).get("a", seconds(0.1)))
        .isInstanceOf(IOException.class);
  }
}
