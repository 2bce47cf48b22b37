package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.DeviceTimedSource;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.serial.ByteSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the installation, and a sensor from its bytes to a heart rate. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the installation, and with --sensor also a sensor.",
      "It checks Java, the store, ports and their permissions, display, sound, voice, and the whole"
          + " path from bytes to a heart rate with a virtual person."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final Sources SOURCES = new Sources(Host.CLOCKS);
  private static final SensorSpec PERSON = SensorSpec.parse("virtual:responder,7");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--sensor",
      paramLabel = "SPEC",
      converter = SensorSpecConverter.class,
      description = "A sensor to check: serial:PATH[@BAUD].")
  private @Nullable SensorSpec sensor;

  @Option(
      names = "--ant-key-file",
      paramLabel = "FILE",
      description = "File with the ANT+ network key. Default: antKeyFile in settings.properties.")
  private @Nullable Path antKeyFile;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Seconds to listen to the sensor. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(seconds >= 5)) {
      throw Output.wrongUsage(spec, "--seconds must be at least 5: finding a pulse takes time");
    }
    Host.settleIn();
    PrintWriter out = Output.of(spec);
    List<Finding> findings = new ArrayList<>();
    tell(Checkup.ofMachine(store.folder()), findings, out);
    double rate = DeviceTimedSource.USUAL_PULSE_SENSOR_HZ;
    List<Protocol> keyless = Devices.live();
    ByteSource person = SOURCES.open(PERSON, keyless, rate, 0, Double.POSITIVE_INFINITY);
    tell(SensorCheck.ofOurselves(person, keyless), findings, out);
    if (sensor != null) {
      tell(listen(sensor, rate), findings, out);
    }
    if (json) {
      out.println(json(findings));
      out.flush();
    }
    long bad = findings.stream().filter(f -> f.verdict() == Finding.Status.BAD).count();
    if (bad > 0) {
      PrintWriter err = Output.errors(spec);
      err.println(bad + " of " + findings.size() + " checks failed; each line says what to do.");
      err.flush();
    }
    return bad == 0 ? 0 : 1;
  }

  private List<Finding> listen(SensorSpec to, double rate) throws InterruptedException {
    try {
      NetworkKey key = AntKey.of(antKeyFile, new Settings(Host.dataFolder()));
      List<Protocol> all = Devices.live(key);
      return SensorCheck.listen(
          "sensor", SOURCES.open(to, all, rate, 0, Double.POSITIVE_INFINITY), all, seconds);
    } catch (IOException cannot) {
      return List.of(Finding.bad("sensor", String.valueOf(cannot.getMessage())));
    }
  }

  /** Prints each finding as soon as it is known, since some checks take long. */
  private void tell(List<Finding> found, List<Finding> all, PrintWriter out) {
    all.addAll(found);
    if (!json) {
      found.forEach(
          f ->
              out.printf(Locale.ROOT, "%-4s  %-9s  %s%n", f.verdict().word(), f.what(), f.words()));
      out.flush();
    }
  }

  private static ArrayNode json(List<Finding> findings) {
    ArrayNode all = JsonMapper.builder().build().createArrayNode();
    for (Finding finding : findings) {
      all.addObject()
          .put("what", finding.what())
          .put("verdict", finding.verdict().word())
          .put("words", finding.words());
    }
    return all;
  }
}
