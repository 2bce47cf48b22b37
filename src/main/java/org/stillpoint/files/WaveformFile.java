package org.stillpoint.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.Timebase;
import org.stillpoint.exchange.WfdbChannel;
import org.stillpoint.exchange.WfdbHeader;
import org.stillpoint.exchange.WfdbSignal;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Runs the waveform of a file through decoder and detector, without keeping the wave in memory. */
public final class WaveformFile {
  private static final int HEAD_BYTES = 1 << 16;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final double LEAST_HZ = 1;
  private static final double MOST_HZ = 10_000;

  private WaveformFile() {}

  /**
   * Detects the beats of a waveform CSV or of a WFDB record.
   *
   * @param named the file as the person named it
   * @param kind of the signal; null for the first ECG or else the first pulse wave
   * @param channel name or number of the signal; empty for the first of the kind
   * @throws IOException with one sentence when the file holds no such waveform
   */
  public static WaveBeats detect(Path named, @Nullable SensorKind kind, String channel)
      throws IOException {
    return detect(named, kind, channel, WaveListener.NONE);
  }

  /**
   * Detects the beats while a listener observes.
   *
   * @param listener sees everything that is read or found
   */
  public static WaveBeats detect(
      Path named, @Nullable SensorKind kind, String channel, WaveListener listener)
      throws IOException {
    Path record = WaveRecord.of(named);
    if (WaveRecord.isWfdb(record)) {
      return wfdb(record, kind, channel, listener);
    }
    if (named.toString().endsWith(".dat")) {
      throw new IOException(
          named + " holds only samples: put its header, the .hea file, beside it.");
    }
    InputFile.requireRereadable(named);
    return csv(named, kind, channel, listener);
  }

  private static WaveBeats wfdb(
      Path record, @Nullable SensorKind kind, String channel, WaveListener listener)
      throws IOException {
    WfdbHeader header = WaveRecord.header(record);
    Optional<WfdbChannel> chosen = choose(header, kind, channel);
    if (chosen.isEmpty()) {
      String wanted =
          channel.isEmpty() ? (kind == null ? "ECG or pulse wave" : kind.name()) : channel;
      throw new IOException(
          record
              + " has no signal "
              + wanted
              + ", only "
              + header.signalWords()
              + ": choose one with --channel.");
    }
    SensorKind found = known(kind, chosen.get().kind(), record);
    double rate = header.rateHz(chosen.get());
    if (rate < LEAST_HZ || rate > MOST_HZ) {
      throw new IOException(
          record
              + " has "
              + rate
              + " samples a second: correct its rate, which must be 1 to 10000.");
    }
    WaveBeats beats = new WaveBeats(record.toString(), found, rate, listener);
    Path folder = Objects.requireNonNull(record.toAbsolutePath().getParent());
    try (WfdbSignal signal = WfdbSignal.open(folder, header, chosen.get())) {
      Timebase timebase = new Timebase(beats);
      for (PulseSample s = signal.next(); s != null; s = signal.next()) {
        timebase.clockedSample(s.timeNanos(), s.value());
      }
      signal.notes().forEach(beats::note);
    }
    return beats.finish();
  }

  private static Optional<WfdbChannel> choose(
      WfdbHeader header, @Nullable SensorKind kind, String channel) {
    if (!channel.isEmpty()) {
      return header.named(channel);
    }
    if (kind != null) {
      return header.first(kind);
    }
    return header.first(SensorKind.ECG).or(() -> header.first(SensorKind.PPG));
  }

  private static WaveBeats csv(
      Path path, @Nullable SensorKind kind, String channel, WaveListener listener)
      throws IOException {
    String column =
        channel.isEmpty() && kind != null ? EnumWords.word(kind) : column(path, channel);
    Optional<SensorKind> said =
        Arrays.stream(SensorKind.values())
            .filter(k -> EnumWords.word(k).equals(column))
            .findFirst();
    SensorKind found = known(kind, said, path);
    WaveBeats beats = new WaveBeats(path.toString(), found, Double.NaN, listener);
    try (InputStream in = InputFile.open(path)) {
      FrameDecoder decoder = Devices.named("waveform-csv", column).orElseThrow().decoder().get();
      Timebase timebase = new Timebase(beats);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        decoder.accept(buffer, count, timebase);
      }
      decoder.finish(timebase);
    }
    if (Double.isNaN(beats.rateHz())) {
      throw new IOException(path + whyNone(head(path), column));
    }
    return beats.finish();
  }

  private static String whyNone(String head, String column) {
    Optional<String> rate =
        head.lines()
            .filter(line -> line.startsWith("#") && line.contains("sampling_rate_hz"))
            .findFirst();
    if (rate.isPresent() && !rate.get().matches("#\\s*sampling_rate_hz\\s*:\\s*\\d+.*")) {
      return " says '" + rate.get() + "', which is not a sampling rate: correct the number.";
    }
    if (rate.isPresent() && !isRate(rate.get().replaceFirst(".*?:", ""))) {
      return " says '"
          + rate.get()
          + "', but only 1 to 10000 samples a second can be read:"
          + " correct the number.";
    }
    return " holds no waveform with a column "
        + column
        + ": it needs a line '# sampling_rate_hz: N', a line of column names, then numbers.";
  }

  private static boolean isRate(String text) {
    try {
      double rate = Double.parseDouble(text.strip());
      return rate >= LEAST_HZ && rate <= MOST_HZ;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String head(Path path) throws IOException {
    try (InputStream in = InputFile.open(path)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  /** The column of a CSV file that is meant when no kind names it. */
  private static String column(Path path, String channel) throws IOException {
    String heading =
        head(path)
            .lines()
            .filter(line -> !line.isBlank() && line.charAt(0) != '#')
            .findFirst()
            .orElse("");
    List<String> names =
        Arrays.stream(heading.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
    List<String> wanted =
        channel.isEmpty() ? List.of("ecg", "ppg") : List.of(channel.toLowerCase(Locale.ROOT));
    for (String name : wanted) {
      if (names.contains(name)) {
        return name;
      }
    }
    if (channel.matches("\\d{1,3}") && Integer.parseInt(channel) < names.size()) {
      return names.get(Integer.parseInt(channel));
    }
    throw new IOException(
        path
            + " holds no waveform with a column "
            + String.join(" or ", wanted)
            + ": choose a column with --channel, or, if there is only one, name its kind with"
            + " --signal.");
  }

  private static SensorKind known(@Nullable SensorKind asked, Optional<SensorKind> said, Path path)
      throws IOException {
    if (asked == null && said.isEmpty()) {
      throw new IOException(
          path + " does not say what this signal is: add --signal ecg or --signal ppg.");
    }
    return asked != null ? asked : said.get();
  }
}
