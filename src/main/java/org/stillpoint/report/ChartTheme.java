package org.stillpoint.report;

import java.awt.Color;
import java.awt.Font;

/**
 * Colours and fonts of the charts. Series also differ in lightness, and decisions and intervals set
 * aside also differ in shape, so that nothing depends on hue alone.
 *
 * @param font of labels
 * @param strong of titles
 * @param background behind everything
 * @param text of titles and values
 * @param muted of labels
 * @param grid of lines behind the data
 * @param band of every other stage
 * @param baseline of the stretch in which the baseline was measured
 * @param away of pauses and of stretches without signal
 * @param index of the index line
 * @param heart of the heart rate
 * @param intervals of the tachogram
 * @param variability of RMSSD
 * @param longer of decisions that make silences longer or change the modality
 * @param shorter of decisions that make silences shorter or ask a question
 * @param hold of decisions that adapt nothing, or find that the person dozes
 * @param setAside of intervals that are not used
 */
public record ChartTheme(
    Font font,
    Font strong,
    Color background,
    Color text,
    Color muted,
    Color grid,
    Color band,
    Color baseline,
    Color away,
    Color index,
    Color heart,
    Color intervals,
    Color variability,
    Color longer,
    Color shorter,
    Color hold,
    Color setAside) {

  /** The theme for paper and for light windows. */
  public static final ChartTheme LIGHT =
      new ChartTheme(
          ChartFonts.REGULAR,
          ChartFonts.STRONG,
          new Color(0xffffff),
          new Color(0x2a2f33),
          new Color(0x667077),
          new Color(0xe4e6e5),
          new Color(0x0d2f6b78, true),
          new Color(0x26e0a83a, true),
          new Color(0x1f5c646a, true),
          new Color(0x25676d),
          new Color(0xa94a62),
          new Color(0x47698f),
          new Color(0x6a5794),
          new Color(0x2f8a57),
          new Color(0xbb5f1f),
          new Color(0x6b7379),
          new Color(0xc9540a));

  /** The theme for dark windows. */
  public static final ChartTheme DARK =
      new ChartTheme(
          ChartFonts.REGULAR,
          ChartFonts.STRONG,
          new Color(0x1e2225),
          new Color(0xe4e6e5),
          new Color(0x9aa4aa),
          new Color(0x343a3e),
          new Color(0x128fc7cf, true),
          new Color(0x26d9a441, true),
          new Color(0x30a0a8ae, true),
          new Color(0x6fc0c4),
          new Color(0xe08ba0),
          new Color(0x8db2dc),
          new Color(0xb5a3e0),
          new Color(0x6fcf97),
          new Color(0xf0a05f),
          new Color(0xa7b0b6),
          new Color(0xff9550));

  /** A colour mixed with the background. It is opaque, so that strokes can overlap. */
  Color faint(Color color) {
    return new Color(
        halfWay(color.getRed(), background.getRed()),
        halfWay(color.getGreen(), background.getGreen()),
        halfWay(color.getBlue(), background.getBlue()));
  }

  private static int halfWay(int a, int b) {
    return (a * 2 + b * 3) / 5;
  }

  /** The same theme with another background, so that a chart has no edge against its card. */
  public ChartTheme on(Color other) {
    return new ChartTheme(
        font,
        strong,
        other,
        text,
        muted,
        grid,
        band,
        baseline,
        away,
        index,
        heart,
        intervals,
        variability,
        longer,
        shorter,
        hold,
        setAside);
  }
}
