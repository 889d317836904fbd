-- What alerts found, in the order in which it comes: all that found one article lies together, since thousands may find it at once. Whose a find is, its alert says.

ALTER TABLE alert_finds DROP CONSTRAINT alert_finds_pkey, DROP COLUMN user_id, ADD PRIMARY KEY (article_id, alert_id);
DROP INDEX alert_finds_article;
CREATE INDEX alert_finds_alert ON alert_finds (alert_id);
