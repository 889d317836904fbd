-- What may come into the kiosk: sources that an editor tries before they are one, and links that people suggest. Sources that went into another.

ALTER TABLE sources ADD COLUMN merged_into INTEGER;
ALTER TABLE sources ADD COLUMN retire_reason TEXT;

CREATE TABLE source_proposals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL,
    source_id INTEGER REFERENCES sources (id) ON DELETE CASCADE,
    suggestion_id INTEGER,
    mark TEXT,
    step TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    progress TEXT,
    findings TEXT,
    settings TEXT,
    sample TEXT,
    problem TEXT,
    asked_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    lease_until INTEGER
) STRICT;
CREATE INDEX source_proposals_waiting ON source_proposals (asked_at) WHERE step <> 'done';
CREATE INDEX source_proposals_source ON source_proposals (source_id) WHERE source_id IS NOT NULL;

CREATE TABLE link_suggestions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    note TEXT NOT NULL,
    email TEXT,
    sent_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER,
    title TEXT,
    lead TEXT,
    site TEXT,
    words INTEGER NOT NULL,
    published_at INTEGER,
    problem TEXT,
    state TEXT NOT NULL,
    reason TEXT,
    closed_at INTEGER,
    article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    source_id INTEGER REFERENCES sources (id) ON DELETE SET NULL,
    mail_attempts INTEGER NOT NULL,
    mail_due_at INTEGER
) STRICT;
CREATE INDEX link_suggestions_state ON link_suggestions (state, sent_at DESC);
CREATE INDEX link_suggestions_due ON link_suggestions (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX link_suggestions_mail ON link_suggestions (mail_due_at) WHERE mail_due_at IS NOT NULL;
CREATE INDEX link_suggestions_article ON link_suggestions (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX link_suggestions_source ON link_suggestions (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX link_suggestions_email ON link_suggestions (email) WHERE email IS NOT NULL;
