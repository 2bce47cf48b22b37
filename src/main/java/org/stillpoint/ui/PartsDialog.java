package org.stillpoint.ui;

import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A dialog beside the session that shows how the index is computed, and follows it until closed.
 */
final class PartsDialog {
  private final Component beside;
  private @Nullable JDialog dialog;
  private JPanel grid = Theme.clear("", "", "");
  private final Map<String, JLabel> shown = new LinkedHashMap<>();

  /**
   * A dialog that is not open.
   *
   * @param beside the part of the window over which it opens
   */
  PartsDialog(Component beside) {
    this.beside = beside;
  }

  /** Opens the dialog, or closes it if it is open. */
  void toggle(PartsView view) {
    JDialog open = dialog;
    if (open != null && open.isShowing()) {
      open.dispose();
      return;
    }
    JDialog fresh =
        new JDialog(SwingUtilities.getWindowAncestor(beside), "How the index is computed");
    dialog = fresh;
    build(fresh, view);
    fresh.setVisible(true);
  }

  private void build(JDialog fresh, PartsView view) {
    fresh.setName("partsDialog");
    fresh.setAutoRequestFocus(false); // so that the keys of the session still work
    fresh.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    grid =
        Theme.card(
            "insets 14 18 14 18, fillx, gapy 5, hidemode 3", "[92!]12[400:pref,grow,fill]", "");
    JButton close = new JButton("Close");
    close.setName("partsClose");
    close.addActionListener(e -> fresh.dispose());
    Keys.press(close, "I");
    fresh.setLayout(new MigLayout("insets 14, fill", "[grow,fill]", "[grow,fill]12[34!]"));
    fresh.add(grid, "wmin 0, wrap");
    fresh.add(close, "growx 0, w 110!, alignx right, growy");
    fresh.getRootPane().setDefaultButton(close);
    fresh
        .getRootPane()
        .registerKeyboardAction(
            e -> fresh.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    shown.clear();
    show(view);
    place(fresh);
  }

  /** Updates the dialog, if it is open. */
  void show(PartsView view) {
    JDialog open = dialog;
    if (open == null || (!open.isDisplayable() && !shown.isEmpty())) {
      return;
    }
    List<String> names = view.parts().stream().map(PartsView.IndexPart::name).toList();
    if (!List.copyOf(shown.keySet()).equals(names)) {
      fill(view);
      if (open.isShowing()) {
        place(open);
      }
    }
    view.parts().forEach(part -> words(shown.get(part.name()), part.words()));
  }

  private static void words(@Nullable JLabel label, String words) {
    if (label != null && !words.equals(label.getText())) {
      label.setText(words);
      label.setToolTipText(words);
    }
  }

  private void fill(PartsView view) {
    grid.removeAll();
    shown.clear();
    JLabel formula = Theme.label(PartsPresenter.FORMULA, Theme.ACCENT);
    formula.setName("formula");
    grid.add(formula, "span 2, wmin 0, gapbottom 8, wrap");
    for (PartsView.IndexPart part : view.parts()) {
      JLabel label = new JLabel(part.words());
      label.setName(part.name());
      label.putClientProperty("html.disable", true);
      shown.put(part.name(), label);
      String gap = part.title().isEmpty() ? "" : "gaptop 7, ";
      grid.add(Theme.label(part.title(), Theme.MUTED), gap + "wmin 0");
      grid.add(label, gap + "wmin 0, wrap");
    }
    grid.revalidate();
    grid.repaint();
  }

  /** Places the dialog at the right edge of its part of the window, below the heading. */
  private void place(JDialog open) {
    open.pack();
    Window owner = open.getOwner();
    Point corner = SwingUtilities.convertPoint(beside, 0, 0, owner);
    int x = corner.x + beside.getWidth() - open.getWidth();
    int y = Math.min(corner.y + 76, owner.getHeight() - open.getHeight() - 12);
    open.setLocation(owner.getX() + Math.max(12, x), owner.getY() + Math.max(12, y));
  }
}
