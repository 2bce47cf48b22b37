package org.stillpoint.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.hrv.RsaAmplitude;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * The tables of what the conductor did. An event that is read back equals the one that was written.
 */
final class SessionTables {
  static final List<EventTable<?>> ALL =
      List.of(
          new EventTable<>(
              RecordingEvent.StageBegan.class,
              "stage",
              "time_nanos, session_seconds, stage_id, title, planned_seconds, role, last",
              e -> writeStage(e.timeNanos(), e.stage()),
              r ->
                  new RecordingEvent.StageBegan(
                      r.integer(),
                      new StageStart(
                          r.real(),
                          r.text(),
                          r.text(),
                          r.real(),
                          Role.valueOf(r.text()),
                          r.flag()))),
          new EventTable<>(
              RecordingEvent.Prompted.class,
              "prompt",
              "time_nanos, session_seconds, stage_id, kind, text, length_seconds, prompt_id,"
                  + " speech_factor",
              e -> writePrompt(e.timeNanos(), e.prompt()),
              r -> new RecordingEvent.Prompted(r.integer(), readPrompt(r))),
          new EventTable<>(
              RecordingEvent.Decided.class,
              "decision",
              "time_nanos, session_seconds, state, changed, applied, silence_factor, speech_factor,"
                  + " voice_decibels, remark, reason",
              e -> writeDecision(e.timeNanos(), e.decision()),
              r -> new RecordingEvent.Decided(r.integer(), readDecision(r))),
          new EventTable<>(
              RecordingEvent.PacerChanged.class,
              "pacer",
              "time_nanos, per_minute, why",
              e -> EventTables.row(e.timeNanos(), ColumnReader.orNull(e.perMinute()), e.why()),
              r -> new RecordingEvent.PacerChanged(r.integer(), r.maybeReal(), r.text())),
          new EventTable<>(
              RecordingEvent.BreathPaced.class,
              "breath",
              "time_nanos, session_seconds, inhale_seconds, exhale_seconds",
              e -> writeBreath(e.timeNanos(), e.breath()),
              r ->
                  new RecordingEvent.BreathPaced(
                      r.integer(), new Breath(r.real(), r.real(), r.real()))),
          new EventTable<>(
              RecordingEvent.ResonanceRated.class,
              "resonance",
              "time_nanos, place, breaths_per_minute, rsa_millis, rsa_per_minute, rsa_breaths,"
                  + " peak_power_millis2, phase_degrees, places",
              e -> writeResonance(e.timeNanos(), e.place(), e.candidate()),
              r ->
                  new RecordingEvent.ResonanceRated(
                      r.integer(), (int) r.integer(), readResonance(r))));

  private SessionTables() {}

  private static @Nullable Object[] writeStage(long time, StageStart s) {
    return EventTables.row(
        time, s.seconds(), s.stageId(), s.title(), s.plannedSeconds(), s.role().name(), s.last());
  }

  private static @Nullable Object[] writePrompt(long time, PromptCue p) {
    return EventTables.row(
        time,
        p.seconds(),
        p.stageId(),
        p.kind().name(),
        p.text(),
        p.lengthSeconds(),
        p.id(),
        p.speechFactor());
  }

  private static PromptCue readPrompt(ColumnReader r) throws SQLException {
    return new PromptCue(
        r.real(), r.text(), PromptKind.valueOf(r.text()), r.text(), r.real(), r.text(), r.real());
  }

  private static @Nullable Object[] writeDecision(long time, Decision d) {
    return EventTables.row(
        time,
        d.seconds(),
        d.state().name(),
        d.changed(),
        d.applied(),
        d.gains().silenceFactor(),
        d.gains().speechFactor(),
        d.gains().voiceDecibels(),
        d.remark().name(),
        d.reason());
  }

  private static Decision readDecision(ColumnReader r) throws SQLException {
    return new Decision(
        r.real(),
        PacingState.valueOf(r.text()),
        r.flag(),
        r.flag(),
        new Gains(r.real(), r.real(), r.real()),
        Decision.Remark.valueOf(r.text()),
        r.text());
  }

  private static @Nullable Object[] writeBreath(long time, Breath b) {
    return EventTables.row(time, b.seconds(), b.inhaleSeconds(), b.exhaleSeconds());
  }

  private static @Nullable Object[] writeResonance(long time, int place, Candidate c) {
    return EventTables.row(
        time,
        place,
        c.breathsPerMinute(),
        c.rsa().millis(),
        c.rsa().beatsPerMinute(),
        c.rsa().breaths(),
        c.peakPowerMillis2(),
        ColumnReader.orNull(c.phaseDegrees()),
        c.places());
  }

  private static Candidate readResonance(ColumnReader r) throws SQLException {
    double breaths = r.real();
    double millis = r.real();
    RsaAmplitude rsa = new RsaAmplitude(r.real(), millis, (int) r.integer());
    return new Candidate(breaths, rsa, r.real(), r.maybeReal(), (int) r.integer());
  }
}
