-- What a text is about and rests on: phases of debt relief, roles, evidence, and from when to when it holds.
-- Several names stand side by side, apart by spaces.

ALTER TABLE articles ADD COLUMN phases text NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN roles text NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN evidence text;
ALTER TABLE articles ADD COLUMN valid_from date;
ALTER TABLE articles ADD COLUMN valid_until date;
UPDATE articles SET evidence = CASE kind
    WHEN 'wet' THEN 'geldend-recht' WHEN 'uitspraak' THEN 'geldend-recht' WHEN 'onderzoek' THEN 'onderzocht'
    WHEN 'opinie' THEN 'mening' WHEN 'praktijk' THEN 'praktijkervaring' END;

DROP TRIGGER articles_updated ON articles;
CREATE TRIGGER articles_updated AFTER UPDATE OF
    source_id, kind, state, title, lead, body_text, url, language, authors, published_at, phases, roles, evidence, valid_from, valid_until, page_starts ON articles
    FOR EACH ROW EXECUTE FUNCTION article_changed();
CREATE TRIGGER sources_rights_changed AFTER UPDATE OF rights ON sources
    FOR EACH ROW WHEN (OLD.rights <> NEW.rights) EXECUTE FUNCTION source_renamed();
