package org.stillpoint.ui;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.knowm.xchart.XYChart;
import org.stillpoint.report.ChartTheme;
import org.stillpoint.report.SessionCharts;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;

/** A window with the charts of a recorded session. Belongs to the event thread. */
public final class ReviewWindow {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
  private static final int INDEX_HEIGHT = 360;
  private static final int HEIGHT = 240;

  private final JFrame frame = new JFrame("Stillpoint - review");

  /**
   * A window that is not shown yet. Call on the event thread.
   *
   * @param session the session to show
   * @param report its report, which a button opens in the browser
   * @param dark whether the window has the dark look
   */
  public ReviewWindow(RecordedSession session, Path report, boolean dark) {
    Theme.install(dark);
    SessionCharts charts =
        new SessionCharts(session, (dark ? ChartTheme.DARK : ChartTheme.LIGHT).on(Theme.card()));
    JPanel page =
        new JPanel(new MigLayout("insets 20 28 24 28, fillx, wrap 1, gapy 14", "[grow,fill]"));
    page.add(heading(session.recording(), report));
    page.add(card(charts.index()), "h " + INDEX_HEIGHT + "!");
    for (XYChart chart :
        List.of(charts.heartRate(), charts.tachogram(), charts.rmssd(), charts.rhythms())) {
      page.add(card(chart), "h " + HEIGHT + "!");
    }
    JScrollPane scroll =
        new JScrollPane(
            page,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(null);
    scroll.getVerticalScrollBar().setUnitIncrement(24);
    frame.setContentPane(scroll);
    frame.setIconImages(AppIcon.images());
    frame.setMinimumSize(new Dimension(720, 480));
    frame.setSize(1180, 800);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.setAutoRequestFocus(false); // the person may still be rating pain and tension
    frame
        .getRootPane()
        .registerKeyboardAction(
            e -> close(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  private JPanel heading(Recording recording, Path report) {
    JPanel heading = Theme.clear("insets 0, fillx", "[]push[]", "[]2[]");
    JLabel title = new JLabel(recording.programmeTitle());
    title.setFont(Theme.font(22));
    heading.add(title);
    JButton browser = new JButton("Open the report in the browser");
    browser.setName("browser");
    browser.addActionListener(e -> Screen.browse(report));
    browser.setVisible(Screen.canBrowse());
    heading.add(browser, "spany 2, wrap");
    String when = WHEN.format(recording.startedAt().atZone(recording.zone()));
    String length =
        recording.state() == Recording.State.COMPLETE
            ? recording.minutes() + " minutes"
            : "ended before the planned " + recording.minutes() + " minutes";
    JLabel details = new JLabel(when + "  ·  " + length + "  ·  " + recording.sensor());
    details.setForeground(Theme.muted());
    heading.add(details);
    return heading;
  }

  private static JPanel card(XYChart chart) {
    JPanel card = Theme.card("insets 10 14 8 14, fill", "[grow,fill]", "[grow,fill]");
    card.add(new ChartCanvas(chart, () -> {}), "w 10:10:, h 10:10:, grow");
    return card;
  }

  /** Shows the window. */
  public void show() {
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
  }

  /** Closes the window. */
  public void close() {
    frame.dispose();
  }

  /** Adds what is done after the window has been closed; called on the event thread. */
  public void whenClosed(Runnable action) {
    frame.addWindowListener(
        new java.awt.event.WindowAdapter() {
          @Override
          public void windowClosed(java.awt.event.WindowEvent e) {
            action.run();
          }
        });
  }
}
