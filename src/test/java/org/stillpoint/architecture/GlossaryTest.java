package org.stillpoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the texts of the product against docs/glossary.md: the documents without their code, the
 * string literals of the program, and its resources except the session scripts.
 */
class GlossaryTest {
  private static final Path GLOSSARY = Path.of("docs/glossary.md");
  private static final Pattern ROW = Pattern.compile("\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern RESOURCE = Pattern.compile(".*\\.(html|properties|txt)");

  /** A row of the glossary: the word, its names in code, and the words that are not used. */
  private record Entry(String word, List<String> inCode, List<String> not) {}

  private final ProjectSources sources = new ProjectSources();
  private final List<Entry> entries =
      Document.read(GLOSSARY).prose().stream()
          .flatMap(line -> ROW.matcher(line).results())
          .map(
              row ->
                  new Entry(
                      row.group(1).strip(),
                      SPAN.matcher(row.group(2)).results().map(code -> code.group(1)).toList(),
                      Stream.of(row.group(4).strip().split("\\s*,\\s*", -1))
                          .filter(word -> !word.isEmpty())
                          .toList()))
          .filter(entry -> !entry.word().equals("word") && !entry.word().startsWith("---"))
          .toList();

  @Test
  void theGlossaryIsRead() {
    assertThat(entries).hasSizeGreaterThan(30);
    assertThat(entries).filteredOn(entry -> !entry.not().isEmpty()).hasSizeGreaterThan(8);
    assertThat(entries).extracting(Entry::word).doesNotHaveDuplicates();
  }

  @Test
  void namesInCodeExist() {
    assertThat(entries)
        .flatExtracting(Entry::inCode)
        .isNotEmpty()
        .allMatch(
            name ->
                ProjectSources.looksLikeType(name) ? sources.hasType(name) : sources.hasWord(name));
  }

  @Test
  void noTextUsesAWordThatTheGlossaryRulesOut() throws IOException {
    Map<String, String> texts = texts();
    List<String> found = new ArrayList<>();
    for (Entry entry : entries) {
      for (String not : entry.not()) {
        Pattern word = Pattern.compile("(?i)\\b" + Pattern.quote(not) + "\\b");
        texts.forEach(
            (where, text) -> {
              if (word.matcher(text).find()) {
                found.add(where + " says \"" + not + "\" for: " + entry.word());
              }
            });
      }
    }
    assertThat(found).isEmpty();
  }

  /** All texts by their place. */
  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Document document : Document.all()) {
      if (!document.path().equals(GLOSSARY)) {
        texts.put(document.path().toString(), document.words());
      }
    }
    sources
        .main()
        .forEach(
            (file, java) -> texts.put(file.toString(), String.join("\n", StringLiterals.of(java))));
    try (Stream<Path> resources = Files.walk(Path.of("src/main/resources"))) {
      for (Path file : resources.filter(f -> RESOURCE.matcher(f.toString()).matches()).toList()) {
        texts.put(file.toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void theTextsAreThoseThatPeopleRead() throws IOException {
    assertThat(texts())
        .containsKeys(
            "README.md",
            "CONTRIBUTING.md",
            "src/main/java/org/stillpoint/app/Main.java",
            "src/main/resources/report/session.html",
            "src/main/resources/guide/announcements.properties",
            "src/main/resources/org/stillpoint/ui/safety.txt");
  }

  @Test
  void literalsAreFoundAndCommentsAreNot() {
    String java =
        "/* \"no\" */ a(\"one\" // \"no\"\n + \" more\", '\"', \"\"\"\n two \"quoted\"\n\"\"\")";

    assertThat(StringLiterals.of(java))
        .containsExactly("one", " more", "\n two \"quoted\"\n")
        .hasSize(3);
    assertThat(StringLiterals.of("\"pulse \"\n    + \"rate\"; \"other\""))
        .containsExactly("pulse rate", "other");
  }
}
