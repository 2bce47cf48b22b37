package org.stillpoint.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.ReferenceBeats;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.ReferenceData;

/** The beats of whole real records against their annotations; the figures stand in accuracy.md. */
@Tag("slow")
class WholeRecordsTest {

  @Test
  void ecgRecordsOfHalfAnHour() throws IOException {
    List<Evaluation> all = evaluate("wfdb", "*.hea", SensorKind.ECG);

    assertThat(all).hasSizeGreaterThanOrEqualTo(24);
    assertThat(Evaluation.gross(all).score().f1()).isGreaterThanOrEqualTo(99.75);
    assertThat(of(all, "108.hea").score().f1()).isGreaterThanOrEqualTo(99.0);
    assertThat(of(all, "232.hea").score().f1()).isGreaterThanOrEqualTo(99.5);
    assertThat(Evaluation.gross(all).usedPercent()).isGreaterThan(95);
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(100.0 * each.used().matched() / each.used().detected())
                    .as(each.name())
                    .isGreaterThanOrEqualTo(99.9));
  }

  @Test
  void fingersInHospital() throws IOException {
    List<Evaluation> all = evaluate("bidmc", "*.csv", SensorKind.PPG);

    assertThat(all).hasSizeGreaterThanOrEqualTo(25);
    Evaluation gross = Evaluation.gross(all);
    assertThat(gross.score().f1()).isGreaterThanOrEqualTo(98.6);
    assertThat(100.0 * gross.used().matched() / gross.used().detected())
        .isGreaterThanOrEqualTo(99.8);
  }

  private static Evaluation of(List<Evaluation> all, String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** All records of a folder that have reference beats. */
  private static List<Evaluation> evaluate(String folder, String pattern, SensorKind kind)
      throws IOException {
    List<Path> records = new ArrayList<>();
    Path directory = ReferenceData.require(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
      files.forEach(records::add);
    }
    List<Evaluation> all = new ArrayList<>();
    for (Path record : records) {
      if (!record.endsWith("bidmc32.csv")) { // its reference excludes the whole record
        WaveBeats wave = WaveformFile.detect(record, kind, "");
        ReferenceBeats reference = WaveRecord.reference(record, "atr", kind);
        all.add(Evaluation.of(record, wave, reference, 0));
      }
    }
    return all;
  }
}
