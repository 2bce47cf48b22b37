package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.AntFrames;
import org.stillpoint.device.AntMessage;

/** The virtual stick against its specification, apart from our own decoder's dialogue. */
class AntStickTest {
  private final AntStick stick =
      new AntStick(new VirtualPerson(Family.RESPONDER, 4, beat -> {}), new Random(4));
  private final List<AntMessage> heard = new ArrayList<>();
  private final AntFrames frames = new AntFrames();
  private long nanos;

  private void run(double seconds) {
    long until = nanos + Math.round(seconds * 1e9);
    while (nanos < until) {
      VirtualFirmware.Message message = stick.next();
      assertThat(message.sentNanos()).isGreaterThan(nanos).isLessThan(nanos + 130_000_000);
      nanos = message.sentNanos();
      frames.accept(message.bytes(), message.bytes().length, heard::add);
    }
  }

  /** Sends a message; returns the code of the answer. */
  private int code(int id, int... data) {
    heard.clear();
    stick.heard(nanos, AntMessage.frame(id, data));
    run(0.05);
    assertThat(heard).isNotEmpty();
    assertThat(heard.get(0).id()).isEqualTo(0x40);
    assertThat(heard.get(0).at(1)).isEqualTo(id);
    return heard.get(0).at(2);
  }

  private void reset() {
    heard.clear();
    stick.heard(nanos, AntMessage.frame(0x4A, 0));
    run(0.3);
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).id()).isEqualTo(0x6F);
  }

  private void openWith(int frequency, int period, int firstOfKey) {
    reset();
    assertThat(code(0x46, 0, firstOfKey, 0, 0, 0, 0, 0, 0, 0)).isZero();
    assertThat(code(0x42, 0, 0, 0)).isZero();
    assertThat(code(0x51, 0, 0, 0, 0x78, 0)).isZero();
    assertThat(code(0x43, 0, period & 0xFF, period >> 8)).isZero();
    assertThat(code(0x45, 0, frequency)).isZero();
    assertThat(code(0x44, 0, 0xFF)).isZero();
    assertThat(code(0x4B, 0)).isZero();
    heard.clear();
  }

  @Test
  void theWrongOrderIsRefused() {
    reset();
    assertThat(code(0x51, 0, 0, 0, 0x78, 0)).isEqualTo(0x15);
    assertThat(code(0x43, 0, 0x86, 0x1F)).isEqualTo(0x15);
    assertThat(code(0x4B, 0)).isEqualTo(0x15);
    assertThat(code(0x46, 9, 1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo(0x29);
    assertThat(code(0x42, 0, 0, 9)).isEqualTo(0x29);
    assertThat(code(0x42, 0, 0, 0)).isZero();
    assertThat(code(0x42, 0, 0, 0)).isEqualTo(0x15);
    assertThat(code(0x4B, 0)).isEqualTo(0x18);
    assertThat(code(0x77, 0)).isEqualTo(0x28);
    assertThat(code(0x4C, 0)).isEqualTo(0x15);
  }

  @Test
  void aDamagedCommandIsToldAsASerialError() {
    reset();
    heard.clear();
    byte[] command = AntMessage.frame(0x42, 0, 0, 0);
    command[4] ^= 1;
    stick.heard(nanos, command);
    run(0.05);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).id()).isEqualTo(0xAE);
  }

  @Test
  void itTellsWhatItCanDo() {
    stick.heard(nanos, AntMessage.frame(0x4D, 0, 0x54));
    run(0.05);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).id()).isEqualTo(0x54);
    assertThat(heard.get(0).length()).isEqualTo(6);
    assertThat(heard.get(0).at(0)).isEqualTo(8);
    assertThat(code(0x4D, 0, 0x77)).isEqualTo(0x28);
  }

  @Test
  void onlyTheRightChannelHearsTheStrap() {
    openWith(66, 8070, 1);
    run(5);
    assertThat(heard).isEmpty();
    openWith(57, 8192, 1);
    run(5);
    assertThat(heard).isEmpty();
    openWith(57, 8070, 0);
    run(5);
    assertThat(heard).isEmpty();
    openWith(57, 8070, 1);
    run(5);
    assertThat(heard).hasSizeGreaterThan(14);
    assertThat(code(0x4C, 0)).isZero();
    heard.clear();
    run(5);
    assertThat(heard).isEmpty();
  }

  @Test
  void pagesComeAsTheProfileSays() {
    openWith(57, 8070, 1);
    run(2);
    heard.clear();
    run(600);

    assertThat(heard.size() / 600.0).isCloseTo(32768 / 8070.0, within(0.01));
    List<AntMessage> pages = heard.stream().filter(m -> m.id() == 0x4E).toList();
    long missed = heard.stream().filter(m -> m.id() == 0x40 && m.at(2) == 2).count();
    assertThat(missed).isEqualTo(heard.size() - pages.size()).isBetween(5L, 60L);
    assertThat(pages).filteredOn(m -> (m.at(1) & 0x7F) == 4).hasSizeGreaterThan(1000);
    assertThat(pages).filteredOn(m -> (m.at(1) & 0x7F) == 0).hasSizeGreaterThan(1000);
    long background = pages.stream().filter(m -> (m.at(1) & 3) != 0).count();
    assertThat(background).isBetween(33L, 38L);
    for (int i = 0; i + 8 < heard.size(); i++) {
      AntMessage now = heard.get(i);
      AntMessage later = heard.get(i + 4);
      if (now.id() == 0x4E && later.id() == 0x4E) {
        assertThat(now.at(1) >> 7).isNotEqualTo(later.at(1) >> 7);
      }
    }
  }
}
