-- Times are nanoseconds since the recording began, unless a column says otherwise.
-- Every event table has seq, the place of the row among all events of its recording.

CREATE TABLE recording (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,        -- ISO 8601, UTC
  zone TEXT NOT NULL,              -- IANA name
  sensor TEXT NOT NULL,            -- in words for people
  source TEXT NOT NULL             -- kind of source
    CHECK (source IN ('REAL', 'VIRTUAL', 'FILE', 'IMPORTED')),
  protocols TEXT NOT NULL,         -- names of the possible ones, separated by commas
  waveform_column TEXT NOT NULL,   -- column of a waveform file
  protocol TEXT NOT NULL,          -- the one that was recognised
  programme_id TEXT NOT NULL,
  programme_title TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  script TEXT NOT NULL,            -- the script that was conducted, as JSON
  app_version TEXT NOT NULL,
  algorithm INTEGER NOT NULL,      -- version of what is computed from the inputs
  state TEXT NOT NULL,             -- OPEN, COMPLETE, INCOMPLETE
  pain_before INTEGER, pain_after INTEGER,
  tension_before INTEGER, tension_after INTEGER,
  posture TEXT NOT NULL,
  pacing TEXT NOT NULL,
  when_drowsy TEXT NOT NULL,
  pacer INTEGER NOT NULL,          -- whether it was asked for
  target_per_minute REAL,          -- of the pacer; null: the programme's
  inhale_share REAL NOT NULL,
  history TEXT NOT NULL            -- earlier baselines, as JSON
);

-- All inputs with their host stamps, as whole records of the capture format, in order.
CREATE TABLE raw (
  recording INTEGER NOT NULL REFERENCES recording(id),
  seq INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE recognised (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, protocol TEXT NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE beat (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  amplitude REAL, level TEXT, reasons TEXT,                            -- null: the sensor sends intervals
  rr_end_nanos INTEGER, rr_millis REAL, label TEXT, continues INTEGER, -- null: first beat of a run
  quality REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

-- Null where a number is not known.
CREATE TABLE index_step (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  value REAL, z_hr REAL, z_v REAL,
  variability_share REAL,          -- of the index, 0 to 1; the rest is heart rate
  heart_rate_anchor REAL,          -- heart rate that it is compared with
  anchor REAL,                     -- lnRMSSD that variability is compared with
  regime TEXT NOT NULL,            -- COMPARED, HELD, MOVED, UNKNOWN
  window_end_nanos INTEGER NOT NULL, window_seconds REAL NOT NULL,
  coverage REAL NOT NULL, artefact_share REAL NOT NULL, longest_hole_seconds REAL NOT NULL,
  large_share REAL NOT NULL,       -- of large changes from beat to beat
  early_share REAL NOT NULL,       -- of intervals that an early beat changed
  heart_rate REAL, rmssd_millis REAL, ln_rmssd REAL, sdnn_millis REAL,
  breaths_per_minute REAL, breath_confidence REAL NOT NULL,
  coherence REAL, rsa_per_minute REAL, hf_millis2 REAL, lf_millis2 REAL,
  line_per_minute REAL,            -- strongest narrow rhythm in the changes from beat to beat
  line_share REAL NOT NULL,        -- of RMSSD squared
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

-- The state of the sensor, every five seconds.
CREATE TABLE sensor (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  kind TEXT NOT NULL, placement TEXT NOT NULL,
  rate_hz REAL, drift_ppm REAL,                                                     -- null: unknown, or none
  lost_samples INTEGER NOT NULL, gaps INTEGER NOT NULL, gap_seconds REAL NOT NULL,  -- so far
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE baseline (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  heart_rate REAL NOT NULL, heart_rate_spread REAL NOT NULL,
  ln_rmssd REAL NOT NULL, ln_rmssd_spread REAL NOT NULL,
  windows INTEGER NOT NULL, provisional INTEGER NOT NULL,
  arriving INTEGER NOT NULL,                                     -- 1: the heart was still slowing
  breaths_per_minute REAL,                                       -- null: not clear
  fresh_heart_rate REAL NOT NULL, fresh_ln_rmssd REAL NOT NULL,  -- as measured, before earlier sessions moved it
  sessions INTEGER NOT NULL,                                     -- how many earlier ones moved it
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE stage (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, stage_id TEXT NOT NULL, title TEXT NOT NULL,
  planned_seconds REAL NOT NULL, role TEXT NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE prompt (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, stage_id TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, length_seconds REAL NOT NULL,
  prompt_id TEXT NOT NULL,         -- in its programme; empty for a silence
  speech_factor REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE decision (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, state TEXT NOT NULL, changed INTEGER NOT NULL,
  applied INTEGER NOT NULL,        -- 0: what would have been done
  silence_factor REAL NOT NULL, speech_factor REAL NOT NULL, voice_decibels REAL NOT NULL,
  remark TEXT NOT NULL,            -- what was said because of it
  reason TEXT NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE pacer (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, per_minute REAL, why TEXT NOT NULL,  -- null: silent
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

CREATE TABLE gap (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  from_nanos INTEGER NOT NULL, to_nanos INTEGER NOT NULL, cause TEXT NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE fault (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

-- The line to the sensor broke (0) or is back (1).
CREATE TABLE line (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, there INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

-- The person moved; how is SAID or SEEN.
CREATE TABLE moved (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, how TEXT NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE pause (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, paused INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE ended (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  outcome TEXT NOT NULL, why TEXT NOT NULL, seconds REAL NOT NULL, planned_seconds REAL,
  final_index REAL, mean_index REAL, beats INTEGER NOT NULL, set_aside REAL NOT NULL,
  gap_seconds REAL NOT NULL, lost_samples INTEGER NOT NULL, rate_hz REAL, drift_ppm REAL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;
