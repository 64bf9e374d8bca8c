"""The one place that knows which database this is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from shop import sqlite
from shop.settings import Settings

Sessions = async_sessionmaker[AsyncSession]

LINE = "line"  # of writers, in a session's info
SQLITE_BUSY_MS = 10_000  # two processes write; a writer waits for the other rather than fail


def now() -> datetime:
    """The time, aware and in UTC."""
    return datetime.now(UTC)


def create_engine(settings: Settings) -> AsyncEngine:
    """An engine for `settings.database`, with SQLite made durable and fit for two writers."""
    if not settings.database.startswith("sqlite"):
        return create_async_engine(settings.database, pool_size=10, pool_pre_ping=True)
    settings.var.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        settings.database, connect_args={"async_creator_fn": sqlite.connect}
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={SQLITE_BUSY_MS}",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        # A deferred transaction that reads first cannot be upgraded while another process
        # writes; those that will write say so and take the lock at once.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def create_sessions(engine: AsyncEngine) -> Sessions:
    """Sessions whose objects stay readable after commit.

    SQLite has one writer at a time and lets the others sleep and try again, for up to 100 ms and
    in no order; those of this process rather wait in a line.
    """
    one_by_one = engine.dialect.name == "sqlite"
    info = {LINE: asyncio.Lock() if one_by_one else nullcontext()}
    return async_sessionmaker(engine, expire_on_commit=False, info=info)


@asynccontextmanager
async def writing(sessions: Sessions) -> AsyncIterator[AsyncSession]:
    """One transaction that writes: committed at the end, rolled back on any error."""
    async with sessions() as session, session.info[LINE]:
        await session.connection(execution_options={"writes": True})
        try:
            yield session
        except BaseException:
            await session.rollback()
            raise
        await session.commit()
