"""What the owner of a shop without the demo finds at its address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import init_app
from shop.database import Sessions, writing
from shop.settings import Settings
from shop.tables import Policy


@pytest.fixture
async def own(sessions: Sessions, settings: Settings) -> AsyncIterator[TestClient]:
    """A shop without the demo, at an address of its own."""
    async with writing(sessions) as session:
        for language in ("en", "zh"):
            session.add(Policy(topic="shipping", language=language, title="S", text="T", facts={}))
    made = replace(
        settings, rasa_port=1, actions_port=1, demo=False, public_url="https://bot.example"
    )
    async with TestClient(TestServer(init_app(made))) as client:
        yield client


async def test_it_says_how_to_go_on_and_what_there_is(own: TestClient) -> None:
    answer = await own.get("/", headers={"Accept-Language": "en"})
    page = await answer.text()
    assert answer.status == 200
    assert "src=&#34;https://bot.example/widget.js&#34;" in page
    assert '<script type="module" src="/widget.js">' in page  # to try it here
    assert 'data-count="products">2<' in page
    assert 'data-count="policies">1<' in page  # one topic in two languages
    assert 'data-count="coupons">0<' in page
    assert "python -m shop import products" in page
    assert "SHOP_ALLOWED_ORIGINS" in page


async def test_it_speaks_chinese_and_all_its_files_are_there(own: TestClient) -> None:
    page = await (await own.get("/?lang=zh")).text()
    assert "智能导购已在运行" in page
    for path in ("/static/welcome/welcome.css", "/static/welcome/welcome.js", "/widget.js"):
        assert (await own.get(path)).status == 200


async def test_the_demos_pages_are_not_there(own: TestClient) -> None:
    assert (await own.get("/cart")).status == 404
