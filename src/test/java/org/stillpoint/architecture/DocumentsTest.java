package org.stillpoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.Main;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import picocli.CommandLine;

/** What the documents name exists: types, files, links, commands, options, tests, programmes. */
class DocumentsTest {
  private static final int COLUMNS = 120;
  private static final String SETTINGS = "settings.properties";

  private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");
  private static final Pattern FILE =
      Pattern.compile(
          "[\\w.~%*-]+(?:/[\\w.*-]+)+/?"
              + "|[\\w-]+\\.(?:md|java|ino|h|yaml|sql|sh|txt|properties|capture|tsv|xml)");
  private static final Pattern STILLPOINT =
      Pattern.compile("(?:-jar target/stillpoint\\.jar|(?<!\\S)stillpoint) ([^|;&>#]+)");
  private static final Pattern CHOSEN_TESTS = Pattern.compile("-Dtest=\\W?([A-Z][\\w,]+)");
  private static final Pattern PROFILE = Pattern.compile("(?<!\\S)-P(\\w+)");
  private static final Pattern PROGRAMME_ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| ([0-9, ]+) \\|.*");
  private static final Pattern SENSOR_ROW =
      Pattern.compile("\\|[^|]*\\| `([a-z][a-z0-9-]*)` \\|.*");

  /** Folders that a path in a document can begin at, besides the root and the document's own. */
  private static final List<String> ROOTS =
      List.of(
          "src/main/java/org/stillpoint",
          "src/test/java/org/stillpoint",
          "src/main/resources",
          "src/main/resources/programmes");

  /** Beginnings of paths that are not files of the project: the person's, the build's, data. */
  private static final List<String> ELSEWHERE = List.of("~/", "%APPDATA%", "target/", "../shared/");

  /** Files that a person has or makes. */
  private static final Set<String> OF_THE_PERSON = Set.of(SETTINGS, "my-rest.yaml", "sheet.tsv");

  private final List<Document> documents = Document.all();
  private final ProjectSources sources = new ProjectSources();
  private final CommandLine commands = new CommandLine(new Main());

  /** The code between backquotes that a rule concerns and that is not right, with its document. */
  private List<String> wrong(Predicate<String> concerns, Predicate<String> right) {
    return documents.stream()
        .flatMap(
            document ->
                document.spans().stream()
                    .filter(concerns)
                    .filter(right.negate())
                    .map(span -> document.path() + ": " + span))
        .toList();
  }

  /** The lines outside fenced code that are of a kind, with their documents. */
  private List<String> lines(Predicate<String> kind) {
    return documents.stream()
        .flatMap(
            document ->
                document.prose().stream().filter(kind).map(line -> document.path() + ": " + line))
        .toList();
  }

  @Test
  void everyDocumentIsRead() {
    assertThat(documents)
        .extracting(document -> document.path().toString())
        .contains(
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "firmware-protocol.md",
            "samples/README.md",
            "docs/glossary.md",
            "docs/decisions/0001-one-chain-as-a-function.md");
  }

  @Test
  void codeEndsOnTheLineOnWhichItBegins() {
    assertThat(lines(line -> line.chars().filter(c -> c == '`').count() % 2 != 0)).isEmpty();
  }

  @Test
  void typesAndTheirMembersExist() {
    assertThat(wrong(ProjectSources::looksLikeType, sources::hasType)).isEmpty();
  }

  @Test
  void constantsExist() {
    assertThat(wrong(CONSTANT.asMatchPredicate(), sources::hasWord)).isEmpty();
  }

