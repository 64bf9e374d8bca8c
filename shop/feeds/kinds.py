"""What the kinds of data have in common: rows with an id each, compared and written in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.feeds.records import Record, Rejected
from shop.feeds.rows import MOST_PARAMETERS, Row, batches, differs, existing, put
from shop.feeds.seen import ADDED, CHANGED, UNCHANGED, Seen
from shop.feeds.values import show


class Item(Protocol):
    """What one record says, checked; `weight` is how many rows it may write."""

    line: int

    @property
    def weight(self) -> int: ...


T = TypeVar("T")
Refused = list[tuple[int, str]]


class Kind(Protocol[T]):
    """One kind of data: what a record of it says, and how it goes into the shop."""

    kind: str

    def key(self, record: Record) -> str:
        """The id of what a record is about, "" where it cannot be told; never raises."""

    def parse(self, record: Record) -> T | None:
        """What a record says, None for nothing; raises `Invalid`."""

    def whole(self, items: Iterator[T | Rejected]) -> Iterator[T | Rejected]:
        """Items of which each is complete: where several rows make one, they are put together."""

    async def store(self, session: AsyncSession, items: Sequence[T], write: bool) -> Refused:
        """Take a batch in, within the caller's transaction; what could not be taken."""


@dataclass(slots=True)
class OneRow:
    """A record that is one row of the database: the columns that it speaks of."""

    line: int
    row: Row

    @property
    def weight(self) -> int:
        """Rows that this may write."""
        return 1


class OneRowKind:
    """A kind whose records are rows, each by itself; a kind adds `parse`, and checks to `store`."""

    kind: str
    table: Any
    names: tuple[str, ...] = ("id",)
    """The columns by which a record is told apart, as its file writes them."""
    kept: tuple[str, ...] = ()
    """Columns that stay as they first were."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    def key(self, record: Record) -> str:
        """What tells the record apart, as written."""
        return " ".join(str(record.values.get(name) or "").strip() for name in self.names).strip()

    def whole(self, items: Iterator[OneRow | Rejected]) -> Iterator[OneRow | Rejected]:
        """Each row is complete."""
        return items

    def defaults(self) -> Row:
        """What a new row says where its record does not."""
        return {}

    async def store(self, session: AsyncSession, items: Sequence[OneRow], write: bool) -> Refused:
        """Take a batch in, within the caller's transaction; what could not be taken."""
        names = [column.name for column in self.table.primary_key]
        first = self.table.c[names[0]]

        def key_of(row: Row) -> str:
            return " ".join(str(row[name]) for name in names)

        there = await existing(session, first, {item.row[names[0]] for item in items})
        before = {key_of(row): row for row in there}
        known = self._seen.known(self.table.name, {key_of(item.row) for item in items})
        refused: Refused = []
        new: dict[str, Row] = {}
        for item in items:
            key = key_of(item.row)
            if key in new or known.get(key):
                said = f"{' and '.join(names)} {show(key)} stands twice in this file"
                refused.append((item.line, said))
                continue
            old = before.get(key, {})
            kept = {name: old[name] for name in self.kept if name in old}
            new[key] = {**self.defaults(), **old, **item.row, **kept}
        states = {key: _state(before.get(key), row) for key, row in new.items()}
        self._seen.mark(self.table.name, states.items())
        if write:
            changed = [row for key, row in new.items() if states[key] != UNCHANGED]
            await put(session, self.table, changed)
        return refused


def _state(old: Row | None, new: Row) -> int:
    if old is None:
        return ADDED
    return CHANGED if differs(old, new) else UNCHANGED


async def those_in(session: AsyncSession, column: Any, wanted: set[str]) -> set[str]:
    """Those of the values that the column has."""
    found: set[str] = set()
    for some in batches(sorted(wanted), MOST_PARAMETERS):
        found |= set(await session.scalars(select(column).where(column.in_(some))))
    return found
