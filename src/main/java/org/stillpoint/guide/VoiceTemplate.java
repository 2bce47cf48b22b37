package org.stillpoint.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line with gaps, for a speech program. It is never given to a shell: each word is an
 * argument of its own, whatever is filled in.
 *
 * <p>Gaps: {@code {wav}} the file to write; {@code {text}} what is said, or {@code {textfile}} a
 * file with it, or neither, and it comes on standard input; {@code {rate}} words a minute; {@code
 * {speed}} against the program's usual one, such as 0.85; {@code {percent}} the same as 85; {@code
 * {stretch}} its inverse, 1.18; {@code {voice}} which of its voices.
 *
 * @param words program and arguments
 */
record VoiceTemplate(List<String> words) {
  private static final Pattern GAP = Pattern.compile("\\{([a-z]*)}");
  private static final Set<String> GAPS =
      Set.of("wav", "text", "textfile", "rate", "speed", "percent", "stretch", "voice");

  VoiceTemplate {
    words = List.copyOf(words);
  }

  /** What is filled in. */
  record Filling(String text, Path textFile, Path wav, double rate, double speed, String voice) {

    String of(String gap) {
      return switch (gap) {
        case "text" -> text;
        case "textfile" -> textFile.toString();
        case "wav" -> wav.toString();
        case "rate" -> String.valueOf(Math.round(rate));
        case "speed" -> String.format(Locale.ROOT, "%.3f", speed);
        case "percent" -> String.valueOf(Math.round(100 * speed));
        case "stretch" -> String.format(Locale.ROOT, "%.3f", 1 / speed);
        case "voice" -> voice;
        default -> throw new IllegalStateException("no gap is called " + gap);
      };
    }
  }

  /**
   * A template as a person writes it: words apart by blanks, those with blanks in quotes.
   *
   * @throws IOException with one sentence when it cannot be used
   */
  static VoiceTemplate parse(String line) throws IOException {
    List<String> words = split(line);
    if (words.isEmpty()) {
      throw wrong("it is empty");
    }
    Matcher gaps = GAP.matcher(String.join(" ", words));
    boolean writes = false;
    while (gaps.find()) {
      if (!GAPS.contains(gaps.group(1))) {
        throw wrong(gaps.group() + " is no gap that can be filled");
      }
      writes |= gaps.group(1).equals("wav");
    }
    if (!writes) {
      throw wrong("{wav} is missing, the file to write");
    }
    if (GAP.matcher(words.get(0)).find()) {
      throw wrong("its first word is the program and has no gap");
    }
    String program = words.get(0).toLowerCase(Locale.ROOT);
    if (program.endsWith(".bat") || program.endsWith(".cmd")) {
      throw wrong("a batch file cannot take a text safely; name the program itself");
    }
    return new VoiceTemplate(words);
  }

  private static IOException wrong(String what) {
    return new IOException(
        "The voice command cannot be used: "
            + what
            + ". An example: piper --model voice.onnx --output_file {wav}");
  }

  private static List<String> split(String line) throws IOException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw wrong("a quote is not closed");
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  /** The program. */
  String program() {
    return words.get(0);
  }

  /** Whether the text comes on standard input. */
  boolean readsInput() {
    String all = String.join(" ", words);
    return !all.contains("{text}") && !all.contains("{textfile}");
  }

  /** The arguments after the program, filled in once: what is filled in has no gaps. */
  List<String> arguments(Filling filling) {
    List<String> filled = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      Matcher gaps = GAP.matcher(word);
      filled.add(gaps.replaceAll(gap -> Matcher.quoteReplacement(filling.of(gap.group(1)))));
    }
    return filled;
  }
}
