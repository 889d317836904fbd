-- Which merged topic a subscription was copied from, so that the merge can be undone.

ALTER TABLE subscriber_topics ADD COLUMN from_topic_id integer;
