-- One comparison. Times are RFC 3339, UTC, to the millisecond, so that their texts are in their order.
-- Numbers of runs are never given twice, so that a note stays with its run.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    user TEXT,
    command TEXT NOT NULL,
    version TEXT NOT NULL,
    outcome TEXT NOT NULL,
    exit_code INTEGER NOT NULL,
    gate TEXT NOT NULL,
    verdict TEXT NOT NULL,
    tested INTEGER NOT NULL,
    drifted INTEGER NOT NULL,
    share REAL,
    reference TEXT NOT NULL,
    reference_rows INTEGER NOT NULL,
    reference_sha256 TEXT,
    current TEXT NOT NULL,
    current_rows INTEGER NOT NULL,
    current_sha256 TEXT,
    data_from TEXT,
    data_to TEXT,
    policy TEXT NOT NULL,
    reports TEXT NOT NULL
) STRICT;

CREATE INDEX runs_in_time ON runs (at, id);

-- One column of a run; `place` is its rank by strength of drift, from 0.
CREATE TABLE scores (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    drifted INTEGER NOT NULL,
    method TEXT,
    statistic REAL,
    p_value REAL,
    q_value REAL,
    effect REAL,
    effect_low REAL,
    effect_high REAL,
    missing_reference INTEGER NOT NULL,
    missing_current INTEGER NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

-- What somebody says of a run.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    user TEXT,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX notes_of_run ON notes (run, id);
