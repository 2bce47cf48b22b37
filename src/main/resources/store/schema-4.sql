-- Version 4: prompts by name; what variability was compared with, and how the start came to be; how a session is
-- conducted, the breath pacer, resonance.

ALTER TABLE prompt ADD COLUMN prompt_id TEXT NOT NULL DEFAULT '';  -- in its programme; empty for a silence
ALTER TABLE index_step ADD COLUMN anchor REAL;                -- lnRMSSD
ALTER TABLE baseline ADD COLUMN breaths_per_minute REAL;      -- null: not clear
ALTER TABLE baseline ADD COLUMN fresh_heart_rate REAL;        -- as measured, before earlier sessions moved it
ALTER TABLE baseline ADD COLUMN fresh_ln_rmssd REAL;
ALTER TABLE baseline ADD COLUMN sessions INTEGER NOT NULL DEFAULT 0;

ALTER TABLE recording ADD COLUMN posture TEXT NOT NULL DEFAULT 'LYING';
ALTER TABLE recording ADD COLUMN pacing TEXT NOT NULL DEFAULT 'ADAPTIVE';
ALTER TABLE recording ADD COLUMN when_drowsy TEXT NOT NULL DEFAULT 'CALL';
ALTER TABLE recording ADD COLUMN pacer INTEGER NOT NULL DEFAULT 0;      -- whether it was asked for
ALTER TABLE recording ADD COLUMN target_per_minute REAL;                -- of the pacer; null: the programme's
ALTER TABLE recording ADD COLUMN inhale_share REAL NOT NULL DEFAULT 0.4;
ALTER TABLE recording ADD COLUMN history TEXT NOT NULL DEFAULT '';      -- earlier starts, as JSON

ALTER TABLE prompt ADD COLUMN speech_factor REAL NOT NULL DEFAULT 1;
ALTER TABLE decision ADD COLUMN applied INTEGER NOT NULL DEFAULT 1;     -- 0: what would have been done
ALTER TABLE decision ADD COLUMN speech_factor REAL NOT NULL DEFAULT 1;
ALTER TABLE decision ADD COLUMN voice_decibels REAL NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN remark TEXT NOT NULL DEFAULT 'NONE';    -- what was said because of it

CREATE TABLE pacer (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, per_minute REAL, why TEXT NOT NULL,       -- null: silent
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE breath (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, inhale_seconds REAL NOT NULL, exhale_seconds REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE resonance (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, place INTEGER NOT NULL, breaths_per_minute REAL NOT NULL,
  rsa_millis REAL NOT NULL, rsa_per_minute REAL NOT NULL, rsa_breaths INTEGER NOT NULL,
  peak_power_millis2 REAL NOT NULL, phase_degrees REAL, places INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;
