-- What readers mark and note in articles, covers that editors chose, covers of lists, and the tables of contents of reports.

CREATE TABLE annotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    note TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;
CREATE INDEX annotations_user ON annotations (user_id, article_id);
CREATE INDEX annotations_article ON annotations (article_id);
CREATE INDEX annotations_removed ON annotations (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE article_covers (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    mark TEXT NOT NULL,
    hue INTEGER
) STRICT;

CREATE TRIGGER article_covers_inserted AFTER INSERT ON article_covers
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.article_id);
END;
CREATE TRIGGER article_covers_updated AFTER UPDATE ON article_covers
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.article_id);
END;
CREATE TRIGGER article_covers_deleted AFTER DELETE ON article_covers
BEGIN
    INSERT INTO article_changes (article_id) VALUES (OLD.article_id);
END;

ALTER TABLE reading_lists ADD COLUMN cover_mark TEXT NOT NULL DEFAULT '';
ALTER TABLE reading_lists ADD COLUMN cover_hue INTEGER;

ALTER TABLE articles ADD COLUMN chapters TEXT NOT NULL DEFAULT '[]';
