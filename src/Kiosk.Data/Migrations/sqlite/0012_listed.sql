-- When the article of a tag was published, as long as it can be seen; null while it cannot. Counting a topic, and its newest, then stay within one index.
ALTER TABLE article_topics ADD COLUMN listed_at INTEGER;
UPDATE article_topics SET listed_at = (SELECT published_at FROM articles WHERE id = article_id AND state = 'visible');
CREATE INDEX article_topics_listed ON article_topics (topic_id, listed_at DESC, article_id DESC) WHERE listed_at IS NOT NULL;

CREATE TRIGGER article_topics_listing AFTER INSERT ON article_topics
BEGIN
    UPDATE article_topics SET listed_at = (SELECT published_at FROM articles WHERE id = NEW.article_id AND state = 'visible')
    WHERE article_id = NEW.article_id AND topic_id = NEW.topic_id;
END;
CREATE TRIGGER articles_listing AFTER UPDATE OF state, published_at ON articles
WHEN OLD.state <> NEW.state OR OLD.published_at <> NEW.published_at
BEGIN
    UPDATE article_topics SET listed_at = CASE NEW.state WHEN 'visible' THEN NEW.published_at END WHERE article_id = NEW.id;
END;
