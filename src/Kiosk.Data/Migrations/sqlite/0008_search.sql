-- What editors change in the words that search takes for the same, and how often was searched for what, without persons.

CREATE TABLE search_terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    is_switched_off INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;

CREATE TABLE search_questions (
    day TEXT NOT NULL,
    question TEXT NOT NULL,
    asked INTEGER NOT NULL,
    found_nothing INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    PRIMARY KEY (day, question)
) STRICT, WITHOUT ROWID;
