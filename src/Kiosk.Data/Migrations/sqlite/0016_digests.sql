-- The weekly digest (weekbrief): who gets it, its editions with what editors decide about them, and each delivery.

CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    asks INTEGER NOT NULL,
    consented_at INTEGER,
    rhythm TEXT NOT NULL,
    weekday TEXT NOT NULL,
    size INTEGER NOT NULL,
    plain_text INTEGER NOT NULL,
    paused_until TEXT,
    covered_until INTEGER,
    invited_by INTEGER REFERENCES subscribers (id) ON DELETE SET NULL,
    soft_bounces INTEGER NOT NULL,
    stopped_at INTEGER,
    stop_reason TEXT
) STRICT;
CREATE INDEX subscribers_due ON subscribers (weekday) WHERE consented_at IS NOT NULL AND stopped_at IS NULL;
CREATE INDEX subscribers_unconfirmed ON subscribers (asked_at) WHERE consented_at IS NULL;
CREATE INDEX subscribers_invited_by ON subscribers (invited_by) WHERE invited_by IS NOT NULL;

CREATE TABLE subscriber_topics (
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    PRIMARY KEY (subscriber_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriber_topics_topic ON subscriber_topics (topic_id);

CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    week TEXT NOT NULL UNIQUE,
    introduction TEXT NOT NULL,
    signature TEXT NOT NULL,
    held_at INTEGER,
    approved_at INTEGER,
    published_at INTEGER,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE digest_topics (
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    introduction TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (digest_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_topics_topic ON digest_topics (topic_id);

CREATE TABLE digest_pieces (
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    placed_at INTEGER,
    dropped_at INTEGER,
    published_at INTEGER,
    PRIMARY KEY (digest_id, topic_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_pieces_topic ON digest_pieces (topic_id);
CREATE INDEX digest_pieces_article ON digest_pieces (article_id);

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    covers_from INTEGER,
    composed_at INTEGER,
    settled_at INTEGER,
    reason TEXT,
    UNIQUE (subscriber_id, digest_id)
) STRICT;
CREATE INDEX deliveries_open ON deliveries (next_attempt_at) WHERE state IN ('waiting', 'claimed');
CREATE INDEX deliveries_digest ON deliveries (digest_id, state);

CREATE TABLE delivery_pieces (
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    topic_id INTEGER REFERENCES topics (id) ON DELETE SET NULL,
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (subscriber_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_pieces_article ON delivery_pieces (article_id);
CREATE INDEX delivery_pieces_topic ON delivery_pieces (topic_id);

CREATE TABLE subscription_days (
    day TEXT NOT NULL PRIMARY KEY,
    asked INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    departed INTEGER NOT NULL,
    stopped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
