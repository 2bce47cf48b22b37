package org.stillpoint.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.exchange.IntervalText;
import org.stillpoint.exchange.Intervals;

/** Reads interval files for commands. */
public final class IntervalFiles {
  private IntervalFiles() {}

  /**
   * Reads all intervals of a file.
   *
   * @throws IOException with one sentence that names the line
   */
  public static Intervals read(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return IntervalText.read(file.toString(), in);
    }
  }

  /** What the file was taken for, unless it is plain, and what was decided while reading. */
  public static List<String> said(Path file, Intervals intervals) {
    List<String> said = new ArrayList<>();
    if (!intervals.format().equals(IntervalText.PLAIN)) {
      said.add(file + " was read as: " + intervals.format() + ".");
    }
    said.addAll(intervals.notes());
    return said;
  }

  /** All files that are meant: of a folder the text files in it, by name. */
  public static List<Path> all(List<Path> named) throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        all.add(path);
        continue;
      }
      List<Path> found = new ArrayList<>();
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(path, "*.{txt,csv,tsv,rr,ibi,hrm}")) {
        files.forEach(found::add);
      }
      if (found.isEmpty()) {
        throw new IOException(
            path
                + " holds no intervals: name a folder with .txt, .csv, .tsv,"
                + " .rr, .ibi or .hrm files.");
      }
      found.sort(null);
      all.addAll(found);
    }
    return List.copyOf(all);
  }
}
