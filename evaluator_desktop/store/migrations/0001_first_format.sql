CREATE TABLE revision (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
    entity BLOB NOT NULL CHECK (length(entity) = 16),
    run BLOB NOT NULL CHECK (length(run) = 16),
    seq INTEGER NOT NULL,
    content BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX revision_entity ON revision (entity);
CREATE INDEX revision_chain ON revision (run, seq);

CREATE TABLE parent (
    parent BLOB NOT NULL,
    revision BLOB NOT NULL,
    PRIMARY KEY (parent, revision)
) WITHOUT ROWID;

CREATE TABLE personal (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    content BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE head (
    entity BLOB NOT NULL,
    revision BLOB NOT NULL,
    kind TEXT NOT NULL,
    provider BLOB,
    PRIMARY KEY (entity, revision)
) WITHOUT ROWID;
CREATE INDEX head_provider ON head (provider, kind);
CREATE INDEX head_kind ON head (kind);

CREATE TABLE summary (
    provider BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE draft (
    place TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE merge_log (
    id INTEGER PRIMARY KEY,
    package BLOB NOT NULL,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    content BLOB NOT NULL
);

-- The history only grows: nothing in it is ever changed or deleted, not even by a mistake of ours.
CREATE TRIGGER revision_is_not_updated BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER parent_is_not_updated BEFORE UPDATE ON parent
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER parent_is_not_deleted BEFORE DELETE ON parent
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
