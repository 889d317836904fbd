-- The archive as it begins: sources, topics, articles, harvest runs, and the change feed that the search index follows.
-- Times are Unix milliseconds, UTC.

CREATE TABLE archive_properties (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
-- Which archive this is: a search index that followed another one starts anew.
INSERT INTO archive_properties (name, value) VALUES ('archive_id', lower(hex(randomblob(16))));

CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    site_url TEXT,
    format TEXT NOT NULL,
    kind TEXT NOT NULL,
    rights TEXT NOT NULL,
    every_minutes INTEGER NOT NULL,
    filter TEXT,
    language TEXT,
    enabled INTEGER NOT NULL,
    note TEXT,
    "select" TEXT,
    seed TEXT,
    next_check_at INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    etag TEXT,
    last_modified TEXT,
    last_body_at INTEGER,
    body_hash TEXT,
    reading_state TEXT,
    failure_count INTEGER NOT NULL,
    last_checked_at INTEGER,
    last_success_at INTEGER,
    last_outcome TEXT NOT NULL,
    last_message TEXT
) STRICT;
CREATE INDEX sources_due ON sources (next_check_at) WHERE enabled;

CREATE TABLE topics (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rule TEXT,
    description TEXT,
    position INTEGER NOT NULL,
    seed TEXT
) STRICT;

CREATE TABLE source_topics (
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    PRIMARY KEY (source_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_topics_topic ON source_topics (topic_id);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    body_html TEXT NOT NULL,
    body_text TEXT NOT NULL,
    url TEXT NOT NULL,
    image_url TEXT,
    language TEXT,
    authors TEXT NOT NULL,
    categories TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_is_guess INTEGER NOT NULL,
    updated_at INTEGER,
    first_seen_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_published ON articles (published_at DESC, id DESC) WHERE state = 'visible';
CREATE INDEX articles_source ON articles (source_id, state, published_at DESC, id DESC);

CREATE TABLE article_aliases (
    name TEXT NOT NULL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX article_aliases_article ON article_aliases (article_id);

CREATE TABLE article_topics (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    tagged_by TEXT NOT NULL,
    tagged_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topics_topic ON article_topics (topic_id, article_id);

CREATE TABLE harvest_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT NOT NULL,
    http_status INTEGER,
    bytes INTEGER NOT NULL,
    items_seen INTEGER NOT NULL,
    items_new INTEGER NOT NULL,
    items_changed INTEGER NOT NULL
) STRICT;
CREATE INDEX harvest_runs_source ON harvest_runs (source_id, started_at DESC);

-- The change feed. SQLite has one writer at a time, so the order of sequence is the order of commit.
CREATE TABLE article_changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    transaction_id INTEGER NOT NULL DEFAULT 0,
    article_id INTEGER NOT NULL
) STRICT;
CREATE INDEX article_changes_order ON article_changes (transaction_id, sequence);

CREATE TRIGGER articles_inserted AFTER INSERT ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.id);
END;
CREATE TRIGGER articles_updated AFTER UPDATE OF source_id, kind, state, title, lead, body_text, url, language, authors, published_at ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.id);
END;
CREATE TRIGGER articles_deleted AFTER DELETE ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (OLD.id);
END;
CREATE TRIGGER article_topics_inserted AFTER INSERT ON article_topics
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.article_id);
END;
CREATE TRIGGER article_topics_deleted AFTER DELETE ON article_topics
BEGIN
    INSERT INTO article_changes (article_id) VALUES (OLD.article_id);
END;
CREATE TRIGGER sources_renamed AFTER UPDATE OF slug, name ON sources
WHEN OLD.slug <> NEW.slug OR OLD.name <> NEW.name
BEGIN
    INSERT INTO article_changes (article_id) SELECT id FROM articles WHERE source_id = NEW.id;
END;
CREATE TRIGGER topics_renamed AFTER UPDATE OF slug, name ON topics
WHEN OLD.slug <> NEW.slug OR OLD.name <> NEW.name
BEGIN
    INSERT INTO article_changes (article_id) SELECT article_id FROM article_topics WHERE topic_id = NEW.id;
END;
