package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.AnnotationText;
import org.stillpoint.hrv.TimeVaryingSpectrum;

/**
 * Draws how strong each rhythm was at each time, from transparent to full colour over two powers of
 * ten, with a line on top. XChart has no such picture over a time axis. As an annotation, it is
 * drawn by the chart itself.
 */
final class Spectrogram extends AnnotationText {
  /** The rhythm at the top of the picture, in cycles per minute. */
  static final double HIGHEST_PER_MINUTE = 24;

  /** Powers of ten from transparent to full colour. */
  private static final double DECADES = 2;

  /**
   * Densities stronger than this share of all of them have full colour, so that a single burst does
   * not make everything else pale.
   */
  private static final double FULL_FROM = 0.985;

  private static final double SECONDS = 60;

  private final TimeVaryingSpectrum spectrum;
  private final Timeline time;
  private final Color color;
  private final Curve line;
  private final Color lineColor;

  /**
   * A picture of a spectrum.
   *
   * @param line a rate per minute over minutes, drawn on top
   */
  Spectrogram(
      TimeVaryingSpectrum spectrum, Timeline time, Color color, Curve line, Color lineColor) {
    super("", 0, 0, false);
    this.spectrum = spectrum;
    this.time = time;
    this.color = color;
    this.line = line;
    this.lineColor = lineColor;
  }

  @Override
  public void paint(Graphics2D g) {
    if (spectrum.size() > 0) {
      double left = x(spectrum.seconds(0) - TimeVaryingSpectrum.STEP_SECONDS / 2);
      double right =
          x(spectrum.seconds(spectrum.size() - 1) + TimeVaryingSpectrum.STEP_SECONDS / 2);
      BufferedImage picture = picture();
      double top = getYAxisScreenValue(HIGHEST_PER_MINUTE);
      double bottom = getYAxisScreenValue(0);
      AffineTransform place = AffineTransform.getTranslateInstance(left, top);
      place.scale((right - left) / picture.getWidth(), (bottom - top) / picture.getHeight());
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(picture, place, null);
    }
    drawLine(g);
  }

  private double x(double seconds) {
    return getXAxisScreenValue(time.minutes(Math.round(seconds * 1e9)));
  }

  private static int rows() {
    return (int) Math.round(HIGHEST_PER_MINUTE / SECONDS / TimeVaryingSpectrum.STEP_HZ);
  }

  private BufferedImage picture() {
    int rows = rows();
    BufferedImage picture = new BufferedImage(spectrum.size(), rows, BufferedImage.TYPE_INT_ARGB);
    double full = Math.log10(strong());
    int rgb = color.getRGB() & 0xffffff;
    for (int column = 0; column < spectrum.size(); column++) {
      for (int row = 0; spectrum.present(column) && row < rows; row++) {
        double power = Math.log10(spectrum.density(column, rows - row));
        double share = Math.max(0, Math.min(1, 1 + (power - full) / DECADES));
        picture.setRGB(column, row, (int) Math.round(255 * share) << 24 | rgb);
      }
    }
    return picture;
  }

  private double strong() {
    double[] all = new double[spectrum.size() * rows()];
    int count = 0;
    for (int column = 0; column < spectrum.size(); column++) {
      for (int bin = 1; spectrum.present(column) && bin <= rows(); bin++) {
        all[count++] = spectrum.density(column, bin);
      }
    }
    Arrays.sort(all, 0, count);
    return count == 0 ? 1 : Math.max(1e-9, all[(int) (FULL_FROM * (count - 1))]);
  }

  private void drawLine(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double[] minutes = line.x();
    double[] perMinute = line.y();
    Path2D path = new Path2D.Double();
    boolean open = true;
    for (int i = 0; i < minutes.length; i++) {
      if (Double.isNaN(perMinute[i])) {
        open = true;
        continue;
      }
      double x = getXAxisScreenValue(minutes[i]);
      double y = getYAxisScreenValue(perMinute[i]);
      if (open) {
        path.moveTo(x, y);
      }
      path.lineTo(x, y);
      open = false;
    }
    g.setColor(lineColor);
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }
}
