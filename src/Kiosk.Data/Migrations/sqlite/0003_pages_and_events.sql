-- Pages and reports that are still to be read, the pages of a report within its text, and when and where events take place.

ALTER TABLE sources ADD COLUMN reads_pages INTEGER NOT NULL DEFAULT 1;
ALTER TABLE articles ADD COLUMN page_starts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN document_url TEXT;

CREATE TABLE article_events (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    is_all_day INTEGER NOT NULL,
    is_cancelled INTEGER NOT NULL,
    place TEXT,
    registration_url TEXT
) STRICT;
CREATE INDEX article_events_start ON article_events (starts_at);

CREATE TABLE pages_to_read (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    item TEXT,
    aliases TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    message TEXT,
    changed_at INTEGER NOT NULL,
    UNIQUE (source_id, name)
) STRICT;
-- What still has an item is still to be read.
CREATE INDEX pages_to_read_due ON pages_to_read (host, next_attempt_at) WHERE item IS NOT NULL;
