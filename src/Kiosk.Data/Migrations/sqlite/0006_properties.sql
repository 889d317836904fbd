-- What a text is about and rests on: phases of debt relief, roles, evidence, and from when to when it holds.
-- Several names stand side by side, apart by spaces.

ALTER TABLE articles ADD COLUMN phases TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN roles TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN evidence TEXT;
ALTER TABLE articles ADD COLUMN valid_from TEXT;
ALTER TABLE articles ADD COLUMN valid_until TEXT;
UPDATE articles SET evidence = CASE kind
    WHEN 'wet' THEN 'geldend-recht' WHEN 'uitspraak' THEN 'geldend-recht' WHEN 'onderzoek' THEN 'onderzocht'
    WHEN 'opinie' THEN 'mening' WHEN 'praktijk' THEN 'praktijkervaring' END;

DROP TRIGGER articles_updated;
CREATE TRIGGER articles_updated AFTER UPDATE OF
    source_id, kind, state, title, lead, body_text, url, language, authors, published_at, phases, roles, evidence, valid_from, valid_until, page_starts ON articles
BEGIN
    INSERT INTO article_changes (article_id) VALUES (NEW.id);
END;
CREATE TRIGGER sources_rights_changed AFTER UPDATE OF rights ON sources
WHEN OLD.rights <> NEW.rights
BEGIN
    INSERT INTO article_changes (article_id) SELECT id FROM articles WHERE source_id = NEW.id;
END;
