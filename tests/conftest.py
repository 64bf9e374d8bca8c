"""A small shop of its own for each test that asks for one."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from shop.database import Sessions, create_engine, create_sessions, now, writing
from shop.migrate import migrate
from shop.settings import Settings
from shop.tables import Category, Product, Table, Variant

POSTGRES = os.environ.get("TEST_POSTGRES_URL")
"""An empty database that tests may fill; without it they run on SQLite alone."""


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a shop whose files lie in a folder of the test's own."""
    url = POSTGRES if request.param == "postgresql" else None
    return Settings(var=tmp_path, database_url=url or "")


@pytest.fixture
async def sessions(settings: Settings) -> AsyncIterator[Sessions]:
    engine = create_engine(settings)
    await migrate(engine)
    made = create_sessions(engine)
    if engine.dialect.name == "postgresql":  # the test before has left its rows
        async with writing(made) as session:
            tables = ", ".join(f'"{name}"' for name in Table.metadata.tables)
            await session.execute(text(f"TRUNCATE {tables} CASCADE"))
    async with writing(made) as session:
        session.add(Category(id="kettle", name_en="Kettles", name_zh="水壶", aliases=[]))
        await session.flush()
        for name, price, stock in (("red", 5000, 3), ("blue", 9000, 0)):
            session.add(
                Product(
                    id=f"kettle-{name}",
                    category_id="kettle",
                    title_en=f"{name} kettle",
                    attributes={},
                    currency="CNY",
                    created_at=now(),
                    updated_at=now(),
                    variants=[
                        Variant(id=f"kettle-{name}-1", colour=name, price=price, stock=stock)
                    ],
                )
            )
    yield made
    await engine.dispose()
