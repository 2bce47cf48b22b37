package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/**
 * Charts of many virtual people at once, in the light theme and at twice the size. Needs no
 * display. Has no state and may be called by any thread.
 */
public final class CohortCharts {
  private static final int WIDTH = 1000;
  private static final int HEADING = 64;
  private static final int PANEL_WIDTH = 320;
  private static final int PANEL_HEIGHT = 230;
  private static final int COLUMNS = 3;
  private static final int MARGIN = 20;
  private static final ChartTheme THEME = ChartTheme.LIGHT;

  /** They also differ in lightness. */
  private static final List<Color> COLORS =
      List.of(new Color(0x16747c), new Color(0xc0702a), new Color(0x8f86b8));

  private CohortCharts() {}

  /**
   * A mean over time with its confidence interval.
   *
   * @param name what was averaged
   * @param minutes times, increasing
   * @param mean one value for each time
   * @param low lower ends of the intervals, one for each time
   * @param high upper ends of the intervals, one for each time
   */
  public record Band(
      String name, List<Double> minutes, List<Double> mean, List<Double> low, List<Double> high) {
    /** Copies the lists. */
    public Band {
      minutes = List.copyOf(minutes);
      mean = List.copyOf(mean);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }
  }

  /**
   * Means of people of the same family, to be compared in one panel.
   *
   * @param title the family
   * @param bands at most three
   */
  public record Panel(String title, List<Band> bands) {
    /** Copies the list. */
    public Panel {
      bands = List.copyOf(bands);
    }
  }

  /**
   * How a value is distributed over people.
   *
   * @param group their family; columns of the same group are drawn side by side
   * @param name kind of pacing
   * @param values one for each person, 0 to 100
   */
  public record Spread(String group, String name, List<Double> values) {
    /** Copies the list. */
    public Spread {
      values = List.copyOf(values);
    }
  }

  /**
   * Draws mean arousal over time, with one panel for each family.
   *
   * @param panels at least one
   * @param people how many people there are, in words
   * @param file its folder is created if it does not exist
   * @throws IOException when the file cannot be written
   */
  public static void writeArousal(List<Panel> panels, String people, Path file) throws IOException {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    List<String> names = panels.get(0).bands().stream().map(Band::name).toList();
    write(
        file,
        HEADING + rows * PANEL_HEIGHT + MARGIN,
        g -> {
          heading(g, "Hidden arousal", people + ", mean and 95 % interval by minute", names);
          for (int i = 0; i < panels.size(); i++) {
            int x = MARGIN + i % COLUMNS * PANEL_WIDTH;
            int y = HEADING + i / COLUMNS * PANEL_HEIGHT;
            XYChart chart = CohortPanel.of(panels.get(i), THEME, COLORS);
            Graphics2D part = (Graphics2D) g.create(x, y, PANEL_WIDTH, PANEL_HEIGHT);
            chart.paint(part, PANEL_WIDTH, PANEL_HEIGHT);
            part.dispose();
          }
        });
  }

  /**
   * Draws the index of each person at the end: dots, the middle half as a box, the median as a
   * line.
   *
   * @param people how many people there are, in words
   * @param file its folder is created if it does not exist
   * @throws IOException when the file cannot be written
   */
  public static void writeIndex(List<Spread> spreads, String people, Path file) throws IOException {
    List<String> names = spreads.stream().map(Spread::name).distinct().toList();
    int height = 480;
    write(
        file,
        height,
        g -> {
          heading(g, "Index at the end of the rest", people, names);
          new CohortDots(THEME, COLORS, names)
              .paint(g, spreads, new Rectangle2D.Double(60, HEADING + 8, WIDTH - 84, height - 128));
        });
  }

  private interface Painter {
    void paint(Graphics2D g);
  }

  private static void write(Path file, int height, Painter painter) throws IOException {
    BufferedImage image =
        new BufferedImage(
            ChartPng.ZOOM * WIDTH, ChartPng.ZOOM * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(ChartPng.ZOOM, ChartPng.ZOOM);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setColor(THEME.background());
      g.fillRect(0, 0, WIDTH, height);
      painter.paint(g);
    } finally {
      g.dispose();
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException(ChartPng.CANNOT_WRITE);
    }
  }

  private static void heading(Graphics2D g, String title, String unit, List<String> names) {
    g.setFont(THEME.strong().deriveFont(15f));
    g.setColor(THEME.text());
    g.drawString(title, MARGIN, 30);
    int end = MARGIN + g.getFontMetrics().stringWidth(title);
    g.setFont(THEME.font().deriveFont(12f));
    g.setColor(THEME.muted());
    g.drawString(unit, end + 10, 30);
    int x = MARGIN;
    for (int i = 0; i < names.size(); i++) {
      g.setColor(COLORS.get(i));
      g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.drawLine(x + 2, 48, x + 16, 48);
      g.setColor(THEME.muted());
      g.drawString(names.get(i), x + 24, 52);
      x += 46 + g.getFontMetrics().stringWidth(names.get(i));
    }
  }
}
