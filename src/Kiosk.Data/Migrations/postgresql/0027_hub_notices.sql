-- Feeds that changed, and of which a WebSub hub is still to be told.

CREATE TABLE hub_notices (
    path text NOT NULL PRIMARY KEY,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL
);
