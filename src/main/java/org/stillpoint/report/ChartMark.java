package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A marker with its own size, and with a rim in the background colour that sets it off a line. */
final class ChartMark extends Marker {

  /** The shape of a marker. */
  enum Form {
    DOT,
    UP,
    DOWN,
    SQUARE,
    RING,
    CROSS,
    LINE
  }

  private static final float RIM = 1.6f;

  private final Form form;
  private final double size;
  private final Color rim;

  ChartMark(Form form, double size, Color rim) {
    this.form = form;
    this.size = size;
    this.rim = rim;
  }

  /** A dot as wide as a line, so that a point without neighbours is visible. */
  static ChartMark dot(double size, Color color) {
    return new ChartMark(Form.DOT, size, color);
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int ignored) {
    Color color = g.getColor();
    Shape shape = shape(x, y);
    if (form == Form.CROSS || form == Form.LINE) {
      float width = form == Form.LINE ? 2.4f : 1.7f;
      g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(shape);
      return;
    }
    if (form != Form.DOT) {
      g.setColor(rim);
      g.setStroke(new BasicStroke(2 * RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(shape);
    }
    g.setColor(form == Form.RING ? rim : color);
    g.fill(shape);
    if (form == Form.RING) {
      g.setColor(color);
      g.setStroke(new BasicStroke(RIM));
      g.draw(shape);
    }
    g.setColor(color);
  }

  private Shape shape(double x, double y) {
    double r = size / 2;
    return switch (form) {
      case DOT, RING -> new Ellipse2D.Double(x - r, y - r, size, size);
      case SQUARE -> new Rectangle2D.Double(x - 0.85 * r, y - 0.85 * r, 0.85 * size, 0.85 * size);
      case UP -> triangle(x, y, r, -1);
      case DOWN -> triangle(x, y, r, 1);
      case CROSS -> cross(x, y, r);
      case LINE -> new Line2D.Double(x - r, y, x + r, y);
    };
  }

  private static Shape triangle(double x, double y, double r, int direction) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y + direction * r);
    path.lineTo(x - r, y - direction * 0.8 * r);
    path.lineTo(x + r, y - direction * 0.8 * r);
    path.closePath();
    return path;
  }

  private static Shape cross(double x, double y, double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - r, y - r);
    path.lineTo(x + r, y + r);
    path.moveTo(x - r, y + r);
    path.lineTo(x + r, y - r);
    return path;
  }
}
