package org.stillpoint.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of Java source: what a program can say. */
final class StringLiterals {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\"\"\"(?<block>(?:\\\\.|[^\\\\])*?)\"\"\""
              + "|\"(?<text>(?:\\\\.|[^\"\\\\\n])*)\""
              + "|'(?:\\\\.|[^'\\\\\n])+'"
              + "|//[^\n]*"
              + "|/\\*.*?\\*/");
  private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");

  private StringLiterals() {}

  /** The literals in order; those that a plus joins are one. */
  static List<String> of(String java) {
    List<String> literals = new ArrayList<>();
    Matcher token = TOKEN.matcher(java);
    int end = 0;
    boolean afterLiteral = false;
    while (token.find()) {
      String text = token.group("block") == null ? token.group("text") : token.group("block");
      if (text != null) {
        boolean joins = JOINED.matcher(java.substring(end, token.start())).matches();
        if (afterLiteral && joins) {
          text = literals.remove(literals.size() - 1) + text;
        }
        literals.add(text);
        end = token.end();
      }
      afterLiteral = text != null;
    }
    return literals;
  }
}
