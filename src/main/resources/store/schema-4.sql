-- Version 4: prompts by name.

ALTER TABLE prompt ADD COLUMN prompt_id TEXT NOT NULL DEFAULT '';  -- of the programme; empty for a silence
