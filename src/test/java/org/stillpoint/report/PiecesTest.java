package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void templateFillsEveryPlace() {
    Template template = new Template("<p>{{a}} and {{b-c}}, {{a}}</p>");
    assertThat(template.fill(Map.of("a", new Html("$1\\"), "b-c", Html.text("<"))))
        .isEqualTo("<p>$1\\ and &lt;, $1\\</p>");
  }

  @Test
  void templateDoesNotFillWhatWasFilledIn() {
    Template template = new Template("{{a}} {{b}}");
    assertThat(template.fill(Map.of("a", Html.text("{{b}}"), "b", Html.text("x"))))
        .isEqualTo("{{b}} x");
  }

  @Test
  void templateRefusesAMismatch() {
    Template template = new Template("{{a}}");
    assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.fill(Map.of("a", Html.NOTHING, "b", Html.NOTHING)));
  }

  @Test
  void missingResourceIsNamed() {
    Assertions.assertThatThrownBy(() -> Template.shipped("none.html"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.html");
  }

  @Test
  void textIsEscaped() {
    assertThat(Html.text("<a href='x'>&\"\n\u0000").markup())
        .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&quot; \uFFFD");
  }

  @Test
  void numbersAreRoundedToWhatTheyBear() {
    assertThat(Words.whole(OptionalDouble.empty())).isEqualTo("\u2013");
    assertThat(Words.whole(77.6)).isEqualTo("78");
    assertThat(Words.percent(0)).isEqualTo("0 %");
    assertThat(Words.percent(0.0041)).isEqualTo("0.4 %");
    assertThat(Words.percent(0.976)).isEqualTo("98 %");
    assertThat(Words.seconds(2.34)).isEqualTo("2.3 s");
    assertThat(Words.seconds(28)).isEqualTo("28 s");
    assertThat(Words.paddedClock(65.5 / 60)).isEqualTo("01:06");
    assertThat(Words.count(1, "gap", "gaps")).isEqualTo("1 gap");
    assertThat(Words.count(16740, "gap", "gaps")).isEqualTo("16,740 gaps");
  }

  @Test
  void scaleHoldsItsValuesAtRoundSteps() {
    Scale scale = Scale.around(63, 76, 10);
    assertThat(scale.min()).isLessThan(63);
    assertThat(scale.max()).isGreaterThan(76);
    assertThat(scale.step()).isEqualTo(5);
    assertThat(scale.firstTick() % 5).isZero();
    assertThat(scale.inside(500)).isLessThan(scale.max());
    assertThat(scale.inside(70)).isEqualTo(70);
    assertThat(Scale.around(5, 5, 20).min()).isZero();
  }

  @Test
  void thinnedCurveKeepsExtremesAndGaps() {
    Curve curve = new Curve();
    for (int i = 0; i < 10_000; i++) {
      if (i == 5000) {
        curve.open();
      }
      curve.add(i / 1000.0, i == 2345 ? 99 : i % 7);
    }
    Curve thin = curve.thinned(10, 100);
    assertThat(thin.points()).isBetween(150, 250);
    assertThat(thin.max(0)).isEqualTo(99);
    assertThat(thin.min(1)).isZero();
    assertThat(thin.y()).containsOnlyOnce(Double.NaN);
    assertThat(thin.x()).isSorted();
  }

  @Test
  void stageNamesNeitherOverlapNorCross() {
    List<Timeline.Stretch> stages =
        List.of(
            new Timeline.Stretch(0, 1, "A rather long name of a stage"),
            new Timeline.Stretch(1, 2, "Another long name of a stage"),
            new Timeline.Stretch(2, 9, "Short"),
            new Timeline.Stretch(9, 10, "A name too long for the end"));
    int[] rows = StageNames.rows(stages, 10, 900, ChartTheme.LIGHT.font());
    assertThat(rows[3]).isZero();
    assertThat(rows[2]).isZero();
    assertThat(rows[1]).isEqualTo(1);
    assertThat(rows[0]).isEqualTo(2);
    assertThat(StageNames.count(rows)).isEqualTo(3);
  }
}
