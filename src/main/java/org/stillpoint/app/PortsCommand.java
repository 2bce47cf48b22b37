package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.serial.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the serial ports. */
@Command(
    name = "ports",
    mixinStandardHelpOptions = true,
    description = "Lists the serial ports and what is probably connected to each.")
final class PortsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Host.settleIn();
    List<PortInfo> ports = Ports.list();
    PrintWriter out = Output.of(spec);
    if (json) {
      ArrayNode array = JsonMapper.builder().build().createArrayNode();
      for (PortInfo port : ports) {
        array
            .addObject()
            .put("path", port.path())
            .put("name", port.name())
            .put("usbId", port.usbId().isEmpty() ? null : port.usbId())
            .put("likely", port.likely().isEmpty() ? null : port.likely())
            .put("advice", port.advice().isEmpty() ? null : port.advice());
      }
      out.println(array);
    } else if (ports.isEmpty()) {
      out.println(
          "No serial port is listed. Plug the sensor in. A port that the system does not list, such"
              + " as a pseudo terminal or a link, can still be used with --sensor serial:PATH.");
    } else {
      for (PortInfo port : ports) {
        String what = port.likely().isEmpty() ? port.name() : port.likely();
        out.println(
            port.path() + "  " + what + (port.usbId().isEmpty() ? "" : "  " + port.usbId()));
        if (!port.advice().isEmpty()) {
          out.println("    " + port.advice());
        }
      }
    }
    out.flush();
    return 0;
  }
}
