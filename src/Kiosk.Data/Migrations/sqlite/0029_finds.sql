-- What alerts found, in the order in which it comes: all that found one article lies together, since thousands may find it at once. An account is left so
-- seldom that its finds need no index of their own.

CREATE TABLE finds_by_article (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    found_at INTEGER NOT NULL,
    letter_id INTEGER REFERENCES alert_letters (id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, alert_id)
) STRICT, WITHOUT ROWID;
INSERT INTO finds_by_article SELECT article_id, alert_id, user_id, found_at, letter_id FROM alert_finds ORDER BY article_id, alert_id;
DROP TABLE alert_finds;
ALTER TABLE finds_by_article RENAME TO alert_finds;
CREATE INDEX alert_finds_alert ON alert_finds (alert_id);
CREATE INDEX alert_finds_letter ON alert_finds (letter_id) WHERE letter_id IS NOT NULL;
