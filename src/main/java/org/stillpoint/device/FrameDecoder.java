package org.stillpoint.device;

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
}
