package org.stillpoint.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a WFDB annotation file in the MIT format (NAME.atr and other annotators). It consists of
 * words of 16 bits, low byte first: the upper six bits are a code, the lower ten the time since the
 * previous annotation. Format: annot(5) of the WFDB Applications Guide, physionet.org. Belongs to
 * one thread.
 */
public final class WfdbAnnotations {
  private static final int LAST_CODE = 49;
  private static final int SKIP = 59;
  private static final int NUMBER = 60;
  private static final int SUBTYPE = 61;
  private static final int CHANNEL = 62;
  private static final int TEXT = 63;

  private static final int MOST_ANNOTATIONS = 5_000_000;

  private static final Pattern RESOLUTION =
      Pattern.compile("## time resolution: *([0-9.]{1,15}).*", Pattern.DOTALL);

  private final String name;
  private final InputStream in;
  private final List<WfdbAnnotation> annotations = new ArrayList<>();
  private long position;
  private boolean torn;

  /** The annotation that the next words can add to; while its code is 0 there is none. */
  private int code;

  private long time;
  private int subtype;
  private int channel;
  private int number;
  private String text = "";

  private WfdbAnnotations(String name, InputStream in) {
    this.name = name;
    this.in = new BufferedInputStream(in);
  }

  /**
   * Reads all annotations.
   *
   * @param name of the file, for error sentences
   * @param in the file; not closed
   * @param framesPerSecond rate of the record's frames, from its header
   * @return the beats of the file; stretches of ventricular flutter and fibrillation are not scored
   * @throws IOException with one sentence when it is not an annotation file or has no beats
   */
  public static ReferenceBeats beats(String name, InputStream in, double framesPerSecond)
      throws IOException {
    WfdbAnnotations file = new WfdbAnnotations(name, in);
    file.readAll();
    return file.beats(framesPerSecond);
  }

  /** All annotations of a file, in file order; of a torn file, those that it still holds. */
  public static List<WfdbAnnotation> all(String name, InputStream in) throws IOException {
    WfdbAnnotations file = new WfdbAnnotations(name, in);
    file.readAll();
    return List.copyOf(file.annotations);
  }

  private void readAll() throws IOException {
    for (int word = word(); word > 0; word = word()) {
      int value = word & 0x3FF;
      switch (word >> 10) {
        case SKIP -> skip();
        case NUMBER -> number = (byte) value;
        case SUBTYPE -> subtype = (byte) value;
        case CHANNEL -> channel = value & 0xFF;
        case TEXT -> text(value);
        default -> mark(word >> 10, value);
      }
    }
    complete();
  }

  /** The next 16 bits; -1 when the file ends without its end mark, and then it counts as torn. */
  private int word() throws IOException {
    int low = in.read();
    int high = in.read();
    position += 2;
    torn |= high < 0;
    return high < 0 ? -1 : high << 8 | low;
  }

  /** Adds a time step that does not fit into ten bits: 32 bits, the high half first. */
  private void skip() throws IOException {
    int high = word();
    int low = word();
    complete();
    time += torn ? 0 : high << 16 | low;
  }

  private void text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length + length % 2);
    position += bytes.length;
    torn |= bytes.length < length;
    text = new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
  }

  private void mark(int next, int since) throws IOException {
    complete();
    time += since;
    if (next > LAST_CODE) {
      throw damaged("the code " + next);
    }
    if (time < 0) {
      throw damaged("a time before the record");
    }
    if (annotations.size() == MOST_ANNOTATIONS) {
      throw new IOException(name + " holds more than 5 million annotations: split it into parts.");
    }
    code = next;
  }

  private void complete() {
    if (code > 0) {
      annotations.add(new WfdbAnnotation(time, code, subtype, channel, number, text));
    }
    code = 0;
    subtype = 0;
    text = "";
  }

  private ReferenceBeats beats(double framesPerSecond) throws IOException {
    double rate = ticksPerSecond(framesPerSecond);
    List<ReferenceBeats.ReferenceBeat> beats = new ArrayList<>();
    List<Span> excluded = new ArrayList<>();
    double flutter = Double.NaN;
    for (WfdbAnnotation annotation : annotations) {
      double seconds = annotation.time() / rate;
      if (annotation.beat()) {
        beats.add(new ReferenceBeats.ReferenceBeat(seconds, annotation.symbol()));
      } else if (annotation.code() == WfdbAnnotation.FLUTTER_BEGINS) {
        flutter = seconds;
      } else if (annotation.code() == WfdbAnnotation.FLUTTER_ENDS && flutter <= seconds) {
        excluded.add(new Span(flutter, seconds));
        flutter = Double.NaN;
      }
    }
    if (beats.isEmpty()) {
      throw new IOException(
          name
              + " holds no beats among its "
              + annotations.size()
              + " annotations: choose another annotator.");
    }
    return new ReferenceBeats(beats, excluded, torn ? List.of(tornWords()) : List.of());
  }

  /** Annotators can use a finer time than the record's frames; a note then declares it. */
  private double ticksPerSecond(double framesPerSecond) {
    for (WfdbAnnotation annotation : annotations) {
      Matcher resolution = RESOLUTION.matcher(annotation.text());
      if (annotation.time() > 0) {
        break;
      }
      if (annotation.code() == WfdbAnnotation.NOTE && resolution.matches()) {
        double ticks = number(resolution.group(1));
        return ticks > 0 ? ticks : framesPerSecond;
      }
    }
    return framesPerSecond;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private String tornWords() {
    return name
        + " ends without its end mark, after "
        + annotations.size()
        + " annotations: the rest is missing; copy the file again.";
  }

  private IOException damaged(String what) {
    return new IOException(
        name
            + " holds "
            + what
            + " at byte "
            + (position - 2)
            + ", so it is damaged or is not a WFDB annotation file: copy it again.");
  }
}
