package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondStartAsksTheFirstForItsWindow() {
    try (WindowLock first = WindowLock.take(folder).orElseThrow()) {
      assertThat(first.asked()).isFalse();
      assertThat(WindowLock.take(folder)).isEmpty();
      assertThat(first.asked()).isTrue();
      assertThat(first.asked()).isFalse();
    }
    try (WindowLock next = WindowLock.take(folder).orElseThrow()) {
      assertThat(next.asked()).isFalse();
    }
  }

  @Test
  void aFolderThatCannotBeLockedStopsNobody() {
    try (WindowLock lock = WindowLock.take(folder.resolve("none")).orElseThrow()) {
      assertThat(lock.asked()).isFalse();
    }
  }
}
