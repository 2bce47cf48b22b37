package org.stillpoint.ui;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.time.LocalTime;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.ui.Cards.Card;

/**
 * The main window. Looks for a new snapshot 25 times per second and shows it, and passes on what
 * the person asks for. Belongs to the event thread, and never blocks it.
 */
public final class MainWindow {
  private static final int TICK_MILLIS = 40;
  private static final int STALLED_TICKS = 75;
  private static final int PLAN_TICKS = 250;

  private final WindowBackend desk;
  private final @Nullable Clock clock;
  private final JFrame frame;
  private final Link link;
  private final TopBar top;
  private final StartPanel start;
  private final GuidePanel guide;
  private final EndPanel end;
  private final Dashboard dashboard;
  private final Cards cards;
  private final Timer timer = new Timer(TICK_MILLIS, e -> tick());
  private @Nullable Snapshot last;
  private long ticks;
  private int quietTicks;
  private @Nullable Command endAsked;
  private boolean starting;
  private String beginProblem = "";
  private String preparing = "";
  private final VolumePopup volume;
  private Runnable whenClosed = () -> {};

  /**
   * A window that is not shown yet. Call on the event thread.
   *
   * @param desk provides sensors, recordings and settings
   * @param clock gives the time of day, from which the end of a session is shown; null to show its
   *     length instead
   * @param nanoTime a clock that never goes backwards; it drives what moves between two snapshots
   */
  public MainWindow(WindowBackend desk, @Nullable Clock clock, LongSupplier nanoTime) {
    this.desk = desk;
    this.clock = clock;
    Theme.install(desk.dark());
    this.frame = new JFrame("Stillpoint");
    this.link = new Link(desk, this::linkChanged);
    this.top = new TopBar(desk::ports, desk.memory().sensorSpec(), new BarWishes());
    this.start = new StartPanel(desk.programmes(), this::timeOfDay, this::options, this::begin);
    start.choose(desk.memory());
    start.conduct(desk.conduct());
    start.troubles(desk.programmeTroubles());
    this.guide = new GuidePanel(new GuideWishes(), nanoTime);
    this.volume = new VolumePopup(this::volumes);
    this.end = new EndPanel(desk::rate, desk::openReport, this::anew);
    this.dashboard = new Dashboard();
    this.cards = new Cards(frame.getRootPane(), start, guide, end);
    build();
    top.look(desk.dark());
    guide.muted(desk.volumes().muted());
    linkChanged();
  }

