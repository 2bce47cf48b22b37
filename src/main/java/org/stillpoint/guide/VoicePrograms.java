package org.stillpoint.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The speech programs that Stillpoint can call, and the person's own, best first. */
public final class VoicePrograms {
  /** Name of the voice that is the person's own command. */
  public static final String OWN = "command";

  /** The usual rate of a program whose rate has not been measured, words a minute. */
  private static final double USUAL_RATE = 165;

  /** The systems that have a program. */
  private enum On {
    ANY,
    MAC,
    WINDOWS
  }

  private record Known(String name, On on, String voice, double usualRate, List<String> words) {}

  /** Holds no double quotes; all its input comes through the environment. */
  private static final String SAPI =
      "Add-Type -AssemblyName System.Speech;"
          + " $s = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
          + " $f = [double]::Parse($env:STILLPOINT_SPEED,"
          + " [Globalization.CultureInfo]::InvariantCulture);"
          + " $s.Rate = [int][Math]::Round(10 * [Math]::Log($f, 3));"
          + " $s.SetOutputToWaveFile($env:STILLPOINT_WAV);"
          + " $s.Speak([IO.File]::ReadAllText($env:STILLPOINT_TEXT_FILE));"
          + " $s.Dispose()";

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "pico2wave",
              On.ANY,
              "en-GB",
              USUAL_RATE,
              List.of(
                  "pico2wave",
                  "--lang={voice}",
                  "--wave={wav}",
                  "<speed level=\"{percent}\">{text}</speed>")),
          new Known(
              "flite",
              On.ANY,
              "slt",
              165,
              List.of(
                  "flite",
                  "-voice",
                  "{voice}",
                  "--setf",
                  "duration_stretch={stretch}",
                  "-f",
                  "{textfile}",
                  "-o",
                  "{wav}")),
          new Known(
              "espeak-ng",
              On.ANY,
              "en-gb",
              175,
              List.of("espeak-ng", "-v", "{voice}", "-s", "{rate}", "-w", "{wav}", "--stdin")),
          new Known(
              "say",
              On.MAC,
              "",
              175,
              List.of(
                  "say",
                  "-r",
                  "{rate}",
                  "--data-format=LEI16@22050",
                  "-o",
                  "{wav}",
                  "-f",
                  "{textfile}")),
          new Known(
              "sapi",
              On.WINDOWS,
              "",
              180,
              List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", SAPI)));

  private VoicePrograms() {}

  /**
   * All programs that are installed on this computer, best first. Whether they work shows only when
   * they speak.
   *
   * @param ownCommand the person's own command, empty for none
   * @throws IOException with one sentence if the person's own command cannot be used
   */
  public static List<VoiceProgram> found(String ownCommand, ProgramPath path) throws IOException {
    List<VoiceProgram> found = new ArrayList<>();
    if (!ownCommand.isBlank()) {
      found.add(own(ownCommand, path));
    }
    for (Known known : KNOWN) {
      program(known, path).ifPresent(p -> found.add(program(known, p, known.voice)));
    }
    return found;
  }

  /**
   * A program by its name, such as "espeak-ng" or, with one of its own voices, "espeak-ng:en-us".
   *
   * @param ownCommand the person's own command, empty for none
   * @throws IOException with one sentence if this computer has no program of that name
   */
  public static VoiceProgram named(String wish, String ownCommand, ProgramPath path)
      throws IOException {
    int colon = wish.indexOf(':');
    String name = colon < 0 ? wish : wish.substring(0, colon);
    if (name.equals(OWN)) {
      return own(ownCommand, path);
    }
    for (Known known : KNOWN) {
      if (known.name.equals(name)) {
        Optional<Path> program = program(known, path);
        if (program.isEmpty()) {
          throw new IOException("The voice " + name + " is not installed on this computer.");
        }
        return program(known, program.get(), colon < 0 ? known.voice : voice(known, wish, colon));
      }
    }
    throw new IOException(
        "'"
            + wish
            + "' is neither a voice nor a folder of recordings: choose none, "
            + OWN
            + ", "
            + KNOWN.stream().map(Known::name).collect(Collectors.joining(", "))
            + ".");
  }

  private static String voice(Known known, String wish, int colon) throws IOException {
    String voice = wish.substring(colon + 1);
    if (known.voice.isEmpty() || !voice.matches("[A-Za-z0-9_+][A-Za-z0-9_+./-]*")) {
      throw new IOException("'" + wish + "' is not a voice of " + known.name + ".");
    }
    return voice;
  }

  private static Optional<Path> program(Known known, ProgramPath path) {
    boolean here =
        switch (known.on) {
          case ANY -> true;
          case MAC -> path.mac();
          case WINDOWS -> path.windows();
        };
    return here ? path.find(known.words.get(0)) : Optional.empty();
  }

  private static VoiceProgram program(Known known, Path program, String voice) {
    VoiceTemplate template = new VoiceTemplate(known.words);
    return VoiceProgram.of(known.name, program, template, voice, known.usualRate);
  }

  private static VoiceProgram own(String command, ProgramPath path) throws IOException {
    VoiceTemplate template = VoiceTemplate.parse(command);
    Path program =
        path.find(template.program())
            .orElseThrow(
                () ->
                    new IOException(
                        "The voice command names "
                            + template.program()
                            + ", which cannot be found: give its full path."));
    return VoiceProgram.of(OWN, program, template, "", USUAL_RATE);
  }
}
