"""Rows of the database in batches: which are there, and inserting or overwriting the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

Row = dict[str, Any]
T = TypeVar("T")
MOST_PARAMETERS = 5_000  # of one statement; SQLite takes 32,766, PostgreSQL one more


async def existing(
    session: AsyncSession, column: Any, wanted: Iterable[str | None], lock: bool = True
) -> list[Row]:
    """Whole rows whose column has one of the values, with `lock` held until the commit."""
    found: list[Row] = []
    for some in batches(sorted(set(filter(None, wanted))), MOST_PARAMETERS):
        query = select(column.table).where(column.in_(some))
        query = query.with_for_update() if lock else query
        found += [dict(row) for row in (await session.execute(query)).mappings()]
    return found


async def put(session: AsyncSession, table: Any, rows: Iterable[Row]) -> None:
    """Insert rows, or overwrite those with the same primary key; all must have the same columns."""
    rows = list(rows)
    if not rows:
        return
    postgres = session.get_bind().dialect.name == "postgresql"
    insert: Any = (postgresql if postgres else sqlite).insert(table)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    await session.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed), rows)


def differs(old: Row | None, new: Row) -> bool:
    """Whether a row would say something else than before, or is new."""
    return old is None or any(old[name] != value for name, value in new.items())


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some
