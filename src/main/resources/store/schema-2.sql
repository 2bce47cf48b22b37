-- Version 2: the line to the sensor, broken (0) and there again (1).

CREATE TABLE line (
  recording INTEGER NOT NULL REFERENCES recording(id), seq INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL, there INTEGER NOT NULL,
  PRIMARY KEY (recording, seq)
) WITHOUT ROWID;
