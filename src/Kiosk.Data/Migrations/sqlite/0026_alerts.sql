-- Alerts (attenderingen): questions of readers that wait for articles, what they found, and the letters that told it. A find belongs to one letter, so
-- that nothing is told twice. Beside it, how often somebody came to the web from an edition of the digest.

CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    query TEXT NOT NULL,
    exactly INTEGER NOT NULL,
    pace TEXT NOT NULL,
    since_publication INTEGER NOT NULL,
    feed_key TEXT UNIQUE,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    paused_at INTEGER,
    removed_at INTEGER,
    next_letter_at INTEGER,
    last_letter_at INTEGER
) STRICT;
CREATE INDEX alerts_user ON alerts (user_id);
CREATE INDEX alerts_due ON alerts (next_letter_at) WHERE next_letter_at IS NOT NULL;

CREATE TABLE alert_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    made_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER,
    sent_at INTEGER,
    reason TEXT
) STRICT;
CREATE INDEX alert_letters_alert ON alert_letters (alert_id);
CREATE INDEX alert_letters_user ON alert_letters (user_id, made_at);
CREATE INDEX alert_letters_due ON alert_letters (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE alert_finds (
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    found_at INTEGER NOT NULL,
    letter_id INTEGER REFERENCES alert_letters (id) ON DELETE SET NULL,
    PRIMARY KEY (alert_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_finds_article ON alert_finds (article_id);
CREATE INDEX alert_finds_user ON alert_finds (user_id);
CREATE INDEX alert_finds_letter ON alert_finds (letter_id) WHERE letter_id IS NOT NULL;

CREATE TABLE digest_visits (
    week TEXT NOT NULL,
    day TEXT NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (week, day)
) STRICT, WITHOUT ROWID;
