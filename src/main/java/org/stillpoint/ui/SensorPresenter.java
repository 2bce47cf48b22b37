package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.serial.PortInfo;

/** The sensors that the person can choose, and the meaning of a typed one. Pure functions. */
final class SensorPresenter {
  static final SensorChoice VIRTUAL =
      new SensorChoice("virtual:responder,7", "Virtual person (no sensor needed)", false);

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
          .add(new SensorChoice(SERIAL + port.path(), words, !port.likely().isEmpty()));
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
    if (text.toLowerCase(Locale.ROOT).contains("virtual") && !text.contains(":")) {
      return VIRTUAL.spec();
    }
    boolean complete = text.isEmpty() || text.startsWith(SERIAL) || text.startsWith("virtual:");
    return complete ? text : SERIAL + text;
  }

  /**
   * What to offer first: the sensor that was used last, otherwise a port to which a sensor is
   * probably connected, otherwise the virtual person.
   *
   * @param last specification of the sensor used last; empty if there is none
   * @param choices what can be chosen
   */
  static String first(String last, List<SensorChoice> choices) {
    for (SensorChoice choice : choices) {
      if (choice.spec().equals(last)) {
        return choice.words();
      }
    }
    if (last.startsWith(SERIAL)) {
      return last.substring(SERIAL.length());
    }
    return choices.stream().filter(SensorChoice::likely).findFirst().orElse(VIRTUAL).words();
  }

  /** The name of a sensor in a sentence. */
  static String name(String spec) {
    return spec.startsWith(SERIAL) ? spec.substring(SERIAL.length()) : "the virtual person";
  }
}
