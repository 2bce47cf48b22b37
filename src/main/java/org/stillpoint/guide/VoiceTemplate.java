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
 * The command line of a speech program, with placeholders. It is never passed to a shell: each word
 * is an argument of its own, whatever is filled in.
 *
 * <p>Placeholders: {@code {wav}} is the file to write. {@code {text}} is the text to speak, and
 * {@code {textfile}} a file that holds it; without either, the text comes on standard input. {@code
 * {rate}} is the rate in words a minute. {@code {speed}} is the speed relative to the program's
 * usual one, such as 0.85; {@code {percent}} is the same as 85, and {@code {stretch}} its inverse,
 * 1.18. {@code {voice}} is the name of one of the program's voices.
 *
 * @param words program and arguments
 */
record VoiceTemplate(List<String> words) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]*)}");
  private static final Set<String> KNOWN =
      Set.of("wav", "text", "textfile", "rate", "speed", "percent", "stretch", "voice");

  VoiceTemplate {
    words = List.copyOf(words);
  }

  /** The values of the placeholders. */
  record Filling(String text, Path textFile, Path wav, double rate, double speed, String voice) {

    String of(String placeholder) {
      return switch (placeholder) {
        case "text" -> text;
        case "textfile" -> textFile.toString();
        case "wav" -> wav.toString();
        case "rate" -> String.valueOf(Math.round(rate));
        case "speed" -> String.format(Locale.ROOT, "%.3f", speed);
        case "percent" -> String.valueOf(Math.round(100 * speed));
        case "stretch" -> String.format(Locale.ROOT, "%.3f", 1 / speed);
        case "voice" -> voice;
        default -> throw new IllegalStateException("no placeholder is called " + placeholder);
      };
    }
  }

  /**
   * A template as a person writes it: words separated by blanks; a word that holds blanks is in
   * quotes.
   *
   * @throws IOException with one sentence if it cannot be used
   */
  static VoiceTemplate parse(String line) throws IOException {
    List<String> words = split(line);
    if (words.isEmpty()) {
      throw wrong("it is empty");
    }
    Matcher found = PLACEHOLDER.matcher(String.join(" ", words));
    boolean writes = false;
    while (found.find()) {
      if (!KNOWN.contains(found.group(1))) {
        throw wrong(found.group() + " is not a known placeholder");
      }
      writes |= found.group(1).equals("wav");
    }
    if (!writes) {
      throw wrong("{wav}, the file to write, is missing");
    }
    if (PLACEHOLDER.matcher(words.get(0)).find()) {
      throw wrong("its first word is the program and cannot hold a placeholder");
    }
    String program = words.get(0).toLowerCase(Locale.ROOT);
    if (program.endsWith(".bat") || program.endsWith(".cmd")) {
      throw wrong("a batch file cannot take text safely; name the program itself");
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

  /** Name or path of the program. */
  String program() {
    return words.get(0);
  }

  /** Whether the text comes on standard input. */
  boolean readsInput() {
    String all = String.join(" ", words);
    return !all.contains("{text}") && !all.contains("{textfile}");
  }

  /**
   * The arguments after the program, filled in once: a placeholder in a filled-in value stays as it
   * is.
   */
  List<String> arguments(Filling filling) {
    List<String> filled = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      Matcher found = PLACEHOLDER.matcher(word);
      filled.add(found.replaceAll(each -> Matcher.quoteReplacement(filling.of(each.group(1)))));
    }
    return filled;
  }
}
