-- Reading lists, what is on them, and whom they are shared with.

CREATE TABLE reading_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    is_later INTEGER NOT NULL,
    link_key TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    removed_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_lists_user ON reading_lists (user_id);
CREATE UNIQUE INDEX reading_lists_later ON reading_lists (user_id) WHERE is_later;

CREATE TABLE list_entries (
    list_id INTEGER NOT NULL REFERENCES reading_lists (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    section TEXT NOT NULL,
    mark TEXT,
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    PRIMARY KEY (list_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_entries_article ON list_entries (article_id);

CREATE TABLE list_members (
    list_id INTEGER NOT NULL REFERENCES reading_lists (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    can_edit INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (list_id, email)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_members_user ON list_members (user_id);
CREATE INDEX list_members_email ON list_members (email);
