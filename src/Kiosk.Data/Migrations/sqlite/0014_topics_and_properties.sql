-- The editors' hand in topics and properties: a tree of topics that are renamed, merged and split without losing an address or a follower, what
-- editors say of a tag, rules that are applied to the whole archive, and properties that a person set.

ALTER TABLE topics ADD COLUMN parent_id INTEGER;
ALTER TABLE topics ADD COLUMN synonyms TEXT NOT NULL DEFAULT '[]';
ALTER TABLE topics ADD COLUMN merged_into INTEGER;
ALTER TABLE topics ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

CREATE TABLE topic_addresses (
    slug TEXT NOT NULL PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_addresses_topic ON topic_addresses (topic_id);

-- Which merged topic a row was copied from, so that the merge can be undone.
ALTER TABLE article_topics ADD COLUMN from_topic_id INTEGER;
ALTER TABLE source_topics ADD COLUMN from_topic_id INTEGER;
ALTER TABLE follows ADD COLUMN from_topic_id INTEGER;
CREATE INDEX article_topics_from ON article_topics (from_topic_id) WHERE from_topic_id IS NOT NULL;

CREATE TRIGGER topics_merged AFTER UPDATE OF merged_into ON topics
WHEN OLD.merged_into IS NOT NEW.merged_into
BEGIN
    INSERT INTO article_changes (article_id) SELECT article_id FROM article_topics WHERE topic_id = NEW.id;
END;

CREATE TABLE topic_judgements (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    fits INTEGER NOT NULL,
    judged_at INTEGER NOT NULL,
    from_topic_id INTEGER,
    PRIMARY KEY (article_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_judgements_topic ON topic_judgements (topic_id);

CREATE TABLE topic_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL,
    lease_until INTEGER
) STRICT;
CREATE INDEX topic_runs_topic ON topic_runs (topic_id);

CREATE TABLE topic_run_steps (
    run_id INTEGER NOT NULL REFERENCES topic_runs (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    adds INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (run_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_run_steps_article ON topic_run_steps (article_id);
CREATE INDEX topic_run_steps_state ON topic_run_steps (run_id, state);

ALTER TABLE articles ADD COLUMN movisie_level TEXT;
ALTER TABLE articles ADD COLUMN laws TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN municipalities TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN set_by_hand TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN replaced_by INTEGER;
ALTER TABLE articles ADD COLUMN replaced_at INTEGER;
CREATE INDEX articles_replaced ON articles (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TRIGGER articles_properties_updated AFTER UPDATE OF laws, municipalities, replaced_by ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.id);
END;

-- What readers hear of by mail when something that they saved is replaced; gone when it is sent.
ALTER TABLE reader_settings ADD COLUMN mails_replacements INTEGER NOT NULL DEFAULT 0;
CREATE TABLE replacement_letters (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX replacement_letters_article ON replacement_letters (article_id);

-- How much was read, by week. It says nothing of who read.
CREATE TABLE read_counts (
    week TEXT NOT NULL,
    about TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    reads INTEGER NOT NULL,
    readers INTEGER NOT NULL,
    PRIMARY KEY (week, about, subject_id)
) STRICT, WITHOUT ROWID;
