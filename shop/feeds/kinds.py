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


async def take(
    session: AsyncSession,
    table: Any,
    items: Sequence[OneRow],
    defaults: Row,
    seen: Seen,
    write: bool,
    kept: Sequence[str] = (),
) -> Refused:
    """Insert or update rows by `id`; columns that are `kept` stay as they first were."""
    ids = {item.row["id"] for item in items}
    before = {row["id"]: row for row in await existing(session, table.c.id, ids)}
    known = seen.known(table.name, ids)
    refused: Refused = []
    new: dict[str, Row] = {}
    for item in items:
        key = item.row["id"]
        if key in new or known.get(key):
            refused.append((item.line, f"id {show(key)} stands twice in this file"))
            continue
        old = before.get(key, {})
        new[key] = {**defaults, **old, **item.row, **{n: old[n] for n in kept if n in old}}
    states = {key: _state(before.get(key), row) for key, row in new.items()}
    seen.mark(table.name, states.items())
    if write:
        await put(session, table, [row for key, row in new.items() if states[key] != UNCHANGED])
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
