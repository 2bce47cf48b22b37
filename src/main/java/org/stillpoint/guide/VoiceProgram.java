package org.stillpoint.guide;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stillpoint.guide.VoiceTemplate.Filling;

/** A program on this computer that speaks into a WAV file. May be used by any thread. */
public final class VoiceProgram {
  /** Generous: a neural voice needs some seconds to load its model. */
  private static final double LIMIT_SECONDS = 30;

  private static final int MOST_ERROR_CHARS = 200;

  private final String name;
  private final Path program;
  private final VoiceTemplate template;
  private final String voice;
  private final double usualRate;
  private final double limitSeconds;

  VoiceProgram(
      String name,
      Path program,
      VoiceTemplate template,
      String voice,
      double usualRate,
      double limitSeconds) {
    this.name = name;
    this.program = program;
    this.template = template;
    this.voice = voice;
    this.usualRate = usualRate;
    this.limitSeconds = limitSeconds;
  }

  /**
   * A program that was found on this computer.
   *
   * @param usualRate words a minute that it speaks when no rate is set
   */
  static VoiceProgram of(
      String name, Path program, VoiceTemplate template, String voice, double usualRate) {
    return new VoiceProgram(name, program, template, voice, usualRate, LIMIT_SECONDS);
  }

  /** Its name, such as "espeak-ng". */
  public String name() {
    return name;
  }

  /** Everything that distinguishes its speech from that of other programs and voices. */
  String identity() {
    return program + "\n" + String.join("\n", template.words()) + "\n" + voice;
  }

  /**
   * Speaks a text into a file.
   *
   * @param text clean, not empty
   * @param rate words a minute
   * @param wav the file to write, in a folder that only its owner may read
   * @throws IOException with one sentence if the program fails, hangs or writes no sound; a program
   *     that hangs has been stopped
   */
  void render(String text, double rate, Path wav) throws IOException {
    Path folder = wav.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("There is no folder for " + wav + ".");
    }
    Path textFile = Files.createTempFile(folder, "text", ".txt");
    Path errorOutput = Files.createTempFile(folder, "told", ".txt");
    try {
      Files.writeString(textFile, text);
      Filling filling = new Filling(text, textFile, wav, rate, rate / usualRate, voice);
      run(filling, errorOutput);
      if (WavFile.read(wav).peak() <= 0) {
        throw new IOException("The voice " + name + " wrote a file without sound.");
      }
    } finally {
      Files.deleteIfExists(textFile);
      Files.deleteIfExists(errorOutput);
    }
  }

  private void run(Filling filling, Path errorOutput) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(template.arguments(filling));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(errorOutput.toFile());
    Path nothing =
        Path.of(System.getProperty("os.name", "").startsWith("Win") ? "NUL" : "/dev/null");
    builder.redirectInput((template.readsInput() ? filling.textFile() : nothing).toFile());
    Map<String, String> environment = builder.environment();
    environment.put("STILLPOINT_TEXT_FILE", filling.textFile().toString());
    environment.put("STILLPOINT_WAV", filling.wav().toString());
    environment.put("STILLPOINT_SPEED", filling.of("speed"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IOException("The voice " + name + " cannot be started: " + e.getMessage(), e);
    }
    int code = await(process);
    if (code != 0) {
      throw new IOException(
          "The voice " + name + " failed with exit code " + code + said(errorOutput) + ".");
    }
    if (!Files.exists(filling.wav())) {
      throw new IOException("The voice " + name + " wrote no sound file" + said(errorOutput) + ".");
    }
  }

  private int await(Process process) throws IOException {
    try {
      if (!process.waitFor((long) (limitSeconds * 1000), TimeUnit.MILLISECONDS)) {
        end(process);
        throw new IOException(
            String.format(
                Locale.ROOT,
                "The voice %s did not finish a sentence in %.0f s and was stopped.",
                name,
                limitSeconds));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The voice " + name + " was interrupted.");
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The last line of its error output; empty if there is none. */
  private static String said(Path errorOutput) throws IOException {
    String text = new String(Files.readAllBytes(errorOutput), StandardCharsets.UTF_8).strip();
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    String words = last.length() > MOST_ERROR_CHARS ? last.substring(0, MOST_ERROR_CHARS) : last;
    String end = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return end.isEmpty() ? "" : ": " + end;
  }
}
