package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.participant.Chunk;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SourceKind;
import org.stillpoint.testkit.Needs;
import org.stillpoint.testkit.Scripts;
import org.stillpoint.testkit.VirtualBytes;

@Tag("realtime")
@Tag("slow")
@ResourceLock("display")
class ReviewWindowTest {

  private static RecordedSession session() {
    List<RecordingEvent> events = new ArrayList<>();
    Chain chain =
        new Chain(
            ChainSettings.session(Devices.live(), Scripts.backPain(10)),
            event -> {
              if (!(event instanceof RecordingEvent.Input)) {
                events.add(event);
              }
            },
            SampleListener.NONE,
            ToDevice.NOBODY);
    for (Chunk chunk : VirtualBytes.of("stillpoint", 7, 620).chunks()) {
      chain.advance(chunk.hostNanos());
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }
    Recording recording =
        new Recording(
            1,
            Instant.parse("2026-03-01T20:15:00Z"),
            ZoneOffset.UTC,
            "virtual",
            SourceKind.VIRTUAL,
            "stillpoint",
            "back-pain",
            "Yoga Nidra",
            10,
            Recording.State.COMPLETE,
            Ratings.NONE,
            Optional.empty(),
            "",
            OptionalDouble.empty());
    return new RecordedSession(recording, events);
  }

  private static int distinctColours(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
    frame.paint(image.createGraphics());
    return (int)
        Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
  }

  @Test
  void showsTheChartsInBothLooksAndTellsWhenItIsClosed()
      throws InterruptedException, InvocationTargetException {
    Needs.display();
    RecordedSession session = session();
    for (boolean dark : new boolean[] {false, true}) {
      CountDownLatch closed = new CountDownLatch(1);
      List<Integer> colours = new ArrayList<>();
      EventQueue.invokeAndWait(
          () -> {
            ReviewWindow window = new ReviewWindow(session, Path.of("report.html"), dark);
            window.whenClosed(closed::countDown);
            window.show();
            Frame frame =
                Arrays.stream(Frame.getFrames())
                    .filter(f -> f.isShowing() && f.getTitle().endsWith("review"))
                    .findFirst()
                    .orElseThrow();
            colours.add(distinctColours(frame));
            frame.dispose();
          });

      assertThat(closed.await(120, TimeUnit.SECONDS)).isTrue();
      assertThat(colours.get(0)).isGreaterThan(50);
    }
  }
}
