package org.stillpoint.app;

import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.SensorKind;
import picocli.CommandLine.Option;

/** The options that choose a signal of a waveform file. */
final class SignalOptions {

  /** The kinds of signal that a waveform file can hold. */
  enum Signal {
    ECG,
    PPG
  }

  @Option(
      names = "--signal",
      paramLabel = "NAME",
      description = "ecg or ppg. Default: the first ECG, otherwise the first pulse wave.")
  private @Nullable Signal signal;

  @Option(
      names = "--channel",
      paramLabel = "NAME|N",
      description = "Signal to read: its name in the file, or its number, from 0.")
  private String channel = "";

  /** The kind of signal that was asked for; null for any. */
  @Nullable SensorKind kind() {
    if (signal == null) {
      return null;
    }
    return signal == Signal.ECG ? SensorKind.ECG : SensorKind.PPG;
  }

  /** The name or number of the signal; empty for the first of its kind. */
  String channel() {
    return channel;
  }
}
