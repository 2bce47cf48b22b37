package org.stillpoint.device;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the bytes of one protocol into samples or intervals. Takes any chunks: how the stream is
 * cut changes nothing. Never throws, whatever the bytes. Belongs to one thread.
 */
public interface FrameDecoder {

  /**
   * Decodes the next bytes.
   *
   * @param bytes holds them from 0 to {@code count}, exclusive; not kept
   * @param count how many
   * @param out told what was understood before this returns
   */
  void accept(byte[] bytes, int count, FrameHandler out);

  /** The stream has ended: passes on what was held back, if anything. */
  default void finish(FrameHandler out) {}

  /**
   * The host's turn in a protocol of question and answer; called whenever time has passed, also
   * before the first byte. What {@link #accept} tells must not depend on how often or when this is
   * called, so that a recording replays without a device to talk to.
   *
   * @param hostNanos time now since the recording began, never decreasing
   * @param toDevice takes what is to be sent; the array is not changed afterwards
   */
  default void speak(long hostNanos, Consumer<byte[]> toDevice) {}

  /**
   * What keeps a device that was recognised from sending beats, as one sentence for the person: a
   * strap that is not found, a key that is missing. Empty while nothing does.
   */
  default Optional<String> hindrance() {
    return Optional.empty();
  }
}
