package org.stillpoint.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of packages in docs/architecture.md.
 *
 * @param arrows which packages each package may use
 * @param picture the text of the picture above the table
 */
record PackageTable(Map<String, Set<String>> arrows, String picture) {
  static final String ALL = "all";
  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
  private static final Pattern PICTURE = Pattern.compile("```\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  static PackageTable read() {
    try {
      String text = Files.readString(DOCUMENT);
      Map<String, Set<String>> arrows = new TreeMap<>();
      Matcher row = ROW.matcher(text);
      while (row.find()) {
        Set<String> used =
            NAME.matcher(row.group(2))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        arrows.put(row.group(1), used);
      }
      Set<String> names = Set.copyOf(arrows.keySet());
      arrows.replaceAll((name, used) -> used.contains(ALL) ? names : used);
      Matcher picture = PICTURE.matcher(text);
      return new PackageTable(arrows, picture.find() ? picture.group(1) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packages that the source folder holds. */
  static Set<String> packagesOfTheSources() {
    String[] folders = Path.of("src/main/java/org/stillpoint").toFile().list();
    return new TreeSet<>(Arrays.asList(folders == null ? new String[0] : folders));
  }

  /** The name below org.stillpoint. */
  static String packageOf(String packageName) {
    return packageName.substring("org.stillpoint.".length()).replaceFirst("\\..*", "");
  }
}
