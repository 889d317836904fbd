-- What alerts found, in the order in which it comes: all that found one article lies together, since thousands may find it at once. An account is left so
-- seldom that its finds need no index of their own.

ALTER TABLE alert_finds DROP CONSTRAINT alert_finds_pkey, ADD PRIMARY KEY (article_id, alert_id);
DROP INDEX alert_finds_article;
DROP INDEX alert_finds_user;
CREATE INDEX alert_finds_alert ON alert_finds (alert_id);