  private void build() {
    frame.setContentPane(WindowLayout.of(top, cards, dashboard));
    frame.setIconImages(AppIcon.images());
    Rectangle room = WindowSize.room();
    frame.setMinimumSize(WindowSize.least(room));
    frame.setSize(WindowSize.first(room));
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            closing();
          }
        });
  }

  /** Shows the window in the middle of the screen. */
  public void show() {
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
    top.connect().requestFocusInWindow();
    timer.start();
    EventQueue.invokeLater(dashboard::warmUp);
  }

  /** Closes the window. A session that is running is stopped, and its recording is closed. */
  public void close() {
    timer.stop();
    link.drop("");
    frame.dispose();
    whenClosed.run();
  }

  /** A session is not ended by a click beside it: the person is asked first. */
  private void closing() {
    if (cards.shows(Card.GUIDE)) {
      askHowToEnd();
    } else {
      close();
    }
  }

  private void askHowToEnd() {
    EndDialog.ask(frame, endAsked == null, this::command);
  }

  /**
   * Brings the window to the front whenever it is asked for.
   *
   * @param asked whether it was asked for since the last call; called on the event thread, twice a
   *     second
   */
  public void comeWhen(BooleanSupplier asked) {
    FrontWatch.start(frame, asked);
  }

  /** Sets what is done after the window has been closed; called on the event thread. */
  public void whenClosed(Runnable action) {
    whenClosed = action;
  }

  private @Nullable LocalTime timeOfDay() {
    return clock == null ? null : LocalTime.now(clock);
  }

  private void options() {
    OptionsDialog.show(
        frame,
        desk.conduct(),
        chosen -> {
          desk.conduct(chosen);
          start.conduct(chosen);
        });
  }

  private final class BarWishes implements TopBar.TopBarActions {
    @Override
    public void connection() {
      if (link.state() != Link.LinkState.IDLE) {
        link.drop("");
      } else if (!top.spec().isEmpty()) {
        connect(top.spec());
      }
    }

    @Override
    public void volume(JButton below) {
      volume.set(desk.volumes());
      volume.openBelow(below);
    }

    @Override
    public void theme() {
      boolean dark = !desk.dark();
      desk.dark(dark);
      Theme.install(dark);
      top.look(dark);
      dashboard.restyle();
      SwingUtilities.updateComponentTreeUI(volume.popup());
      frame.setIconImages(AppIcon.images());
    }

    @Override
    public void safety() {
      SafetyDialog.show(frame);
    }
  }

  private final class GuideWishes implements GuidePanel.GuideActions {
    @Override
    public void wish(Command command) {
      command(command);
    }

    @Override
    public void mute() {
      volumes(desk.volumes().muted(!desk.volumes().muted()));
    }

    @Override
    public void end() {
      askHowToEnd();
    }
  }

  private void volumes(Volumes wanted) {
    desk.volumes(wanted);
    guide.muted(wanted.muted());
  }

  private final class News implements SessionNews {
    @Override
    public void preparing(String words) {
      preparing = words;
    }

    @Override
    public void unheard(String why) {
      guide.unheard(why);
    }

    @Override
    public void failed(String why) {
      starting = false;
      beginProblem = why;
    }
  }

  private void connect(String spec) {
    cards.show(Card.START);
    link.connect(spec);
  }

  /** Removes everything about the sensor before, after the state of the connection has changed. */
  private void linkChanged() {
    last = null;
    quietTicks = 0;
    starting = false;
    beginProblem = "";
    top.connection(link.state(), true);
    StatusView status = MainPresenter.status(link.state(), link.spec(), link.problem());
    top.status(status);
    start.ready(false, notReady(status));
    start.coach(new StatusView("", Tone.QUIET));
    if (!cards.shows(Card.END)) {
      dashboard.clear("no sensor yet");
    }
  }

  private StatusView notReady(StatusView status) {
    return new StatusView(MainPresenter.whyNotStartable(link.state(), status), status.tone());
  }

  private void tick() {
    ticks++;
    if (cards.shows(Card.START) && ticks % PLAN_TICKS == 0) {
      start.refreshPlan();
    }
    Monitor monitor = link.monitor();
    Snapshot newest = monitor == null ? null : monitor.latest().orElse(null);
    if (newest == null || isLast(newest)) {
      quietTicks++;
      if (monitor != null && quietTicks == STALLED_TICKS) {
        StatusView stalled = MainPresenter.stalled(link.spec());
        top.status(stalled);
        start.coach(stalled);
        dashboard.stalled("no new data");
      }
      return;
    }
    quietTicks = 0;
    Snapshot before = last;
    last = newest;
    if (before == null || before.phase() != newest.phase() || before.asking() != newest.asking()) {
      dashboard.refresh();
    }
    show(newest);
  }

  /** A session begins to count anew, so any number other than the last one is a new snapshot. */
  private boolean isLast(Snapshot newest) {
    return last != null && last.sequence() == newest.sequence() && last.phase() == newest.phase();
  }

  private void show(Snapshot s) {
    boolean session = s.endSeconds().isPresent();
    if (s.phase() == Snapshot.Phase.ENDED) {
      if (session) {
        sessionEnded(s);
      } else {
        link.drop(s.message().isEmpty() ? "The signal has ended." : s.message());
      }
      return;
    }
    StatusView status = MainPresenter.status(s, link.spec());
    top.status(status);
    top.connection(link.state(), !session);
    if (session) {
      if (!cards.shows(Card.GUIDE)) {
        starting = false;
        cards.show(Card.GUIDE);
        guide.begin();
      }
      guide.show(GuidePresenter.of(s, timeOfDay()));
      guide.breathe(s);
    } else {
      offerStart(s, status);
    }
    dashboard.show(s);
  }

  private void offerStart(Snapshot s, StatusView status) {
    start.coach(CoachPresenter.before(s));
    if (starting) {
      String words = preparing.isEmpty() ? "The session is starting…" : preparing;
      start.ready(false, new StatusView(words, Tone.QUIET));
    } else if (MainPresenter.startable(s)) {
      start.ready(true, new StatusView(beginProblem, Tone.WARNING));
    } else {
      start.ready(false, s.connected() ? notReady(status) : MainPresenter.AWAY);
    }
  }

  private void begin() {
    Monitor monitor = link.monitor();
    ProgrammeChoice programme = start.programme();
    if (monitor == null || programme == null || starting) {
      return;
    }
    if (!desk.safetyAcknowledged()) {
      SafetyDialog.ask(frame, SafetyText.text(), () -> beginAfter(desk::acknowledgeSafety));
      return;
    }
    if (MainPresenter.electrodes(link.spec(), last) && !desk.electrodesAcknowledged()) {
      Runnable read = desk::acknowledgeElectrodes;
      SafetyDialog.ask(frame, SafetyText.electrodes(), () -> beginAfter(read));
      return;
    }
    starting = true;
    endAsked = null;
    beginProblem = "";
    preparing = "";
    guide.unheard("");
    desk.remember(new WindowMemory(link.spec(), programme.id(), start.minutes()));
    desk.beginSession(
        monitor,
        link.spec(),
        new SessionWish(programme.id(), start.minutes(), start.stages(), desk.conduct()),
        start.ratings(),
        new News());
  }

  /** Begins a session after the person has confirmed something. */
  private void beginAfter(Runnable confirmed) {
    confirmed.run();
    begin();
  }

  private void command(Command command) {
    Monitor monitor = link.monitor();
    if (monitor == null) {
      return;
    }
    if (command == Command.STOP || command == Command.END_GENTLY) {
      endAsked = command;
      guide.ending(command);
    }
    monitor.command(command);
  }

  private void sessionEnded(Snapshot s) {
    EndView view = GuidePresenter.closing(s, endAsked);
    end.show(view, start.ratings());
    cards.show(Card.END);
    link.drop(s.message());
    dashboard.freeze(s);
    start.clearRatings();
    end.read();
    desk.sessionEnded(end::report, why -> end.note(why, Tone.WARNING));
  }

  private void anew() {
    connect(link.spec());
  }
}
