-- What programs use: personal tokens for the API, and webhooks that tell of published articles. Each article gets a number when readers can first see
-- it, so that a webhook knows what came after it was made.

CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX api_tokens_user ON api_tokens (user_id);

CREATE TABLE article_publications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
) STRICT;
INSERT INTO article_publications (article_id) SELECT id FROM articles WHERE state = 'visible' ORDER BY id;

CREATE TRIGGER articles_published_new AFTER INSERT ON articles WHEN NEW.state = 'visible'
BEGIN
    INSERT INTO article_publications (article_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER articles_published_later AFTER UPDATE OF state ON articles WHEN NEW.state = 'visible'
BEGIN
    INSERT INTO article_publications (article_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;

CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    previous_secret TEXT,
    previous_until INTEGER,
    since_publication INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    disabled_reason TEXT
) STRICT;

CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    message_id TEXT NOT NULL UNIQUE,
    article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER,
    last_attempt_at INTEGER,
    delivered_at INTEGER,
    http_status INTEGER,
    message TEXT
) STRICT;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE UNIQUE INDEX webhook_deliveries_article ON webhook_deliveries (article_id, webhook_id);
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id DESC);
