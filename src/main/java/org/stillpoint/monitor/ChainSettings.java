package org.stillpoint.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.programme.Script;

/**
 * What a chain needs to know beforehand; with the inputs it determines all that follows.
 *
 * @param protocols what the device may speak; a single one is taken without looking
 * @param plan the session to conduct, null for watching alone
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

  /** Settings for the usual session. */
  public static ChainSettings session(List<Protocol> protocols, Script script) {
    return session(protocols, SessionPlan.usual(script));
  }

  /** Settings for watching until told to stop, or for so long. */
  public static ChainSettings watching(List<Protocol> protocols, double seconds) {
    return new ChainSettings(protocols, null, seconds);
  }
}
