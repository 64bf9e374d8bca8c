"""SQLite for asyncio with one hop to its thread per statement.

aiosqlite goes to the connection's thread and back for each of cursor, execute, fetchall and close,
and a hop costs more than most of our statements. Here a statement's rows come back with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Self

import aiosqlite

Row = tuple[Any, ...]


class Connection(aiosqlite.Connection):
    """An aiosqlite connection whose cursors are `Cursor`s."""

    def cursor(self) -> Cursor:  # type: ignore[override]  # entered with `async with`, as the other is
        """A new cursor; nothing happens in the database yet."""
        return Cursor(self)

    async def run(self, sql: str, parameters: Any, many: bool) -> tuple[Any, int, int, list[Row]]:
        """Run one statement: description, row count, last row id, rows."""
        found: tuple[Any, int, int, list[Row]] = await self._execute(
            self._run, sql, parameters, many
        )
        return found

    def _run(self, sql: str, parameters: Any, many: bool) -> tuple[Any, int, int, list[Row]]:
        cursor = self._conn.cursor()
        try:
            (cursor.executemany if many else cursor.execute)(sql, parameters)
            rows = cursor.fetchall() if cursor.description else []
            return cursor.description, cursor.rowcount, cursor.lastrowid or 0, rows
        finally:
            cursor.close()


class Cursor:
    """The last statement's rows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[Row] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid = 0
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Nothing is left open."""

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Run a statement and keep its rows."""
        return await self._keep(sql, parameters, many=False)

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """Run a statement for each set of parameters."""
        return await self._keep(sql, parameters, many=True)

    async def fetchall(self) -> list[Row]:
        """The rows that are left."""
        rows, self._rows = self._rows, []
        return rows

    async def fetchmany(self, size: int | None = None) -> list[Row]:
        """The next rows."""
        size = size or self.arraysize
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    async def fetchone(self) -> Row | None:
        """The next row, None after the last."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def close(self) -> None:
        """Forget the rows."""
        self._rows = []

    async def _keep(self, sql: str, parameters: Any, many: bool) -> Self:
        found = await self._connection.run(sql, parameters, many)
        self.description, self.rowcount, self.lastrowid, self._rows = found
        return self


def connect(database: str, **options: Any) -> Connection:
    """A connection to await; its thread does not keep the process alive."""
    connection = Connection(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
