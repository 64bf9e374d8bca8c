"""A small shop of its own for each test that asks for one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from shop.database import Sessions, create_engine, create_sessions, now, writing
from shop.migrate import migrate
from shop.settings import Settings
from shop.tables import Category, Product, Variant


@pytest.fixture
async def sessions(tmp_path: Path) -> AsyncIterator[Sessions]:
    engine = create_engine(Settings(var=tmp_path))
    await migrate(engine)
    made = create_sessions(engine)
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
