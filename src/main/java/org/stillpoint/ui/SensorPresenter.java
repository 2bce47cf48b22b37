package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.serial.PortInfo;

/** The sensors that the person can choose, and the meaning of a typed one. Pure functions. */
final class SensorPresenter {
  static final SensorChoice VIRTUAL =
      new SensorChoice("virtual:responder,7", "Virtual person (no sensor needed)");

  private static final String SERIAL = "serial:";

  private SensorPresenter() {}

  /** The ports, first those to which a sensor is probably connected, then the virtual person. */
  static List<SensorChoice> choices(List<PortInfo> ports) {
    List<SensorChoice> likely = new ArrayList<>();
    List<SensorChoice> others = new ArrayList<>();
    for (PortInfo port : ports) {
      String what = port.likely().isEmpty() ? port.name() : port.likely();
      boolean says = !what.isEmpty() && !what.equals(port.path());
      String words = says ? port.path() + ", " + what : port.path();
      (port.likely().isEmpty() ? others : likely)
          .add(new SensorChoice(SERIAL + port.path(), words));
    }
    likely.addAll(others);
    likely.add(VIRTUAL);
    return List.copyOf(likely);
  }

  /**
   * The sensor that a chosen or typed text means.
   *
   * @return its specification; empty if nothing is typed
   */
  static String spec(String typed, List<SensorChoice> choices) {
    String text = typed.strip();
    for (SensorChoice choice : choices) {
      if (choice.words().equals(text)) {
        return choice.spec();
      }
    }
    boolean complete = text.isEmpty() || text.startsWith(SERIAL) || text.startsWith("virtual:");
    return complete ? text : SERIAL + text;
  }

  /** The name of a sensor in a sentence. */
  static String name(String spec) {
    return spec.startsWith(SERIAL) ? spec.substring(SERIAL.length()) : "the virtual person";
  }
}
