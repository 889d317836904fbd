-- Stories (the same news at several sources), the sketches by which they are found, and articles that were merged into another.

CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lead_id INTEGER NOT NULL REFERENCES articles (id),
    started_at INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_lead ON stories (lead_id);

-- Without REFERENCES: a whole archive comes in a table at a time, and these point forward.
ALTER TABLE articles ADD COLUMN story_id INTEGER;
ALTER TABLE articles ADD COLUMN merged_into INTEGER;
CREATE INDEX articles_story ON articles (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX articles_merged ON articles (merged_into) WHERE merged_into IS NOT NULL;

-- What the item under this name last looked like, where that is another item than the one that the article was filled from.
ALTER TABLE article_aliases ADD COLUMN content_hash TEXT;

-- The period comes first, so that what comes in today touches few pages of a table that grows for years.
CREATE TABLE article_sketches (
    period INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (period, hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_sketches_article ON article_sketches (article_id);

DROP TRIGGER articles_updated;
CREATE TRIGGER articles_updated AFTER UPDATE OF
    source_id, kind, state, title, lead, body_text, url, language, authors, published_at,
    phases, roles, evidence, valid_from, valid_until, page_starts, story_id ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.id);
END;
