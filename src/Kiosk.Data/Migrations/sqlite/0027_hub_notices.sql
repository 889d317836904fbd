-- Feeds that changed, and of which a WebSub hub is still to be told.

CREATE TABLE hub_notices (
    path TEXT NOT NULL PRIMARY KEY,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
