-- Sleep and function of the person, and the place of a session in a course.
ALTER TABLE recording ADD COLUMN sleep INTEGER;
ALTER TABLE recording ADD COLUMN function INTEGER;
ALTER TABLE recording ADD COLUMN function_words TEXT NOT NULL DEFAULT '';
ALTER TABLE recording ADD COLUMN course TEXT NOT NULL DEFAULT '';  -- empty outside a course
ALTER TABLE recording ADD COLUMN course_day INTEGER;               -- from 1, over all weeks

-- The person's own words about a session, and when they deleted it: null while they have not.
ALTER TABLE recording ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE recording ADD COLUMN deleted_at TEXT;                  -- ISO 8601, UTC
