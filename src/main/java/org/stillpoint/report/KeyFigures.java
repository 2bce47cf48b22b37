package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.relax.Settling;
import org.stillpoint.store.Ratings;

/** The figures of a session as tiles. An absent figure is a dash with the reason below it. */
final class KeyFigures {
  /** The content of a tile. */
  private record KeyFigure(String label, String value, String note) {}

  private final Facts facts;
  private final Ratings ratings;

  KeyFigures(Facts facts, Ratings ratings) {
    this.facts = facts;
    this.ratings = ratings;
  }

  Html tiles() {
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(index("Settling before the return", facts.finalIndex(), facts.whyNoIndex()));
    figures.add(index("Settling on average", facts.meanIndex(), "there was no index"));
    figures.add(quality());
    figures.add(measure("Heart rate at your start", facts.startRate(), true, "per minute"));
    figures.add(measure("Heart rate at the end", facts.endRate(), false, "per minute"));
    figures.add(artefacts());
    figures.add(measure("RMSSD at your start", facts.startRmssd(), true, "ms"));
    figures.add(measure("RMSSD at the end", facts.endRmssd(), false, "ms"));
    figures.add(gaps());
    return Html.all(figures.stream().map(KeyFigures::tile).toList());
  }

  /** The person's ratings before and after the session; empty if there are none. */
  Html ratings() {
    if (ratings.equals(Ratings.NONE)) {
      return Html.NOTHING;
    }
    List<Html> tiles = new ArrayList<>();
    tiles.add(tile(rating("Pain", ratings.painBefore(), ratings.painAfter())));
    tiles.add(tile(rating("Tension", ratings.tensionBefore(), ratings.tensionAfter())));
    if (ratings.sleep().isPresent()) {
      String note = "last night; 0 is very bad, 10 very good";
      tiles.add(tile(new KeyFigure("Sleep", said(ratings.sleep()), note)));
    }
    if (ratings.function().isPresent()) {
      String note = "this week; 0 is not at all, 10 without trouble";
      String what = "To " + ratings.functionWords();
      tiles.add(tile(new KeyFigure(what, said(ratings.function()), note)));
    }
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("h2", "", Html.text("Your ratings")));
    parts.add(Html.element("div", "tiles", Html.all(tiles)));
    if (ratings.painRose()) {
      parts.add(Html.element("p", "", Html.text(PainWords.ROSE)));
    }
    return Html.element("section", "", Html.all(parts));
  }

  private static KeyFigure rating(String what, OptionalInt before, OptionalInt after) {
    String value = said(before) + " \u2192 " + said(after);
    boolean both = before.isPresent() && after.isPresent();
    String note =
        both ? "before and after; 0 is none, 10 the worst imaginable" : "a dash means no answer";
    return new KeyFigure(what, value, note);
  }

  private static String said(OptionalInt rating) {
    return rating.isPresent() ? String.valueOf(rating.getAsInt()) : Words.ABSENT;
  }

  private KeyFigure index(String label, OptionalDouble value, String whyNot) {
    return new KeyFigure(
        label,
        Words.whole(value),
        value.isPresent()
            ? Settling.of(value.getAsDouble()).words()
                + "; 50 is your own start"
                + (facts.arriving() ? "; part of this may be arriving" : "")
            : whyNot);
  }

  private KeyFigure measure(String label, OptionalDouble value, boolean start, String unit) {
    String whyNot = start ? facts.whyNoStart() : facts.whyNoEnd();
    return new KeyFigure(label, Words.whole(value), value.isPresent() ? unit : whyNot);
  }

  private KeyFigure quality() {
    OptionalDouble quality = facts.meanQuality();
    return quality.isPresent()
        ? new KeyFigure(
            "Signal quality",
            Words.percent(quality.getAsDouble()),
            "mean of the session; the pacing holds below 88 % and goes on from 92 %")
        : new KeyFigure("Signal quality", Words.ABSENT, facts.whyNoQuality());
  }

  private KeyFigure artefacts() {
    long all = facts.intervals();
    if (all == 0) {
      return new KeyFigure("Artefacts", Words.ABSENT, "there were no intervals");
    }
    return new KeyFigure(
        "Artefacts",
        Words.percent((double) (facts.corrected() + facts.setAside()) / all),
        "of "
            + Words.count(all, "interval", "intervals")
            + " "
            + Words.thousands(facts.corrected())
            + " corrected, "
            + Words.thousands(facts.setAside())
            + " set aside");
  }

  private KeyFigure gaps() {
    if (facts.gaps() == 0 && facts.beats() == 0) {
      return new KeyFigure("Time without signal", Words.ABSENT, "no heartbeat was found");
    }
    String samples =
        facts.lostSamples() == 0
            ? "no sample lost"
            : Words.count(facts.lostSamples(), "sample lost", "samples lost");
    return facts.gaps() == 0
        ? new KeyFigure("Time without signal", "none", "no gap, " + samples)
        : new KeyFigure(
            "Time without signal",
            Words.seconds(facts.gapSeconds()),
            Words.count(facts.gaps(), "gap", "gaps") + ", " + samples);
  }

  private static Html tile(KeyFigure figure) {
    return Html.element(
        "div",
        "tile",
        Html.all(
            List.of(
                Html.element("div", "label", Html.text(figure.label)),
                Html.element("div", "value", Html.text(figure.value)),
                Html.element("div", "note", Html.text(figure.note)))));
  }
}
