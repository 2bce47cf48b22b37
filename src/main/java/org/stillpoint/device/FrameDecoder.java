package org.stillpoint.device;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decodes the bytes of one protocol into samples or intervals. The result does not depend on the
 * chunks into which the stream is split. Never throws, whatever the bytes. Belongs to one thread.
 */
public interface FrameDecoder {

  /**
   * Decodes the next bytes.
   *
   * @param bytes the bytes, from 0 to {@code count}, exclusive; the array is not kept
   * @param count number of bytes
   * @param out receives what was decoded before this method returns
   */
  void accept(byte[] bytes, int count, FrameHandler out);

  /** Ends the stream: passes on what was held back, if anything. */
  default void finish(FrameHandler out) {}

  /**
   * The host's turn in a protocol of question and answer. It is called whenever time has passed,
   * even before the first byte. What {@link #accept} passes on must not depend on when or how often
   * this is called, so that a recording can be replayed without a device.
   *
   * @param hostNanos present time since the recording began, never decreasing
   * @param toDevice receives what is to be sent; the array is not changed afterwards
   */
  default void speak(long hostNanos, Consumer<byte[]> toDevice) {}

  /**
   * What prevents a recognised device from sending beats, as one sentence for the person: for
   * example a strap that is not found, or a missing key. Empty while nothing does.
   */
  default Optional<String> hindrance() {
    return Optional.empty();
  }
}
