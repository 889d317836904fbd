-- The editors' desk: what waits for them, who is at work on what, what they corrected, and what they answered.

ALTER TABLE sources ADD COLUMN reviewed INTEGER NOT NULL DEFAULT 0;

ALTER TABLE articles ADD COLUMN inbox_at INTEGER;
ALTER TABLE articles ADD COLUMN kept_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN story_by_hand INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_inbox ON articles (inbox_at DESC, id DESC) WHERE inbox_at IS NOT NULL;

CREATE TABLE article_corrections (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    source_value TEXT NOT NULL,
    corrected_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_claims (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    editor_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    editor_name TEXT NOT NULL,
    claimed_until INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_claims_editor ON desk_claims (editor_id);

CREATE TABLE desk_queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

ALTER TABLE editor_tasks ADD COLUMN answer TEXT;

CREATE TABLE question_answers (
    question TEXT NOT NULL PRIMARY KEY,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
