-- Version 2: the line to the sensor, broken (0) and there again (1); how the sensor does, every five seconds.

CREATE TABLE line (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, there INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;

CREATE TABLE sensor (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  kind TEXT NOT NULL, placement TEXT NOT NULL,
  rate_hz REAL, drift_ppm REAL,    -- null: not known, or none
  lost_samples INTEGER NOT NULL, gaps INTEGER NOT NULL, gap_seconds REAL NOT NULL, -- so far
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;
