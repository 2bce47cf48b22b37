package org.stillpoint.hrv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of scores for docs/accuracy.md, written to the target folder after all measurements. */
final class BreathTable {
  private final String file;
  private final List<String> rows = Collections.synchronizedList(new ArrayList<>());

  BreathTable(String file) {
    this.file = file;
  }

  void add(String who, String by, BreathScore score) {
    rows.add("| " + who + " | " + by + " | " + score.cells());
  }

  void write() throws IOException {
    List<String> lines = new ArrayList<>(rows);
    Collections.sort(lines);
    lines.add(0, "| who | by | windows | rate given % | median error | > 1 off % | > 2 off % |");
    lines.add(1, "| --- | --- | --- | --- | --- | --- | --- |");
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", file), lines);
  }
}
