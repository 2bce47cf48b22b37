-- Version 4: prompts by name; what variability was compared with, and how the start came to be.

ALTER TABLE prompt ADD COLUMN prompt_id TEXT NOT NULL DEFAULT '';  -- in its programme; empty for a silence
ALTER TABLE index_step ADD COLUMN anchor REAL;                -- lnRMSSD
ALTER TABLE baseline ADD COLUMN breaths_per_minute REAL;      -- null: not clear
ALTER TABLE baseline ADD COLUMN fresh_heart_rate REAL;        -- as measured, before earlier sessions moved it
ALTER TABLE baseline ADD COLUMN fresh_ln_rmssd REAL;
ALTER TABLE baseline ADD COLUMN sessions INTEGER NOT NULL DEFAULT 0;
