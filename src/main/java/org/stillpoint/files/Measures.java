package org.stillpoint.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.hrv.BandPowers;
import org.stillpoint.hrv.HrvAnalysis;
import org.stillpoint.hrv.Poincare;
import org.stillpoint.hrv.StressIndex;
import org.stillpoint.hrv.TimeDomain;
import org.stillpoint.hrv.TriangularIndex;

/**
 * Lists the numbers of an analysis with their names, units and the amount of data that each needs:
 * RMSSD 60 s, HF 60 s, LF 120 s, VLF and SDNN 300 s, geometry 20 minutes (Task Force 1996, Shaffer
 * and Ginsberg 2017, Front Public Health 5:258), entropies 200 intervals (Richman and Moorman
 * 2000), fluctuations 128 and 256.
 */
public final class Measures {
  private static final int MINUTE = 60;
  private static final int LF_SECONDS = 120;
  private static final int FIVE_MINUTES = 300;
  private static final int GEOMETRY_SECONDS = 1200;
  private static final int ENTROPY_BEATS = 200;

  private final List<Measure> all = new ArrayList<>();
  private String group = "";

  private Measures() {}

  /** All numbers, group by group. */
  public static List<Measure> of(HrvAnalysis analysis) {
    Measures measures = new Measures();
    measures.time(analysis.time());
    measures.geometric(analysis.triangular(), analysis.stress());
    measures.bands("welch", analysis.welch(), true);
    measures.bands("welchNaturalSpline", analysis.welchNatural(), false);
    measures.bands("lomb", analysis.lomb(), true);
    measures.nonlinear(analysis);
    return measures.all;
  }

  private void time(TimeDomain t) {
    group = "time";
    count("n", t.n());
    add("durationS", "s", t.durationSeconds(), 0);
    add("meanNn", "ms", t.meanNn(), 0);
    add("medianNn", "ms", t.medianNn(), 0);
    add("minNn", "ms", t.minNn(), 0);
    add("maxNn", "ms", t.maxNn(), 0);
    add("sdnn", "ms", t.sdnn(), FIVE_MINUTES);
    add("rmssd", "ms", t.rmssd(), MINUTE);
    add("lnRmssd", "", t.rmssd() > 0 ? Math.log(t.rmssd()) : Double.NaN, MINUTE);
    add("sdsd", "ms", t.sdsd(), MINUTE);
    count("nn50", t.nn50());
    count("nn20", t.nn20());
    add("meanHr", "per min", t.meanHr(), 0);
    add("meanOfInstHr", "per min", t.meanOfInstHr(), 0);
    add("minHrInst", "per min", t.minHrInst(), 0);
    add("maxHrInst", "per min", t.maxHrInst(), 0);
    add("pnn50", "%", t.pnn50(), MINUTE);
    add("pnn20", "%", t.pnn20(), MINUTE);
    add("cvnn", "", t.cvnn(), FIVE_MINUTES);
    add("minHr5beat", "per min", t.minHr5beat(), 0);
    add("maxHr5beat", "per min", t.maxHr5beat(), 0);
  }

  private void geometric(TriangularIndex triangle, StressIndex stress) {
    group = "geometric";
    add("hti", "", triangle.hti(), GEOMETRY_SECONDS);
    add("tinn", "ms", triangle.tinn(), GEOMETRY_SECONDS);
    add("tinnN", "ms", triangle.tinnN(), GEOMETRY_SECONDS);
    add("tinnM", "ms", triangle.tinnM(), GEOMETRY_SECONDS);
    add("siAmoPercent", "%", stress.amoPercent(), FIVE_MINUTES);
    add("siMoS", "s", stress.moSeconds(), FIVE_MINUTES);
    add("siMxdmnS", "s", stress.mxdmnSeconds(), FIVE_MINUTES);
    add("stressIndex", "", stress.index(), FIVE_MINUTES);
    add("stressIndexSqrt", "", stress.sqrt(), FIVE_MINUTES);
    add("stressIndexSqrtMedianMode", "", stress.sqrtMedianMode(), FIVE_MINUTES);
  }

  private void bands(String name, Optional<BandPowers> powers, boolean whole) {
    group = name;
    if (powers.isEmpty()) {
      return;
    }
    BandPowers p = powers.get();
    add("vlf", "ms2", p.vlf(), FIVE_MINUTES);
    add("lf", "ms2", p.lf(), LF_SECONDS);
    add("hf", "ms2", p.hf(), MINUTE);
    add("total", "ms2", p.total(), FIVE_MINUTES);
    add("lfHf", "", p.lfHf(), LF_SECONDS);
    if (whole) {
      add("vlfTrapz", "ms2", p.vlfTrapz(), FIVE_MINUTES);
      add("lfTrapz", "ms2", p.lfTrapz(), LF_SECONDS);
      add("hfTrapz", "ms2", p.hfTrapz(), MINUTE);
      add("lfPeakHz", "Hz", p.lfPeakHz(), LF_SECONDS);
      add("hfPeakHz", "Hz", p.hfPeakHz(), MINUTE);
      add("lfNu", "%", p.lfNu(), LF_SECONDS);
      add("hfNu", "%", p.hfNu(), LF_SECONDS);
    }
  }

  private void nonlinear(HrvAnalysis a) {
    group = "nonlinear";
    Poincare plot = a.poincare();
    add("sd1", "ms", plot.sd1(), MINUTE);
    add("sd2", "ms", plot.sd2(), FIVE_MINUTES);
    add("sd1Sd2", "", plot.ratio(), FIVE_MINUTES);
    add("sd2FromSdnn", "ms", plot.sd2FromSdnn(), FIVE_MINUTES);
    entropy("sampen", a.sampleEntropy().value());
    matches("sampenB", a.sampleEntropy().matchesOfTwo());
    matches("sampenA", a.sampleEntropy().matchesOfThree());
    entropy("apen", a.approximateEntropy());
    beats("dfaAlpha1", a.alpha1(), 128);
    beats("dfaAlpha2", a.alpha2(), 256);
    beats("dfaAlpha1Kubios412", a.alpha1Kubios(), 128);
    beats("dfaAlpha2Kubios1364", a.alpha2Kubios(), 256);
  }

  private void add(String key, String unit, double value, double leastSeconds) {
    // A division by zero is no more a number than a formula without enough data.
    double number = Double.isInfinite(value) ? Double.NaN : value;
    all.add(new Measure(group, key, unit, number, false, leastSeconds, 0, Integer.MAX_VALUE));
  }

  private void count(String key, long value) {
    all.add(new Measure(group, key, "", value, true, 0, 0, Integer.MAX_VALUE));
  }

  private void matches(String key, long pairs) {
    double value = pairs < 0 ? Double.NaN : pairs;
    all.add(new Measure(group, key, "", value, true, 0, 0, HrvAnalysis.ENTROPY_MOST_BEATS));
  }

  private void entropy(String key, double value) {
    int most = HrvAnalysis.ENTROPY_MOST_BEATS;
    all.add(new Measure(group, key, "", value, false, 0, ENTROPY_BEATS, most));
  }

  private void beats(String key, double value, int leastBeats) {
    all.add(new Measure(group, key, "", value, false, 0, leastBeats, Integer.MAX_VALUE));
  }
}
