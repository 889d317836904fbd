-- The editors' picks, what readers follow, the edition that each gets each day, and what they say of it.

CREATE TABLE picks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    signature TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX picks_article ON picks (article_id);
CREATE INDEX picks_period ON picks (starts_on DESC);

CREATE TRIGGER picks_inserted AFTER INSERT ON picks
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.article_id);
END;
CREATE TRIGGER picks_moved AFTER UPDATE OF article_id ON picks
BEGIN
    INSERT INTO article_changes (article_id) VALUES (OLD.article_id), (NEW.article_id);
END;
CREATE TRIGGER picks_deleted AFTER DELETE ON picks
BEGIN
    INSERT INTO article_changes (article_id) VALUES (OLD.article_id);
END;

CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    topic_id INTEGER REFERENCES topics (id) ON DELETE CASCADE,
    source_id INTEGER REFERENCES sources (id) ON DELETE CASCADE,
    query TEXT,
    role TEXT,
    weight INTEGER NOT NULL,
    followed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follows_user ON follows (user_id);
CREATE UNIQUE INDEX follows_topic ON follows (user_id, topic_id) WHERE topic_id IS NOT NULL;
CREATE UNIQUE INDEX follows_source ON follows (user_id, source_id) WHERE source_id IS NOT NULL;
CREATE UNIQUE INDEX follows_query ON follows (user_id, query) WHERE query IS NOT NULL;
CREATE UNIQUE INDEX follows_role ON follows (user_id, role) WHERE role IS NOT NULL;

CREATE TABLE reader_settings (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    edition_size INTEGER NOT NULL,
    welcomed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE reader_editions (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    left_over INTEGER NOT NULL,
    PRIMARY KEY (user_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_pieces (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    position INTEGER NOT NULL,
    why TEXT NOT NULL,
    pick_id INTEGER REFERENCES picks (id) ON DELETE SET NULL,
    swapped_at INTEGER,
    in_place_of INTEGER,
    PRIMARY KEY (user_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_pieces_day ON edition_pieces (user_id, day);
CREATE INDEX edition_pieces_article ON edition_pieces (article_id);
CREATE INDEX edition_pieces_pick ON edition_pieces (pick_id) WHERE pick_id IS NOT NULL;

CREATE TABLE judgements (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    verdict TEXT NOT NULL,
    objection TEXT,
    judged_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgements_article ON judgements (article_id);

CREATE TABLE reading_history (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    act TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user_id, article_id, act)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_history_article ON reading_history (article_id);

CREATE TABLE editor_tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    readers INTEGER NOT NULL,
    objection TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;
CREATE INDEX editor_tasks_article ON editor_tasks (article_id);
CREATE INDEX editor_tasks_open ON editor_tasks (opened_at) WHERE closed_at IS NULL;
