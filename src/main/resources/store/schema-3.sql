-- Version 3: the rhythms of the minute, null where they are not known.

ALTER TABLE index_step ADD COLUMN large_share REAL NOT NULL DEFAULT 0; -- of changes from beat to beat
ALTER TABLE index_step ADD COLUMN breaths_per_minute REAL;
ALTER TABLE index_step ADD COLUMN breath_confidence REAL NOT NULL DEFAULT 0;
ALTER TABLE index_step ADD COLUMN coherence REAL;
ALTER TABLE index_step ADD COLUMN rsa_per_minute REAL;
ALTER TABLE index_step ADD COLUMN hf_millis2 REAL;
ALTER TABLE index_step ADD COLUMN lf_millis2 REAL;
