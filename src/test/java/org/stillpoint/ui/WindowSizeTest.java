package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class WindowSizeTest {
  @Test
  void theFirstSizeFitsTheScreenAndIsNoStampOnALargeOne() {
    assertThat(WindowSize.first(new Rectangle(1024, 640))).isEqualTo(new Dimension(1024, 640));
    assertThat(WindowSize.first(new Rectangle(1366, 728))).isEqualTo(new Dimension(1280, 728));
    assertThat(WindowSize.first(new Rectangle(1920, 1080))).isEqualTo(new Dimension(1344, 800));
    assertThat(WindowSize.first(new Rectangle(3840, 2160))).isEqualTo(new Dimension(1920, 1200));
    assertThat(WindowSize.least(new Rectangle(800, 560))).isEqualTo(new Dimension(800, 560));
    assertThat(WindowSize.least(new Rectangle(1920, 1080))).isEqualTo(new Dimension(900, 600));
  }
}
