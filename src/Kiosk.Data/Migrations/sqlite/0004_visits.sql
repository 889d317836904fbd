-- Visiting sources: where they move to, when they are gone for good, how often they change; and the robots.txt of their sites.

ALTER TABLE sources ADD COLUMN moved_to TEXT;
ALTER TABLE sources ADD COLUMN moved_since INTEGER;
ALTER TABLE sources ADD COLUMN moved_from TEXT;
ALTER TABLE sources ADD COLUMN retired_at INTEGER;
ALTER TABLE sources ADD COLUMN failing_since INTEGER;
ALTER TABLE sources ADD COLUMN changed_at INTEGER;
ALTER TABLE sources ADD COLUMN change_gap_minutes INTEGER;
ALTER TABLE sources ADD COLUMN asked_minutes INTEGER;

CREATE TABLE site_robots (
    site TEXT NOT NULL PRIMARY KEY,
    body BLOB,
    etag TEXT,
    last_modified TEXT,
    fetched_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    failing_since INTEGER,
    failures INTEGER NOT NULL,
    problem TEXT
) STRICT;
