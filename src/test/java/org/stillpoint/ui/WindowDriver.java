package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** Uses the window as a person would, on the event thread, by the names of its parts. */
final class WindowDriver {
  private static final long LIMIT_SECONDS = 120;

  /** The layout leaves the focus rings of buttons outside; pixels on both sides together. */
  private static final int FOCUS_RING = 2;

  final FakeWindowBackend desk;
  final JFrame frame;
  private final MainWindow window;

  private WindowDriver(FakeWindowBackend desk) {
    this.desk = desk;
    this.window = new MainWindow(desk, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), desk.lived);
    window.show();
    this.frame =
        (JFrame)
            Arrays.stream(Window.getWindows())
                .filter(each -> each instanceof JFrame && each.isDisplayable())
                .findFirst()
                .orElseThrow();
  }

  /** Opens the window for virtual people at this speed. */
  static WindowDriver open(double speed, String... troubles) throws Exception {
    AtomicReference<@Nullable WindowDriver> made = new AtomicReference<>();
    FakeWindowBackend desk = new FakeWindowBackend(speed, false);
    desk.troubles = List.of(troubles);
    SwingUtilities.invokeAndWait(() -> made.set(new WindowDriver(desk)));
    WindowDriver driver = made.get();
    if (driver == null) {
      throw new AssertionError("no window");
    }
    return driver;
  }

  void close() throws Exception {
    SwingUtilities.invokeAndWait(window::close);
  }

  void connectVirtual() throws Exception {
    connect(SensorPresenter.VIRTUAL.words());
  }

  void connect(String sensor) throws Exception {
    SwingUtilities.invokeAndWait(() -> ((JComboBox<?>) named("sensor")).setSelectedItem(sensor));
    click("connect");
    until("the sensor is recognised", () -> enabled("start"));
  }

  /** Types the name of a sensor, and Enter. */
  void typeSensor(String sensor) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Component field = ((JComboBox<?>) named("sensor")).getEditor().getEditorComponent();
          ((JTextField) field).setText(sensor);
          ((JTextField) field).postActionEvent();
        });
  }

  void resize(int width, int height) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          frame.setSize(width, height);
          frame.validate();
        });
  }

  void click(String name) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          assertThat(enabled(name)).as(name).isTrue();
          ((AbstractButton) named(name)).doClick(0);
        });
  }

  /** Asks for the end of the session, and answers how. */
  void end(String how) throws Exception {
    click("end");
    until("it is asked how", () -> shown("goOn"));
    click(how);
  }

  /** Clicks the cross in the title bar. */
  void cross() throws Exception {
    EventQueue.invokeLater(
        () -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
  }

  /**
   * Whether the part of that name has the focus in the window, or gets it when the window is active
   * again: without a window manager that does not happen after a dialog. Call on the event thread.
   */
  boolean next(String name) {
    Component owner = frame.getMostRecentFocusOwner();
    return owner != null && name.equals(owner.getName());
  }

  /** Whether the part of that name has the focus, in any window. Call on the event thread. */
  static boolean focused(String name) {
    Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return owner != null && name.equals(owner.getName());
  }

  /** Presses a key while some part of the window has the focus. */
  void press(int key) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Component on = named("mute");
          KeyboardFocusManager.getCurrentKeyboardFocusManager()
              .redispatchEvent(on, new KeyEvent(on, KeyEvent.KEY_PRESSED, 0, 0, key, (char) key));
        });
  }

  /**
   * The last frame of the breath circle: its time in seconds, and its radius. On the event thread.
   */
  double[] breathFrame() {
    BreathCircle circle = (BreathCircle) named("breathCircle");
    return new double[] {circle.frameSeconds(), circle.radius()};
  }

  /** The parts that are not completely visible, and the buttons too small for their words. */
  List<String> cutOff() throws Exception {
    List<String> cut = new ArrayList<>();
    SwingUtilities.invokeAndWait(() -> cutOff(frame.getContentPane(), cut));
    return cut;
  }

  private static void cutOff(Container in, List<String> cut) {
    for (Component each : in.getComponents()) {
      if (!each.isShowing() || !(each instanceof JComponent part)) {
        continue;
      }
      boolean small =
          each instanceof AbstractButton button
              && !button.getText().isEmpty()
              && button.getWidth() < button.getPreferredSize().width;
      Rectangle seen = part.getVisibleRect();
      if (small
          || seen.width < part.getWidth() - FOCUS_RING
          || seen.height < part.getHeight() - FOCUS_RING) {
        cut.add(each.getClass().getSimpleName() + " " + each.getName() + " " + each.getBounds());
      }
      if (!(each instanceof JComboBox)) {
        cutOff(part, cut);
      }
    }
  }

  /** Moves a slider of the popup that is open. */
  void slide(String name, int value) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          JPopupMenu popup =
              (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
          Component slider = find(popup, name);
          assertThat(slider).as(name).isInstanceOf(JSlider.class);
          ((JSlider) Objects.requireNonNull(slider)).setValue(value);
          MenuSelectionManager.defaultManager().clearSelectedPath();
        });
  }

  /** What a button says. */
  String button(String name) {
    return ((AbstractButton) named(name)).getText();
  }

  boolean enabled(String name) {
    return ((AbstractButton) named(name)).isEnabled();
  }

  /** What a label says. Call on the event thread. */
  String label(String name) {
    return ((JLabel) named(name)).getText();
  }

  /** What a label says. Call on any other thread. */
  String text(String name) throws Exception {
    AtomicReference<String> text = new AtomicReference<>("");
    SwingUtilities.invokeAndWait(() -> text.set(label(name)));
    return String.valueOf(text.get());
  }

  /** All that a label says from now on, however soon it says something else. */
  Set<String> saidBy(String name) throws Exception {
    Set<String> said = ConcurrentHashMap.newKeySet();
    SwingUtilities.invokeAndWait(
        () -> named(name).addPropertyChangeListener("text", e -> said.add(label(name))));
    return said;
  }

  /** Chooses from a list. */
  void choose(String name, Object item) throws Exception {
    SwingUtilities.invokeAndWait(() -> ((JComboBox<?>) named(name)).setSelectedItem(item));
  }

  /** Whether the part of that name is on the screen. Call on any other thread. */
  boolean showing(String name) throws Exception {
    AtomicReference<Boolean> showing = new AtomicReference<>(false);
    SwingUtilities.invokeAndWait(() -> showing.set(shown(name)));
    return Boolean.TRUE.equals(showing.get());
  }

  /** Whether the part of that name is on the screen. Call on the event thread. */
  boolean shown(String name) {
    Component found = look(name);
    return found != null && found.isShowing();
  }

  private Component named(String name) {
    Component found = look(name);
    if (found == null) {
      throw new AssertionError("nothing is named " + name);
    }
    return found;
  }

  /** Looks in the window first, then in the dialogs in front of it. */
  private @Nullable Component look(String name) {
    Component found = find(frame.getContentPane(), name);
    for (Window each : frame.getOwnedWindows()) {
      if (found == null && each.isShowing()) {
        found = find(each, name);
      }
    }
    return found;
  }

  private static @Nullable Component find(Container in, String name) {
    for (Component each : in.getComponents()) {
      Component found = name.equals(each.getName()) ? each : null;
      if (found == null && each instanceof Container inner) {
        found = find(inner, name);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Waits until a condition, which is checked on the event thread, is true. */
  static void until(String what, BooleanSupplier so) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Timer timer =
        new Timer(
            20,
            e -> {
              if (so.getAsBoolean()) {
                done.countDown();
              }
            });
    EventQueue.invokeLater(timer::start);
    boolean inTime = done.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    EventQueue.invokeLater(timer::stop);
    assertThat(inTime).as(what).isTrue();
  }
}
