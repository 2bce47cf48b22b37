package org.stillpoint.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.programme.Script;

/**
 * What a chain needs to know beforehand. Together with the inputs it determines every event.
 *
 * @param protocols the protocols that the device may speak; a single one is used without
 *     recognition
 * @param plan the session to conduct, null to watch the sensor without a session
 * @param watchSeconds how long to watch without a session; infinite for no end
 */
public record ChainSettings(
    List<Protocol> protocols, @Nullable SessionPlan plan, double watchSeconds) {

  /** Keeps its own copy. */
  public ChainSettings {
    protocols = List.copyOf(protocols);
  }

  /** Settings for a session. */
  public static ChainSettings session(List<Protocol> protocols, SessionPlan plan) {
    return new ChainSettings(protocols, plan, Double.POSITIVE_INFINITY);
  }

  /** Settings for the usual session of a script. */
  public static ChainSettings session(List<Protocol> protocols, Script script) {
    return session(protocols, SessionPlan.usual(script));
  }

  /**
   * Settings for watching without a session.
   *
   * @param seconds how long; infinite to watch until a stop
   */
  public static ChainSettings watching(List<Protocol> protocols, double seconds) {
    return new ChainSettings(protocols, null, seconds);
  }
}
