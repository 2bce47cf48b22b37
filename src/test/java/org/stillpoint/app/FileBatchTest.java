package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.FileBatch.FileOutcome;

class FileBatchTest {
  private static final List<Path> FILES =
      IntStream.range(0, 40).mapToObj(i -> Path.of("file" + i)).toList();

  @Test
  void outcomesComeInTheOrderOfTheFilesWhateverEndsFirst() throws InterruptedException {
    List<Path> two = FILES.subList(0, 2);
    boolean several = Runtime.getRuntime().availableProcessors() > 1;
    CountDownLatch secondDone = new CountDownLatch(several ? 1 : 0);

    List<FileOutcome<String>> outcomes =
        FileBatch.run(
            two,
            file -> {
              if (file.equals(two.get(0))) {
                await(secondDone);
              } else {
                secondDone.countDown();
              }
              return file.toString();
            },
            share -> {});

    assertThat(outcomes).extracting(FileOutcome::value).containsExactly("file0", "file1");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFileThatFailsIsNamedAndStopsNobody() throws InterruptedException {
    List<FileOutcome<Integer>> outcomes =
        FileBatch.run(
            FILES,
            file -> {
              int number = Integer.parseInt(file.toString().substring("file".length()));
              if (number == 3) {
                throw new IOException("file3 is bad.");
              }
              if (number == 4) {
                throw new IllegalStateException("our mistake");
              }
              return number;
            },
            share -> {});

    assertThat(outcomes).hasSize(40);
    assertThat(outcomes.get(3).value()).isNull();
    assertThat(outcomes.get(3).reason()).isEqualTo("file3 is bad.");
    assertThat(outcomes.get(4).reason()).contains("file4 failed because of an internal error");
    assertThat(outcomes.get(39).value()).isEqualTo(39);
    assertThat(outcomes.get(39).reason()).isEmpty();
  }

  @Test
  void progressRisesToOne() throws InterruptedException {
    List<Double> shares = new ArrayList<>();

    FileBatch.run(FILES, Path::toString, shares::add);

    assertThat(shares).hasSize(41).isSorted().startsWith(0.0).endsWith(1.0);
  }

  @Test
  void noFilesAreNoTrouble() throws InterruptedException {
    assertThat(FileBatch.run(List.<Path>of(), Path::toString, share -> {})).isEmpty();
  }
}
