-- Visiting sources: where they move to, when they are gone for good, how often they change; and the robots.txt of their sites.

ALTER TABLE sources
    ADD COLUMN moved_to text,
    ADD COLUMN moved_since timestamptz,
    ADD COLUMN moved_from text,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN changed_at timestamptz,
    ADD COLUMN change_gap_minutes integer,
    ADD COLUMN asked_minutes integer;

CREATE TABLE site_robots (
    site text NOT NULL PRIMARY KEY,
    body bytea,
    etag text,
    last_modified text,
    fetched_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    failing_since timestamptz,
    failures integer NOT NULL,
    problem text
);
