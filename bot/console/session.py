"""The console's page, and signing in and out."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.console.rules import ME, check_line, cookie_of, is_secure
from bot.keys import SESSIONS, SETTINGS
from bot.pages import WEB
from bot.shop_api import body_of
from shop import staff
from shop.database import writing
from shop.errors import Invalid
from shop.tables import Staff

routes = web.RouteTableDef()

LANGUAGES = ("en", "zh")


@routes.get("/staff")
async def page(_request: web.Request) -> web.FileResponse:
    """The console; what it shows it asks the API for."""
    headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"}
    return web.FileResponse(WEB / "console" / "console.html", headers=headers)


@routes.post("/api/staff/session")
async def sign_in(request: web.Request) -> web.Response:
    """`{"email", "password"}`: the cookie by which this browser is known from now on."""
    check_line(request)
    body = await body_of(request)
    email, password = (str(body.get(name) or "") for name in ("email", "password"))
    me, token = await staff.sign_in(
        request.app[SESSIONS], email, password[:200], request.remote or ""
    )
    answer = web.json_response(shown(me, request.app[SETTINGS].shop_name))
    answer.set_cookie(
        cookie_of(request),
        token,
        max_age=int(staff.LASTS.total_seconds()),
        path="/",
        httponly=True,
        samesite="Strict",
        secure=is_secure(request),
    )
    return answer


@routes.get("/api/staff/session")
async def who(request: web.Request) -> web.Response:
    """Who is signed in here."""
    return web.json_response(shown(request[ME], request.app[SETTINGS].shop_name))


@routes.patch("/api/staff/session")
async def settle(request: web.Request) -> web.Response:
    """`{"language": "en" | "zh"}`, or nothing: the person is there."""
    language = (await body_of(request)).get("language")
    if language is not None:
        if language not in LANGUAGES:
            raise Invalid("the console speaks en and zh")
        async with writing(request.app[SESSIONS]) as session:
            (await session.get_one(Staff, request[ME].id)).language = language
    return web.Response(status=204)


@routes.delete("/api/staff/session")
async def sign_out(request: web.Request) -> web.Response:
    """End it."""
    if token := request.cookies.get(cookie_of(request)):
        await staff.sign_out(request.app[SESSIONS], token)
    answer = web.Response(status=204)
    answer.del_cookie(cookie_of(request), path="/", secure=is_secure(request), samesite="Strict")
    return answer


def shown(one: Staff, shop: str) -> dict[str, Any]:
    """A member of staff as their console sees them, and the name of the shop."""
    about = {"id": one.id, "name": one.name, "role": one.role, "language": one.language}
    return about | {"shop": shop}
