-- What a run left the circuit breaker at; null where there was none.
ALTER TABLE runs ADD COLUMN circuit TEXT;

-- What a run asked of a hook. A hook is asked once an incident: the row is there before the hook runs, and stays.
CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    hook TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (run, hook)
) STRICT;

-- One try of an action, from 1; without an end where nobody lived to see it.
CREATE TABLE attempts (
    action INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    began TEXT NOT NULL,
    ended TEXT,
    result TEXT,
    PRIMARY KEY (action, number)
) STRICT, WITHOUT ROWID;
