package org.stillpoint.ui;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;

/**
 * A text that wraps, and shrinks rather than being cut off. It is a label, so that a screen reader
 * reads it.
 */
final class WrappedText extends JLabel {
  private static final long serialVersionUID = 1;
  private static final float SMALLEST = 10;
  private static final float LEADING = 1.32f;

  private final float largest;
  private final TextPosition place;

  /** Where the text is placed in its area. */
  enum TextPosition {
    TOP_LEFT,
    LEFT,
    /** In the middle, never larger than the given size. */
    MIDDLE,
    /** In the middle, up to 1.6 times the given size in a wide area. */
    CENTRE
  }

  /**
   * An empty text.
   *
   * @param largest font size if there is room
   * @param place where the text is placed
   */
  WrappedText(float largest, TextPosition place) {
    this.largest = largest;
    this.place = place;
    putClientProperty("html.disable", true);
  }

  /** Shows a text, unless it is already shown. */
  void show(String text) {
    if (!text.equals(getText())) {
      setText(text);
    }
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(40, 20);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(240, 40);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    String text = getText();
    if (text == null || text.isBlank() || getWidth() < 20) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(getForeground());
    float size = place == TextPosition.CENTRE ? largest * growth() : largest;
    List<TextLayout> lines = lines(g, text, size);
    while (size > SMALLEST && height(lines, size) > getHeight()) {
      size -= 1;
      lines = lines(g, text, size);
    }
    paintLines(g, lines, size);
    g.dispose();
  }

  private void paintLines(Graphics2D g, List<TextLayout> lines, float size) {
    float y = place == TextPosition.TOP_LEFT ? 0 : (getHeight() - height(lines, size)) / 2;
    for (TextLayout line : lines) {
      boolean middle = place == TextPosition.CENTRE || place == TextPosition.MIDDLE;
      float x = middle ? (getWidth() - line.getVisibleAdvance()) / 2 : 0;
      float slack = size * LEADING - line.getAscent() - line.getDescent();
      line.draw(g, x, y + slack / 2 + line.getAscent());
      y += size * LEADING;
    }
  }

  /** In a large window, text is probably read from further away, so it is larger. */
  private float growth() {
    return Math.max(1, Math.min(1.6f, getWidth() / 640f));
  }

  private static float height(List<TextLayout> lines, float size) {
    return lines.size() * size * LEADING;
  }

  /** Lines break only at spaces, so that a time such as 1:20 stays whole. */
  private static int end(String text, LineBreakMeasurer measurer, int width) {
    int end = measurer.nextOffset(width);
    int space = text.lastIndexOf(' ', end - 1);
    return end < text.length() && space >= measurer.getPosition() ? space + 1 : end;
  }

  private List<TextLayout> lines(Graphics2D g, String text, float size) {
    Font font = getFont().deriveFont(size);
    AttributedString styled = new AttributedString(text);
    styled.addAttribute(TextAttribute.FONT, font);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(styled.getIterator(), g.getFontRenderContext());
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < text.length()) {
      lines.add(
          measurer.nextLayout(
              getWidth(), end(text, measurer, getWidth()), /* requireWord */ false));
    }
    return lines;
  }
}
