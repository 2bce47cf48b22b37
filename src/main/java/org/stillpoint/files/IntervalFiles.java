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
   * @throws IOException with one sentence that names the line, if one is wrong
   */
  public static Intervals read(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return IntervalText.read(file.toString(), in);
    }
  }

  /**
   * Sentences about the format that was recognised, unless it is plain, and about what was decided
   * while reading.
   */
  public static List<String> said(Path file, Intervals intervals) {
    List<String> said = new ArrayList<>();
    if (!intervals.format().equals(IntervalText.PLAIN)) {
      said.add(file + " was read as: " + intervals.format() + ".");
    }
    said.addAll(intervals.notes());
    return said;
  }

  /**
   * The files that the person named. A folder stands for the text files in it, sorted by name; one
   * without any is an error.
   */
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
