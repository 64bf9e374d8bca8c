"""Who may do what in the console: every route with every role, and from foreign pages."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import select, update

from bot.console.rules import ANYONE, API, RULES
from bot.visits import COOKIE
from shop import staff
from shop.database import Sessions, now, writing
from shop.tables import StaffSession
from tests.integration.conftest import FOREIGN, OWN, Browser, NewBrowser, new_token
from tests.integration.staff_world import PASSWORD, signed_in

ROLES = ("nobody", "shopper", *staff.ROLES)
FILLED = {"{id}": "none"}


def routes_of(server: TestServer) -> set[tuple[str, str]]:
    """Every route of the console's API that the gateway has."""
    return {
        (route.method, route.resource.canonical)
        for route in server.app.router.routes()
        if route.resource is not None
        and route.resource.canonical.startswith(API)
        and route.method != "HEAD"
    }


def test_every_route_has_a_rule_and_every_rule_a_route(server: TestServer) -> None:
    assert routes_of(server) == set(RULES)


async def somebody(sessions: Sessions, new_browser: NewBrowser, role: str) -> Browser:
    if role in staff.ROLES:
        return (await signed_in(sessions, new_browser, role=role)).browser
    browser = await new_browser()
    if role == "shopper":
        browser.session.cookie_jar.update_cookies({COOKIE: await new_token(browser)})
    return browser


@pytest.mark.parametrize("role", ROLES)
async def test_each_route_admits_whom_its_rule_admits(
    sessions: Sessions, new_browser: NewBrowser, role: str
) -> None:
    browser = await somebody(sessions, new_browser, role)
    for (method, path), rule in sorted(RULES.items()):
        if (method, path) == ("DELETE", f"{API}/session"):
            continue  # signs out, which `test_signing_out` sees
        address = path.replace("{id}", "none")
        async with browser.request(method, address, json={}, headers=OWN) as answer:
            status = answer.status
        if rule.least == ANYONE:
            assert status not in (401, 404), (method, path)
        elif role not in staff.ROLES:
            assert status == 401, (method, path)
        elif staff.may(role, rule.least):
            assert status not in (401, 403), (method, path, status)
        else:
            assert status == 403, (method, path)


@pytest.mark.parametrize("headers", [FOREIGN, {}])
async def test_foreign_pages_and_forms_change_nothing(
    sessions: Sessions, new_browser: NewBrowser, headers: dict[str, str]
) -> None:
    browser = await somebody(sessions, new_browser, staff.ADMIN)
    for method, path in RULES:
        if method == "GET" and not path.endswith("/socket"):
            continue
        headers = headers | ({"Upgrade": "websocket"} if path.endswith("/socket") else {})
        address = path.replace("{id}", "none")
        async with browser.request(method, address, json={}, headers=headers) as answer:
            assert answer.status == 403, (method, path)


async def test_a_shoppers_token_opens_nothing(browser: Browser) -> None:
    headers = OWN | {"Authorization": f"Bearer {await new_token(browser)}"}
    async with browser.get(f"{API}/conversations", headers=headers) as answer:
        assert answer.status == 401


async def test_signing_in_and_out(sessions: Sessions, new_browser: NewBrowser) -> None:
    desk = await signed_in(sessions, new_browser)
    assert (await desk.get("/session"))["name"] == "Mia"
    cookie = next(iter(desk.browser.session.cookie_jar))
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    async with desk.browser.delete(f"{API}/session", headers=OWN) as answer:
        assert answer.status == 204
    await desk.get("/session", status=401)


async def test_a_stolen_look_at_the_database_signs_nobody_in(
    sessions: Sessions, new_browser: NewBrowser
) -> None:
    await signed_in(sessions, new_browser)
    async with sessions() as session:
        kept = await session.scalar(select(StaffSession.token_hash))
    browser = await new_browser()
    browser.session.cookie_jar.update_cookies({"staff": str(kept)})
    async with browser.get(f"{API}/session") as answer:
        assert answer.status == 401


async def test_an_idle_session_is_over(sessions: Sessions, new_browser: NewBrowser) -> None:
    desk = await signed_in(sessions, new_browser)
    async with writing(sessions) as session:
        await session.execute(update(StaffSession).values(acted_at=now() - staff.IDLE * 1.1))
    await desk.get("/conversations", status=401)


async def test_a_password_is_not_taken_over_a_network_in_the_clear(
    sessions: Sessions, new_browser: NewBrowser
) -> None:
    await signed_in(sessions, new_browser)
    browser = await new_browser()
    word = {"email": "mia@example.com", "password": PASSWORD}
    headers = OWN | {"Host": "shop.example"}
    async with browser.post(f"{API}/session", json=word, headers=headers) as answer:
        assert answer.status == 403
        assert "https" in await answer.text()


async def test_trying_passwords_is_throttled(sessions: Sessions, new_browser: NewBrowser) -> None:
    await signed_in(sessions, new_browser)
    browser = await new_browser()
    word = {"email": "mia@example.com", "password": "wrong"}
    seen = []
    for _ in range(staff.FROM_HERE + 1):
        async with browser.post(f"{API}/session", json=word, headers=OWN) as answer:
            seen.append(answer.status)
    assert seen == [403] * staff.FROM_HERE + [429]
