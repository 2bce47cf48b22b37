package org.stillpoint.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Renders charts as PNG at twice their size. Needs no display. */
final class ChartPng {
  static final int ZOOM = 2;

  /** What to tell the person when Java has no PNG writer. */
  static final String CANNOT_WRITE =
      "This Java runtime cannot write PNG files: run Stillpoint with a complete JDK.";

  private ChartPng() {}

  static byte[] bytes(XYChart chart) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image(chart), "png", out)) {
      throw new IOException(CANNOT_WRITE);
    }
    return out.toByteArray();
  }

  /**
   * A chart inside a page.
   *
   * @param alt what it shows, for those who cannot see it
   */
  static Html html(XYChart chart, String alt) throws IOException {
    return new Html(
        "<img width=\""
            + chart.getWidth()
            + "\" height=\""
            + chart.getHeight()
            + "\" alt=\""
            + Html.text(alt).markup()
            + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(bytes(chart))
            + "\"/>");
  }

  private static BufferedImage image(XYChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage image =
        new BufferedImage(ZOOM * width, ZOOM * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(ZOOM, ZOOM);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      chart.paint(g, width, height);
    } finally {
      g.dispose();
    }
    return image;
  }
}
