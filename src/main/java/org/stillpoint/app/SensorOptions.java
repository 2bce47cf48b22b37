package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.DeviceTimedSource;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.serial.ByteSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose a sensor, its protocol and the pace of a recorded or virtual one. */
final class SensorOptions {
  private static final double SLOWEST = 0.01;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--sensor",
      required = true,
      paramLabel = "SPEC",
      converter = SensorSpecConverter.class,
      description = "serial:PATH[@BAUD], replay:FILE or virtual[:FAMILY[,seed]].")
  private @Nullable SensorSpec sensor;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "Do not recognise the protocol but take this one.")
  private @Nullable String protocol;

  @Option(
      names = "--signal",
      defaultValue = "ppg",
      paramLabel = "NAME",
      description = "Column of a waveform file: ppg or ecg. Default: ${DEFAULT-VALUE}.")
  private String signal = "ppg";

  @Option(
      names = "--speed",
      paramLabel = "X|max",
      description = "Pace of a recorded or virtual sensor. Default: 1, its true pace.")
  private @Nullable String speed;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description =
          "Lines a second of a recorded PulseSensor text without host stamps. Default: 49.")
  private double rateHz = DeviceTimedSource.USUAL_PULSE_SENSOR_HZ;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long a sensor whose plug was pulled is looked for. Default: a session to its end,"
              + " monitor 60 s.")
  private @Nullable Double patienceSeconds;

  @Option(
      names = "--ant-key-file",
      paramLabel = "FILE",
      description =
          "File with the ANT+ network key, 16 hexadecimal digits; needed for straps on an ANT"
              + " stick. Default: antKeyFile in settings.properties.")
  private @Nullable Path antKeyFile;

  private double patience(double usual) {
    if (patienceSeconds != null && !(patienceSeconds >= 0)) {
      throw wrong("--patience is a number of seconds from 0 on");
    }
    return patienceSeconds == null ? usual : patienceSeconds;
  }

  /** Refuses values that no sensor has. */
  private void check() {
    if (!(rateHz >= 10 && rateHz <= 1000)) {
      throw wrong("--rate is 10 to 1000 lines a second");
    }
  }

  SensorSpec spec() {
    if (sensor == null) {
      throw wrong("--sensor is missing");
    }
    return sensor;
  }

  String column() {
    return signal;
  }

  /** Whether the source is live: the disk must not slow it. */
  boolean live() {
    return spec().type() == SensorSpec.SourceType.SERIAL;
  }

  /** Whether somebody sits at the sensor, or a virtual person does, in true time. */
  boolean present() {
    return spec().type() != SensorSpec.SourceType.REPLAY && speed() == 1;
  }

  /** A recording has been made: nobody has to listen to a strap for it. */
  private NetworkKey antKey() throws IOException {
    return live() ? AntKey.of(antKeyFile, new Settings(Host.dataFolder())) : NetworkKey.NONE;
  }

  List<Protocol> protocols() throws IOException {
    if (protocol != null) {
      String name = protocol;
      return List.of(
          Devices.named(name, signal, antKey())
              .orElseThrow(
                  () ->
                      wrong(
                          "'"
                              + name
                              + "' is no protocol: there are "
                              + String.join(", ", names()))));
    }
    return Sources.holdsFormats(spec()) ? Devices.files(signal) : Devices.live(antKey());
  }

  private static List<String> names() {
    return Devices.files("ppg").stream().map(Protocol::name).toList();
  }

  /**
   * Opens the source at its pace.
   *
   * @param usualPatienceSeconds how long a port that is gone is looked for, unless told otherwise
   */
  ByteSource open(double usualPatienceSeconds) throws IOException {
    check();
    double factor = speed();
    return new Sources(Host.CLOCKS)
        .open(spec(), protocols(), rateHz, patience(usualPatienceSeconds), factor);
  }

  /** The speed; infinite for max. */
  private double speed() {
    if (speed == null) {
      return 1;
    }
    if (live()) {
      throw wrong("--speed is for recorded and virtual sensors; a port has its own pace");
    }
    if (speed.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double factor = Double.parseDouble(speed);
      if (factor >= SLOWEST && Double.isFinite(factor)) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("--speed is a number from 0.01 on or max, not '" + speed + "'");
  }

  private ParameterException wrong(String message) {
    return Output.wrongUsage(command, message);
  }
}
