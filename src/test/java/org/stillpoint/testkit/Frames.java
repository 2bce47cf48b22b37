package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.FrameHandler;
import org.stillpoint.signal.Fault;

/** Writes down what a decoder says, one line a call. */
public final class Frames implements FrameHandler {
  private final List<String> lines = new ArrayList<>();
  private final List<DeviceIdentity> identities = new ArrayList<>();

  /** Decodes bytes in pieces of the given sizes, the last one for the rest. */
  public static List<String> of(FrameDecoder decoder, byte[] bytes, int... sizes) {
    Frames frames = new Frames();
    int at = 0;
    int piece = 0;
    while (at < bytes.length) {
      int size = piece < sizes.length ? sizes[piece++] : bytes.length - at;
      int count = Math.min(size, bytes.length - at);
      byte[] buffer = java.util.Arrays.copyOfRange(bytes, at, at + count);
      decoder.accept(buffer, count, frames);
      at += count;
    }
    decoder.finish(frames);
    return frames.lines;
  }

  /** What was said so far. */
  public List<String> lines() {
    return lines;
  }

  /** What a device says of itself. */
  public static List<DeviceIdentity> identities(FrameDecoder decoder, byte[] bytes) {
    Frames frames = new Frames();
    decoder.accept(bytes, bytes.length, frames);
    return frames.identities;
  }

  @Override
  public void clockedSample(long deviceNanos, double value) {
    lines.add("sample " + deviceNanos / 1000 + " " + value);
  }

  @Override
  public void countedSample(double value) {
    lines.add("sample " + value);
  }

  @Override
  public void interval(long deviceNanos, double millis) {
    lines.add("interval " + deviceNanos / 1000 + " " + millis);
  }

  @Override
  public void countedInterval(double millis) {
    lines.add("interval " + millis);
  }

  @Override
  public void silence(long nanos) {
    lines.add("silence " + nanos / 1000);
  }

  @Override
  public void contact(boolean touching) {
    lines.add("contact " + touching);
  }

  @Override
  public void lost(long count) {
    lines.add("lost " + count);
  }

  @Override
  public void restarted() {
    lines.add("restarted");
  }

  @Override
  public void identified(DeviceIdentity identity) {
    identities.add(identity);
    lines.add("identified " + identity.kind() + " " + identity.model());
  }

  @Override
  public void fault(Fault fault, long count) {
    lines.add("fault " + fault + " " + count);
  }
}
