package org.stillpoint.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.programme.Script;

/**
 * What a chain needs to know beforehand; with the inputs it determines all that follows.
 *
 * @param protocols what the device may speak; a single one is taken without looking
 * @param script the session to conduct, null for watching alone
 */
public record ChainSettings(List<Protocol> protocols, @Nullable Script script) {

  /** Keeps its own copy. */
  public ChainSettings {
    protocols = List.copyOf(protocols);
  }
}
