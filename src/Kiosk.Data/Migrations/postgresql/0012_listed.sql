-- When the article of a tag was published, as long as it can be seen; null while it cannot. Counting a topic, and its newest, then stay within one index.
ALTER TABLE article_topics ADD COLUMN listed_at timestamptz;
UPDATE article_topics SET listed_at = (SELECT published_at FROM articles WHERE id = article_id AND state = 'visible');
CREATE INDEX article_topics_listed ON article_topics (topic_id, listed_at DESC, article_id DESC) WHERE listed_at IS NOT NULL;

-- The row of the article is held while its tag is written, so that neither misses what the other does at the same moment.
CREATE FUNCTION article_topic_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT CASE state WHEN 'visible' THEN published_at END INTO NEW.listed_at FROM articles WHERE id = NEW.article_id FOR SHARE;
    RETURN NEW;
END $$;
CREATE TRIGGER article_topics_listing BEFORE INSERT ON article_topics FOR EACH ROW EXECUTE FUNCTION article_topic_listing();

CREATE FUNCTION article_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE article_topics SET listed_at = CASE NEW.state WHEN 'visible' THEN NEW.published_at END WHERE article_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER articles_listing AFTER UPDATE OF state, published_at ON articles
    FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.published_at <> NEW.published_at) EXECUTE FUNCTION article_listing();
