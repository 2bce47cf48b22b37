package org.stillpoint.programme;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Creates ids for prompts whose author gave none: the stage, the first words, and six hexadecimal
 * digits of a checksum of the whole text. Such an id stays the same when other prompts are added or
 * removed. It changes with the words, so that a recording of old words is never taken for the new
 * ones. If a stage says the same text twice, the second id has a number.
 */
final class PromptIds {
  private static final int WORDS = 4;
  private static final int DIGITS_MASK = 0xFFFFFF;

  private final Map<String, Integer> given = new HashMap<>();

  /** The id of the next prompt with this text in this stage. */
  String next(String stageId, String text) {
    String id = stageId + "-" + words(text) + digits(text);
    int count = given.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }

  /** The first words in plain letters, each with a hyphen after it; empty in other alphabets. */
  private static String words(String text) {
    String single = text.replace("ß", "ss");
    String plain = Normalizer.normalize(single, Normalizer.Form.NFD).replaceAll("[\\p{M}'’]", "");
    String[] all = plain.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 0);
    StringBuilder words = new StringBuilder();
    int count = 0;
    for (String word : all) {
      if (!word.isEmpty() && count < WORDS) {
        words.append(word).append('-');
        count++;
      }
    }
    return words.toString();
  }

  private static String digits(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%06x", sum.getValue() & DIGITS_MASK);
  }
}
