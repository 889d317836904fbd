-- Everything that editors do: who, when, to what, and what it was before and after. The column is no user_id: the record stays when
-- the account goes, and loses the name.

CREATE TABLE editorial_acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    editor_id TEXT REFERENCES users (id) ON DELETE SET NULL,
    editor_name TEXT NOT NULL,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_title TEXT NOT NULL,
    before TEXT,
    after TEXT,
    undoes INTEGER REFERENCES editorial_acts (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX editorial_acts_batch ON editorial_acts (batch_id);
CREATE INDEX editorial_acts_subject ON editorial_acts (subject_kind, subject_id, id DESC);
CREATE INDEX editorial_acts_editor ON editorial_acts (editor_id, id DESC);
CREATE UNIQUE INDEX editorial_acts_undoes ON editorial_acts (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER users_leave_editorial_acts BEFORE DELETE ON users
BEGIN
    UPDATE editorial_acts SET editor_id = NULL, editor_name = '' WHERE editor_id = OLD.id;
END;
