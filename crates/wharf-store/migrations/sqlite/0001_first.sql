-- Times are microseconds since 1970. States are the words of the ledger.

-- Only its own key, so that a body is one append. Ids are without gaps and are never reused,
-- as long as clearing out goes from the oldest and leaves the newest row.
CREATE TABLE arrival (
    id          INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    body        BLOB    NOT NULL
) STRICT;

-- Every arrival up to `upto` is indexed: one small row to rewrite instead of one per body.
CREATE TABLE indexed (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    upto INTEGER NOT NULL
) STRICT;
INSERT INTO indexed (one, upto) VALUES (1, 0);

-- Arrivals indexed before an older one; empty as long as the index works in order.
CREATE TABLE indexed_ahead (
    arrival INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE lane (
    id     INTEGER PRIMARY KEY,
    name   TEXT    NOT NULL UNIQUE,
    newest INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    id            INTEGER PRIMARY KEY,
    lane          INTEGER NOT NULL,
    seq           INTEGER NOT NULL,
    arrival       INTEGER NOT NULL,
    received_at   INTEGER NOT NULL,
    happened_at   INTEGER,
    send          INTEGER,
    key           TEXT    NOT NULL,
    conversation  TEXT    NOT NULL,
    field         TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    item          TEXT,
    unread        TEXT,
    body          BLOB    NOT NULL,
    UNIQUE (lane, seq)
) STRICT;
CREATE INDEX event_unread ON event (id) WHERE unread IS NOT NULL;

-- The first 128 bits of SHA-256 of an event's key.
CREATE TABLE event_key (
    digest BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE subscriber (
    name TEXT PRIMARY KEY,
    url  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
    subscriber TEXT    NOT NULL,
    lane       INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    retry_at   INTEGER,
    PRIMARY KEY (subscriber, lane)
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letter (
    id         INTEGER PRIMARY KEY,
    subscriber TEXT    NOT NULL,
    event      INTEGER NOT NULL,
    buried_at  INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    UNIQUE (subscriber, event)
) STRICT;

CREATE TABLE send (
    id            INTEGER PRIMARY KEY,
    state         TEXT    NOT NULL,
    attempt       INTEGER NOT NULL DEFAULT 0,
    setbacks      INTEGER NOT NULL DEFAULT 0,
    run_at        INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    lane          TEXT    NOT NULL,
    conversation  TEXT    NOT NULL,
    version       TEXT    NOT NULL,
    callback_data TEXT,
    wamid         TEXT,
    reason        TEXT,
    answer_status INTEGER,
    answer_body   BLOB,
    body          BLOB    NOT NULL
) STRICT;
CREATE INDEX send_state ON send (state, id);
-- What is open in a conversation. Small: a send leaves it when it is settled.
CREATE INDEX send_open ON send (lane, conversation, id, state, changed_at)
    WHERE state IN ('queued', 'sending', 'unknown');

-- How many sends are in each state, so that counting them never walks the table.
CREATE TABLE tally (
    state TEXT PRIMARY KEY,
    sends INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER send_added AFTER INSERT ON send BEGIN
    INSERT INTO tally (state, sends) VALUES (new.state, 1)
        ON CONFLICT (state) DO UPDATE SET sends = sends + 1;
END;
CREATE TRIGGER send_moved AFTER UPDATE OF state ON send WHEN old.state <> new.state BEGIN
    UPDATE tally SET sends = sends - 1 WHERE state = old.state;
    INSERT INTO tally (state, sends) VALUES (new.state, 1)
        ON CONFLICT (state) DO UPDATE SET sends = sends + 1;
END;
CREATE TRIGGER send_removed AFTER DELETE ON send BEGIN
    UPDATE tally SET sends = sends - 1 WHERE state = old.state;
END;

-- Every attempt keeps its token, so that a status that comes late still finds its send.
CREATE TABLE attempt (
    send     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    token    TEXT    NOT NULL,
    wamid    TEXT,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (send, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attempt_token ON attempt (token);
CREATE INDEX attempt_wamid ON attempt (wamid) WHERE wamid IS NOT NULL;

CREATE TABLE idempotency (
    account     TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    send        INTEGER NOT NULL,
    PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE app_key (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE,
    digest     BLOB    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE health (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    checked_at INTEGER NOT NULL
) STRICT;
