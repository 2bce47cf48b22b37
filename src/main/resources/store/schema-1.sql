-- Version 1. Times: nanoseconds since the recording began, unless named otherwise.
-- Every event table has seq, the place of the row among all events of its recording.

CREATE TABLE recording (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,        -- ISO 8601, UTC
  zone TEXT NOT NULL,              -- IANA name
  sensor TEXT NOT NULL,
  protocols TEXT NOT NULL,         -- names on offer, by commas
  waveform_column TEXT NOT NULL,   -- column of a waveform file
  protocol TEXT NOT NULL,          -- the one recognised
  programme_id TEXT NOT NULL,
  programme_title TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  script TEXT NOT NULL,            -- the script that was conducted, as JSON
  app_version TEXT NOT NULL,
  state TEXT NOT NULL,             -- OPEN, COMPLETE, INCOMPLETE
  pain_before INTEGER, pain_after INTEGER,
  tension_before INTEGER, tension_after INTEGER
);

-- Records of the capture format, whole ones, in order: all inputs, with host stamps.
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
  amplitude REAL, level TEXT, reasons TEXT,                        -- null: the sensor finds beats itself
  rr_end_nanos INTEGER, rr_millis REAL, label TEXT, continues INTEGER, -- null: first beat of a run
  quality REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE index_step (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  value REAL, z_hr REAL, z_v REAL, regime TEXT NOT NULL,
  window_end_nanos INTEGER NOT NULL, window_seconds REAL NOT NULL,
  coverage REAL NOT NULL, artefact_share REAL NOT NULL, longest_hole_seconds REAL NOT NULL,
  heart_rate REAL, rmssd_millis REAL, ln_rmssd REAL, sdnn_millis REAL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE baseline (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  heart_rate REAL NOT NULL, heart_rate_spread REAL NOT NULL,
  ln_rmssd REAL NOT NULL, ln_rmssd_spread REAL NOT NULL,
  windows INTEGER NOT NULL, provisional INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE stage (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, stage_id TEXT NOT NULL, title TEXT NOT NULL,
  planned_seconds REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE prompt (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, stage_id TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, length_seconds REAL NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE decision (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  session_seconds REAL NOT NULL, state TEXT NOT NULL, changed INTEGER NOT NULL,
  silence_factor REAL NOT NULL, reason TEXT NOT NULL,
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
