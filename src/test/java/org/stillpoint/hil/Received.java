package org.stillpoint.hil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.FrameHandler;
import org.stillpoint.signal.Fault;

/** What the decoder finds in the bytes of the firmware. */
final class Received implements FrameHandler {
  /** A sample: device time since the first one, in microseconds, and value. */
  record Sample(double micros, double value) {}

  /** A beat: device time and interval in microseconds; NaN when the device does not know it. */
  record Interval(double micros, double length) {}

  final List<Sample> samples = new ArrayList<>();
  final List<Interval> intervals = new ArrayList<>();
  final List<Boolean> contacts = new ArrayList<>();
  final List<DeviceIdentity> identities = new ArrayList<>();
  final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  long lost;
  int restarts;

  static Received capture(Path folder) throws IOException {
    return of(Files.readAllBytes(folder.resolve("capture")));
  }

  static Received of(byte[] bytes) {
    FrameDecoder decoder = Devices.named("stillpoint", "").orElseThrow().decoder().get();
    Received received = new Received();
    decoder.accept(bytes, bytes.length, received);
    decoder.finish(received);
    return received;
  }

  @Override
  public void clockedSample(long deviceNanos, double value) {
    samples.add(new Sample(deviceNanos / 1e3, value));
  }

  @Override
  public void countedSample(double value) {
    throw new AssertionError("our protocol has a clock");
  }

  @Override
  public void interval(long deviceNanos, double millis) {
    intervals.add(new Interval(deviceNanos / 1e3, millis * 1e3));
  }

  @Override
  public void countedInterval(double millis) {
    throw new AssertionError("our protocol has a clock");
  }

  @Override
  public void silence(long nanos) {
    throw new AssertionError("our protocol has a clock");
  }

  @Override
  public void contact(boolean touching) {
    contacts.add(touching);
  }

  @Override
  public void lost(long count) {
    lost += count;
  }

  @Override
  public void restarted() {
    restarts++;
  }

  @Override
  public void identified(DeviceIdentity identity) {
    identities.add(identity);
  }

  @Override
  public void fault(Fault fault, long count) {
    faults.merge(fault, count, Long::sum);
  }
}
