package org.stillpoint.ui;

/**
 * The numbers of one moment.
 *
 * @param index the index; its note says what it means or why it is absent
 * @param heartRate heart rate over the last few beats
 * @param rmssd variability over the last minute
 * @param breathing breathing rate over the last minute
 * @param quality signal quality of the last minute, a word and a number
 * @param qualityTone whether the quality is a warning
 * @param lost how many samples were lost; empty if none were
 * @param details sampling rate, clock drift and gaps of the sensor, as short as possible
 * @param explained the same in full sentences
 * @param decision what the pacing decided last, and why; empty before its first decision
 */
record NumbersView(
    Figure index,
    Figure heartRate,
    Figure rmssd,
    Figure breathing,
    Figure quality,
    Tone qualityTone,
    String lost,
    String details,
    String explained,
    String decision) {}
