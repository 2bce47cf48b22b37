package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeLibraryTest {
  @TempDir private Path folder;

  private ProgrammeLibrary read() {
    return ProgrammeLibrary.read("en", folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void withoutAFolderThereAreThoseShipped() {
    ProgrammeLibrary library = ProgrammeLibrary.read("en", folder.resolve("none"));

    assertThat(library.entries())
        .extracting(entry -> entry.programme().id())
        .isEqualTo(ProgrammeReader.shippedIds());
    assertThat(library.entries()).isNotEmpty().allMatch(entry -> entry.file().isEmpty());
    assertThat(library.troubles()).isEmpty();
  }

  @Test
  void ownProgrammesStandBesideThoseShipped() throws IOException, ProgrammeException {
    write("b.yaml", ShortScript.TEXT);
    write("a.yml", ShortScript.TEXT.replace("id: short", "id: other"));
    write("notes.txt", "not a script");
    write(".hidden.yaml", "not a script");

    ProgrammeLibrary library = read();

    assertThat(library.troubles()).isEmpty();
    assertThat(library.entries()).hasSize(ProgrammeReader.shippedIds().size() + 2);
    assertThat(library.programme("short").title()).isEqualTo("A short rest");
    assertThat(library.entries().get(ProgrammeReader.shippedIds().size()).file())
        .hasValue(folder.resolve("a.yml"));
  }

  @Test
  void aBrokenFileIsNamedAndHidesNoOther() throws IOException {
    write("a.yaml", "id: [");
    Files.write(
        folder.resolve("b.yaml"), "id: gr\u00FC\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1));
    write("broken.yaml", ShortScript.without(36, 42));
    write("d.yaml", ShortScript.TEXT);
    Files.createDirectory(folder.resolve("e.yaml"));

    ProgrammeLibrary library = read();

    assertThat(library.find("short")).isPresent();
    assertThat(library.troubles()).hasSize(3);
    assertThat(library.troubles().get(0)).startsWith("a.yaml, line 1: the text is not well-formed");
    assertThat(library.troubles().get(1)).startsWith("b.yaml, line 1: the character U+FFFD");
    assertThat(library.troubles().get(2)).startsWith("broken.yaml, line 3: the 5 minute script");
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> library.programme("broken"))
        .withMessage(library.troubles().get(2));
  }

  @Test
  void noFileTakesThePlaceOfAnother() throws IOException, ProgrammeException {
    write("a.yaml", ShortScript.TEXT.replace("id: short", "id: back-pain"));
    write("b.yaml", ShortScript.TEXT);
    write("c.yaml", ShortScript.TEXT.replace("A short rest", "Another"));

    ProgrammeLibrary library = read();

    assertThat(library.programme("back-pain")).isEqualTo(ProgrammeReader.shipped("back-pain"));
    assertThat(library.programme("short").title()).isEqualTo("A short rest");
    assertThat(library.troubles())
        .containsExactly(
            "a.yaml: the id \"back-pain\" belongs to a programme that comes with Stillpoint; give"
                + " yours another id, such as \"my-back-pain\".",
            "c.yaml: the id \"short\" is already used by b.yaml; give each file an id of its own.");
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(ProgrammeLibrary.read("en", file).troubles())
        .containsExactly(
            "The programmes in "
                + file
                + " are left out (it is not a folder): replace it with a folder that you can"
                + " read.");
  }

  @Test
  void namesThoseThereAre() {
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> read().programme("nope"))
        .withMessageStartingWith("There is no programme \"nope\"; choose one of: back-pain, ");
  }

  @Test
  void aFileThatIsNotThereIsASentence() {
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeLibrary.readFile(folder.resolve("none.yaml")))
        .withMessage("none.yaml: there is no such file; check its name and folder.");
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeLibrary.readFile(folder))
        .withMessageContaining("it is not a plain file; name a script");
  }
}
