package org.stillpoint.hrv;

/**
 * Power of the bands of Task Force 1996 (Eur Heart J 17:354-381): VLF 0.0033 to 0.04 Hz, LF to 0.15
 * Hz, HF to 0.40 Hz. LF/HF is reported because other programs report it. It does not measure
 * balance or stress (Billman 2013, Front Physiol 4:26), and nothing else in Stillpoint depends on
 * it.
 *
 * @param vlf ms2, sum of densities times the step, as for all powers except the trapezoid ones
 * @param vlfTrapz ms2, by the trapezoid rule
 * @param lf ms2
 * @param lfTrapz ms2, by the trapezoid rule
 * @param lfPeakHz frequency of the largest density; NaN if the band has no frequency
 * @param hf ms2
 * @param hfTrapz ms2, by the trapezoid rule
 * @param hfPeakHz frequency of the largest density; NaN if the band has no frequency
 * @param total VLF + LF + HF, ms2
 * @param lfNu 100 LF / (LF + HF)
 * @param hfNu 100 HF / (LF + HF)
 * @param lfHf LF / HF
 */
public record BandPowers(
    double vlf,
    double vlfTrapz,
    double lf,
    double lfTrapz,
    double lfPeakHz,
    double hf,
    double hfTrapz,
    double hfPeakHz,
    double total,
    double lfNu,
    double hfNu,
    double lfHf) {
  /** Lower end of VLF. */
  public static final double VLF_HZ = 0.0033;

  /** Lower end of LF. */
  public static final double LF_HZ = 0.04;

  /** Lower end of HF. */
  public static final double HF_HZ = 0.15;

  /** Upper end of HF. */
  public static final double HF_END_HZ = 0.40;

  static BandPowers of(PowerSpectrum spectrum) {
    double vlf = spectrum.power(VLF_HZ, LF_HZ);
    double lf = spectrum.power(LF_HZ, HF_HZ);
    double hf = spectrum.power(HF_HZ, HF_END_HZ);
    return new BandPowers(
        vlf,
        spectrum.trapezoidPower(VLF_HZ, LF_HZ),
        lf,
        spectrum.trapezoidPower(LF_HZ, HF_HZ),
        spectrum.peakHz(LF_HZ, HF_HZ),
        hf,
        spectrum.trapezoidPower(HF_HZ, HF_END_HZ),
        spectrum.peakHz(HF_HZ, HF_END_HZ),
        vlf + lf + hf,
        100 * lf / (lf + hf),
        100 * hf / (lf + hf),
        lf / hf);
  }
}
