-- Events that a subscriber's cursor has passed and that the subscriber has not taken: of each
-- conversation the one that failed (its head) and those behind it. Only a head has a `retry_at`;
-- 0 is at once.
CREATE TABLE parked (
    subscriber   TEXT    NOT NULL,
    lane         INTEGER NOT NULL,
    conversation TEXT    NOT NULL,
    seq          INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    retry_at     INTEGER,
    reason       TEXT    NOT NULL,
    PRIMARY KEY (subscriber, lane, conversation, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_head ON parked (subscriber, retry_at) WHERE retry_at IS NOT NULL;

-- Why the last attempt at the event after `seq` failed.
ALTER TABLE cursor ADD COLUMN reason TEXT;
