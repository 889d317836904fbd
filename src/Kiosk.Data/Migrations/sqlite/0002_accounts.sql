-- Who has an account, on which devices, and the links that let people in. What ASP.NET Core Identity names, it names.

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT,
    normalized_user_name TEXT,
    email TEXT,
    normalized_email TEXT UNIQUE,
    email_confirmed INTEGER NOT NULL,
    password_hash TEXT,
    security_stamp TEXT,
    concurrency_stamp TEXT,
    two_factor_enabled INTEGER NOT NULL,
    lockout_end INTEGER,
    lockout_enabled INTEGER NOT NULL,
    access_failed_count INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    blocked_at INTEGER,
    keeps_history INTEGER NOT NULL,
    authenticator_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX users_user_name ON users (normalized_user_name);

CREATE TABLE user_tokens (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    login_provider TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (user_id, login_provider, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_passkeys (
    credential_id BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX user_passkeys_user ON user_passkeys (user_id);

CREATE TABLE user_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    proven_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    second_factor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX user_sessions_user ON user_sessions (user_id);

CREATE TABLE account_links (
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX account_links_user ON account_links (user_id);
CREATE INDEX account_links_email ON account_links (email);

CREATE TABLE data_protection_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    xml TEXT NOT NULL
) STRICT;
