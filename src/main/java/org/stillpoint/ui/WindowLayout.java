package org.stillpoint.ui;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Where the parts of the window are. */
final class WindowLayout {
  private WindowLayout() {}

  /**
   * The bar at the top, what is to be done at the left, what is measured at the right and below.
   */
  static JPanel of(TopBar top, Cards cards, Dashboard dashboard) {
    JPanel left = Theme.card("insets 16 44 14 44, fill", "[grow,fill]", "[grow,fill]");
    left.add(cards.panel(), "wmin 0, hmin 0, wmax 820, alignx center, grow");
    JPanel content =
        new JPanel(new MigLayout("insets 0, fill, gap 0", "[grow,fill]", "[pref!][grow,fill]"));
    JPanel body =
        Theme.clear(
            "insets 8 24 24 24, fill, gap 16",
            "[grow 58,fill]16[grow 42,fill]",
            "[grow,fill]16[pref!]16[22%!,fill]");
    body.add(left, "spany 2, w 10:10:, h 10:10:, grow");
    body.add(dashboard.indexPanel(), "w 10:10:, h 10:10:, grow, wrap");
    body.add(dashboard.figuresPanel(), "w 10:10:, grow, wrap");
    body.add(dashboard.wavePanel(), "w 10:10:, h 10:10:, grow");
    body.add(dashboard.tachogramPanel(), "w 10:10:, h 10:10:, grow");
    content.add(top.panel(), "wmin 0, wrap");
    content.add(body, "wmin 0, hmin 0");
    return content;
  }
}
