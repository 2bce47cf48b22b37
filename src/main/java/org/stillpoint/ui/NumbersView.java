package org.stillpoint.ui;

/**
 * The numbers of one moment.
 *
 * @param index the index; its note says what it means or why it is absent
 * @param heartRate of the last few beats
 * @param rmssd variability of the last minute
 * @param breathing rate of the last minute
 * @param quality of the last minute, a word and a number
 * @param qualityTone how the quality is meant
 * @param lost what is known to be lost, empty when nothing is
 * @param details rate, clock and gaps of the sensor, short
 * @param explained the same in sentences
 * @param decision what the pacing decided last and why, empty before it
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
