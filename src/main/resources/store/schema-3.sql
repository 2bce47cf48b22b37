-- Version 3: how irregular the rhythm of the minute was, as the share of large changes from beat to beat.

ALTER TABLE index_step ADD COLUMN large_share REAL NOT NULL DEFAULT 0;
