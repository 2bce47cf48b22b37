package org.stillpoint.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.exchange.BeatsText;
import org.stillpoint.exchange.ReferenceBeats;
import org.stillpoint.exchange.WfdbAnnotations;
import org.stillpoint.exchange.WfdbHeader;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.signal.SensorKind;

/**
 * Waveforms on disk: a CSV file, or a WFDB record, which consists of a header and the files beside
 * it. A WFDB record can be named by its header, by its signal file, or by the part that their names
 * have in common.
 */
public final class WaveRecord {
  private static final String HEADER = ".hea";
  private static final String SIGNALS = ".dat";
  private static final String CSV = ".csv";
  private static final int HEAD_BYTES = 4096;

  private WaveRecord() {}

  /**
   * The file that the person means: the header of a WFDB record, or else the file itself, which
   * need not exist.
   */
  static Path of(Path named) {
    String name = named.toString();
    Path header = Path.of(stem(named, SIGNALS) + HEADER);
    boolean isFile = Files.exists(named) && !name.endsWith(SIGNALS);
    return !isFile && Files.isRegularFile(header) ? header : named;
  }

  static boolean isWfdb(Path record) {
    return record.toString().endsWith(HEADER);
  }

  /** Whether a file is a WFDB record, or a text that gives its sampling rate. */
  static boolean isWaveform(Path named) throws IOException {
    if (isWfdb(of(named))) {
      return true;
    }
    InputFile.requireRereadable(named);
    try (InputStream in = InputFile.open(named)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      return head.lines().anyMatch(l -> l.startsWith("#") && l.contains("sampling_rate_hz"));
    }
  }

  /**
   * The records that the person named. A folder stands for the CSV files and WFDB headers in it,
   * sorted by name; one without any is an error.
   */
  public static List<Path> all(List<Path> named) throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        all.add(of(path));
        continue;
      }
      List<Path> found = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*{.csv,.hea}")) {
        files.forEach(found::add);
      }
      if (found.isEmpty()) {
        throw new IOException(
            path + " holds no waveforms: name a folder with CSV files or WFDB headers (.hea).");
      }
      found.sort(null);
      all.addAll(found);
    }
    return List.copyOf(all);
  }

  /** Reads the header of a WFDB record. */
  static WfdbHeader header(Path record) throws IOException {
    try (InputStream in = InputFile.open(record)) {
      return WfdbHeader.read(record.toString(), in);
    }
  }

  /**
   * Reads the reference beats that are stored beside a record: WFDB annotations, or for a CSV file
   * the text NAME.ecg.beats.txt (for another kind of signal, its name in place of ecg) or else
   * NAME.beats.txt.
   *
   * @param annotator of a WFDB record; ignored for a CSV file
   * @param kind of the signal that is scored
   */
  public static ReferenceBeats reference(Path record, String annotator, SensorKind kind)
      throws IOException {
    if (isWfdb(record)) {
      Path file = Path.of(stem(record, HEADER) + "." + annotator);
      try (InputStream in = InputFile.open(file)) {
        return WfdbAnnotations.beats(file.toString(), in, header(record).framesPerSecond());
      }
    }
    String stem = stem(record, CSV);
    Path ofKind = Path.of(stem + "." + EnumWords.word(kind) + ".beats.txt");
    Path file = Files.exists(ofKind) ? ofKind : Path.of(stem + ".beats.txt");
    try (InputStream in = InputFile.open(file)) {
      return BeatsText.read(file.toString(), in);
    }
  }

  private static String stem(Path path, String ending) {
    String name = path.toString();
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
