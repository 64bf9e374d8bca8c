"""A shop into which tests bring files, and what it has of them afterwards."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy import select

from shop.database import Sessions
from shop.feeds.goods import Terms
from shop.feeds.report import Report
from shop.feeds.run import Job, run
from shop.tables import Product, Table, Variant


@dataclass
class Import:
    """What an import said: its counts, and the lines that it printed."""

    report: Report
    said: str

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Added, changed, unchanged, rejected."""
        told = self.report
        return told.added, told.changed, told.unchanged, told.rejected


@dataclass
class World:
    sessions: Sessions
    folder: Path

    async def bring(self, kind: str, *contents: str | bytes, **how: Any) -> Import:
        """Import files of these contents."""
        files = []
        for number, content in enumerate(contents, 1):
            files.append(self.folder / f"feed{number}.txt")
            files[-1].write_bytes(content.encode() if isinstance(content, str) else content)
        how["terms"] = Terms(how.pop("currency", "CNY"), how.pop("language", ""))
        out = io.StringIO()
        log = self.folder / "errors.log"
        log.unlink(missing_ok=True)
        with Report(Console(file=out, width=200), log) as report:
            await run(self.sessions, Job(kind, files, **how), report)
        return Import(report, out.getvalue().replace(str(self.folder) + "/", ""))

    async def all(self, table: type[Table], *columns: str) -> list[Any]:
        """All rows, in order: one column's values, or tuples of several."""
        async with self.sessions() as session:
            chosen = [getattr(table, column) for column in columns]
            rows = (await session.execute(select(*chosen))).all()
        # Sorted here: databases do not agree on the order of Chinese, or of JSON at all.
        return sorted((row[0] if len(columns) == 1 else tuple(row) for row in rows), key=repr)

    async def product(self, key: str) -> Product:
        async with self.sessions() as session:
            return await session.get_one(Product, key)

    async def variant(self, key: str) -> Variant:
        async with self.sessions() as session:
            return await session.get_one(Variant, key)
