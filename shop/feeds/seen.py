"""What a run has met, kept on disk so that memory does not grow with the files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Self

REJECTED, UNCHANGED, CHANGED, ADDED = range(4)
SPOILT = "spoilt"  # kind of ids of which a row was rejected


class Seen:
    """Ids of a kind, each with the last file it stood in and the most that became of it."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a file without a name, gone when it is closed
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute(
            "CREATE TABLE seen (kind TEXT, id TEXT, file INT, state INT, PRIMARY KEY (kind, id)) "
            "WITHOUT ROWID"
        )
        self.file = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._db.close()

    def next_file(self) -> None:
        """From here on another file is read; what stood in the last may stand in it again."""
        self.file += 1

    def known(self, kind: str, ids: Iterable[str]) -> dict[str, bool]:
        """Those of the ids that were taken in before, and whether from this very file."""
        rows = self._db.execute(
            "SELECT id, file FROM seen WHERE kind = ? AND state > ? "
            "AND id IN (SELECT value FROM json_each(?))",
            (kind, REJECTED, json.dumps(list(ids))),
        )
        return {found: file == self.file for found, file in rows}

    def mark(self, kind: str, states: Iterable[tuple[str, int]]) -> None:
        """Note what became of ids; the most that ever did is what counts."""
        self._db.executemany(
            "INSERT INTO seen VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET "
            "file = iif(excluded.state > 0, excluded.file, file), "
            "state = max(state, excluded.state)",
            [(kind, found, self.file, state) for found, state in states],
        )

    def reject(self, kind: str, found: str) -> None:
        """A row about this id was rejected, whatever becomes of others."""
        self.mark(kind, [(found, REJECTED)])
        self.mark(SPOILT, [(found, REJECTED)])

    def missing(self, kind: str, ids: Iterable[str]) -> list[str]:
        """Those of the ids that no file named, not even in a row that was rejected."""
        rows = self._db.execute(
            "SELECT value FROM json_each(?) EXCEPT SELECT id FROM seen WHERE kind = ?",
            (json.dumps(list(ids)), kind),
        )
        return [found for (found,) in rows]

    def count(self, kind: str, state: int) -> int:
        """How many ids came to this state."""
        query = "SELECT count(*) FROM seen WHERE kind = ? AND state = ?"
        return int(self._db.execute(query, (kind, state)).fetchone()[0])