  @Test
  void filesExist() {
    List<String> missing = new ArrayList<>();
    for (Document document : documents) {
      document.spans().stream()
          .filter(FILE.asMatchPredicate())
          .filter(span -> !ProjectSources.looksLikeType(span))
          .filter(span -> !OF_THE_PERSON.contains(span))
          .filter(span -> ELSEWHERE.stream().noneMatch(span::startsWith))
          .filter(span -> !isFile(document, span))
          .forEach(span -> missing.add(document.path() + ": " + span));
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isFile(Document document, String name) {
    Path own = Objects.requireNonNullElse(document.path().getParent(), Path.of(""));
    return Stream.concat(Stream.of(Path.of(""), own), ROOTS.stream().map(Path::of))
        .anyMatch(folder -> Files.exists(folder.resolve(name)));
  }

  @Test
  void linksLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Document document : documents) {
      Path own = Objects.requireNonNullElse(document.path().getParent(), Path.of(""));
      document.links().stream()
          .filter(link -> !link.startsWith("https://"))
          .filter(link -> !Files.exists(own.resolve(link.replaceFirst("#.*", ""))))
          .forEach(link -> broken.add(document.path() + ": " + link));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void commandsAndTheirOptionsExist() {
    List<String> wrong = new ArrayList<>();
    for (Document document : documents) {
      Stream.concat(document.spans().stream(), document.shell().stream())
          .flatMap(this::calls)
          .map(this::mistake)
          .filter(mistake -> !mistake.isEmpty())
          .forEach(mistake -> wrong.add(document.path() + ": " + mistake));
    }
    assertThat(wrong).isEmpty();
  }

  /** The calls of the program in some code: a whole command line, or one that begins at once. */
  private Stream<String> calls(String code) {
    String first = code.split(" ", 2)[0];
    return commands.getSubcommands().containsKey(first)
        ? Stream.of(code)
        : STILLPOINT.matcher(code).results().map(call -> call.group(1));
  }

  private String mistake(String call) {
    CommandLine command = commands;
    for (String word : call.strip().split("[\\s\\[\\]]+", 0)) {
      CommandLine next = command.getSubcommands().get(word);
      String option = word.split("=", 2)[0];
      if (next != null) {
        command = next;
      } else if (command == commands && word.matches("[a-z-]+") && !word.startsWith("-")) {
        return "no command " + word + " in: " + call;
      } else if (option.startsWith("--") && !hasOption(command, option)) {
        return "no option " + option + " in: " + call;
      }
    }
    return "";
  }

  private static boolean hasOption(CommandLine command, String option) {
    return command.getCommandSpec().findOption(option) != null;
  }

  @Test
  void optionsThatAreNamedAloneExist() {
    assertThat(
            wrong(
                span -> span.startsWith("--"),
                span -> hasOptionAnywhere(commands, span.split("[ =]", 2)[0])))
        .isEmpty();
  }

  private static boolean hasOptionAnywhere(CommandLine command, String option) {
    return hasOption(command, option)
        || command.getSubcommands().values().stream().anyMatch(c -> hasOptionAnywhere(c, option));
  }

  @Test
  void testsAndProfilesThatAreNamedExist() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (Document document : documents) {
      for (String code :
          Stream.concat(document.spans().stream(), document.shell().stream()).toList()) {
        CHOSEN_TESTS
            .matcher(code)
            .results()
            .flatMap(tests -> Stream.of(tests.group(1).split(",", -1)))
            .filter(test -> !test.equals("NAME"))
            .forEach(test -> assertThat(sources.hasTest(test)).as(code).isTrue());
        PROFILE
            .matcher(code.startsWith("mvn ") ? code : "")
            .results()
            .forEach(p -> assertThat(pom).as(code).contains("<id>" + p.group(1) + "</id>"));
      }
    }
  }

  @Test
  void theReadmeNamesEveryCommand() {
    Set<String> named = new TreeSet<>();
    Document.read(Path.of("README.md")).spans().stream()
        .map(span -> span.split(" ", 2)[0])
        .forEach(named::add);
    Set<String> all = new TreeSet<>(commands.getSubcommands().keySet());
    all.remove("help");

    assertThat(named).containsAll(all);
  }

  @Test
  void theReadmeHasTwoCommandsToSetUp() throws IOException {
    String setUp = Files.readString(Path.of("README.md")).split("\n## ", -1)[1];

    assertThat(setUp).startsWith("Set up");
    assertThat(Document.of(Path.of("README.md"), setUp).shell())
        .satisfiesExactly(
            demo -> assertThat(demo).contains("package").contains("stillpoint.jar demo"),
            tests -> assertThat(tests).isEqualTo("mvn verify"));
  }

  @Test
  void theReadmeListsTheProgrammesWithTheirLengths() throws ProgrammeException {
    Map<String, List<Integer>> shipped = new TreeMap<>();
    for (String id : ProgrammeReader.shippedIds()) {
      shipped.put(id, ProgrammeReader.shipped(id).minutes());
    }
    Map<String, List<Integer>> listed = new TreeMap<>();
    for (String line : Document.read(Path.of("README.md")).prose()) {
      Matcher row = PROGRAMME_ROW.matcher(line);
      if (row.matches()) {
        listed.put(
            row.group(1), Arrays.stream(row.group(2).split(", ")).map(Integer::valueOf).toList());
      }
    }

    assertThat(listed).isEqualTo(shipped);
  }

  @Test
  void thePageOnSensorsListsEveryProtocol() {
    Set<String> listed = new TreeSet<>();
    for (String line : Document.read(Path.of("docs/sensors.md")).prose()) {
      Matcher row = SENSOR_ROW.matcher(line);
      if (row.matches()) {
        listed.add(row.group(1));
      }
    }

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(Devices.live().stream().map(Protocol::name).toList());
  }

  /** Tables may be longer, and lines with a link that cannot be broken. */
  @Test
  void proseWraps() {
    assertThat(lines(line -> line.length() > COLUMNS))
        .allMatch(found -> found.contains(": |") || found.contains("]("));
  }
}
