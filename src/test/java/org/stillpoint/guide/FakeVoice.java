package org.stillpoint.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A speech program that behaves as its arguments say; the tests run it as a process of its own. */
public final class FakeVoice {
  private FakeVoice() {}

  /** Arguments: what to do, the file to write, then for "say" perhaps a file or a text. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path wav = Path.of(args[1]);
    switch (args[0]) {
      case "stdin" -> speak(wav, new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
      case "textfile" -> speak(wav, Files.readString(Path.of(args[2])));
      case "text" -> speak(wav, String.join("\n", Arrays.asList(args).subList(2, args.length)));
      case "environment" ->
          speak(
              Path.of(System.getenv("STILLPOINT_WAV")),
              Files.readString(Path.of(System.getenv("STILLPOINT_TEXT_FILE"))));
      case "fail" -> {
        System.err.println("loading\nthe model is missing.");
        System.exit(3);
      }
      case "silent" -> Files.write(wav, Waves.wav(new float[8_000], 8_000, 1, 16));
      case "torn" ->
          Files.write(wav, Arrays.copyOf(Waves.wav(new float[8_000], 8_000, 1, 16), 5_000));
      case "hang" -> {
        Files.writeString(Path.of(args[2]), String.valueOf(ProcessHandle.current().pid()));
        new CountDownLatch(1).await();
      }
      default -> Files.exists(wav); // and writes nothing
    }
  }

  /** The text is hidden in the samples, so that a test can read what arrived. */
  private static void speak(Path wav, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    float[] samples = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      samples[i] = bytes[i] / 128f;
    }
    Files.write(wav, Waves.wav(samples, 8_000, 1, 16));
  }

  /** What arrived. */
  static String heard(Pcm pcm) {
    float[] samples = pcm.toArray();
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(samples[i] * 128f);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A command line that runs it. */
  static String command(String arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes =
        Path.of(FakeVoice.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return "'"
        + java
        + "' -XX:TieredStopAtLevel=1 -cp '"
        + classes
        + "' org.stillpoint.guide.FakeVoice "
        + arguments;
  }
}
