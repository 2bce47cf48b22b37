package org.stillpoint.exchange;

import java.util.Optional;
import java.util.regex.Pattern;
import org.stillpoint.signal.SensorKind;

/**
 * One signal of a WFDB record, as its header describes it.
 *
 * @param number its index in the header, from 0
 * @param file name of the file that holds its samples, beside the header
 * @param format how samples are stored: 16, 212, ..
 * @param samplesPerFrame usually 1; more for a signal that is sampled faster than the record's
 *     frames
 * @param skew how many of its samples come before the record's first sample
 * @param byteOffset where the samples begin in the file, in bytes
 * @param inverted whether the gain is negative: stored values fall where the signal rises
 * @param units of the calibrated signal
 * @param description what it is, such as MLII; may be empty
 */
public record WfdbChannel(
    int number,
    String file,
    int format,
    int samplesPerFrame,
    int skew,
    long byteOffset,
    boolean inverted,
    String units,
    String description) {

  private static final Pattern PULSE =
      Pattern.compile(".*(pleth|ppg|bvp|pulse|photo).*", Pattern.CASE_INSENSITIVE);

  /** Names of leads: I, aVR, V5, MLII, MCL1, CM5, ECG1, lead II. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(.*\\b(ecg|ekg)[ _-]?\\w*.*)|(lead\\b.*)"
              + "|((M|mod\\.? ?|mL|ML)?(I|II|III|aV[RLF]|V[1-9]?|MV[1-9]|CL[1-9]|CM[1-9]|CC5|CS12|D[1-4]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VOLTS = Pattern.compile("[mu]?V", Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER =
      Pattern.compile(
          ".*(resp|eeg|eog|emg|gsr|eda|abp|art|bp\\b|cvp|pap|icp|temp|spo2|co2|pleth|ppg|marker).*",
          Pattern.CASE_INSENSITIVE);

  /**
   * ECG or pulse wave, judged by the description. A voltage whose description names nothing else
   * counts as an ECG. Empty for any other signal.
   */
  public Optional<SensorKind> kind() {
    if (PULSE.matcher(description).matches()) {
      return Optional.of(SensorKind.PPG);
    }
    return isLead() || isPlainVoltage() ? Optional.of(SensorKind.ECG) : Optional.empty();
  }

  /** Whether it is named like an ECG lead. */
  boolean isLead() {
    return LEAD.matcher(description).matches();
  }

  /** Whether it is a voltage and its description names no other kind of signal. */
  private boolean isPlainVoltage() {
    return VOLTS.matcher(units).matches() && !OTHER.matcher(description).matches();
  }
}
