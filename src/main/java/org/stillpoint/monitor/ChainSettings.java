package org.stillpoint.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.StartHistory;

/**
 * What a chain needs to know beforehand; with the inputs it determines all that follows.
 *
 * @param protocols what the device may speak; a single one is taken without looking
 * @param script the session to conduct, null for watching alone
 * @param watchSeconds how long to watch without a script; infinite for no end
 * @param history starts of earlier sessions in the same posture
 */
public record ChainSettings(
    List<Protocol> protocols, @Nullable Script script, double watchSeconds, StartHistory history) {

  /** Keeps its own copy. */
  public ChainSettings {
    protocols = List.copyOf(protocols);
  }

  /** Settings for a session. */
  public static ChainSettings session(List<Protocol> protocols, Script script) {
    return session(protocols, script, StartHistory.NONE);
  }

  /** Settings for a session of a person whose earlier starts are known. */
  public static ChainSettings session(
      List<Protocol> protocols, Script script, StartHistory history) {
    return new ChainSettings(protocols, script, Double.POSITIVE_INFINITY, history);
  }

  /** Settings for watching until told to stop, or for so long. */
  public static ChainSettings watching(List<Protocol> protocols, double seconds) {
    return new ChainSettings(protocols, null, seconds, StartHistory.NONE);
  }
}
