-- Sketches stand in the order of chance, so that those of thirty articles lie on hundreds of pages of a large table. What came last stands apart, in a table
-- so small that its pages stay at hand, and joins the others in one go, page after page. By hash, since it is asked for hashes alone; an article's rows are
-- found by reading it all.

CREATE TABLE fresh_sketches (
    hash bigint NOT NULL,
    article_id bigint NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    period integer NOT NULL,
    PRIMARY KEY (hash, article_id)
);
