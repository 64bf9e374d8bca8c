"""Whose request this is: a visitor, by the widget's token or by the shop's own cookie.

The widget sends its token in a header, which no foreign page can make a browser do. The shop's own
pages are known by a cookie with the same token, so what they write must also come from the shop
itself. Cookie and widget hold one token: `/api/session` gives a page of the shop the token of its
cookie, and `session.js` drops the widget's when the cookie has become another's.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot.keys import SESSIONS, SETTINGS
from bot.pace import Paces
from shop import conversations, identity
from shop.database import writing
from shop.errors import NotAllowed
from shop.tables import Visitor

COOKIE = "shopkeeper"
COOKIE_LASTS = 180 * 24 * 3600  # seconds
FRESH = web.RequestKey("fresh_token", str)
WRITES_PER_MINUTE = 120
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_to(app: web.Application) -> None:
    """Hand out fresh cookies with whatever is answered, and count writes."""
    app[PACES] = Paces(WRITES_PER_MINUTE)
    app.middlewares.append(_hand_out)


def is_own_page(request: web.Request) -> bool:
    """Whether a browser says that a page of this shop sent the request.

    `Sec-Fetch-Site` cannot be set by a page; browsers without it, and addresses without TLS, tell
    the `Origin`. A request that tells neither is no form or script of ours.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    own = {request.app[SETTINGS].origin, f"{request.scheme}://{request.host}"}
    return origin is not None and origin in own


async def reader(session: AsyncSession, request: web.Request) -> Visitor | None:
    """The visitor who asks, or None for a browser not seen yet.

    Raises `NotAllowed` for a token in the header that nobody holds; a stale cookie is nobody's.
    """
    if "Authorization" in request.headers:
        return await identity.visitor_of(session, bearer(request))
    token = request.get(FRESH) or request.cookies.get(COOKIE)
    if not token:
        return None
    try:
        return await identity.visitor_of(session, token)
    except NotAllowed:
        return None


@asynccontextmanager
async def acting(request: web.Request) -> AsyncIterator[tuple[AsyncSession, Visitor]]:
    """A transaction in which the visitor changes something; a page of the shop gets a new visitor
    where it has none.

    Raises `NotAllowed` when a cookie would speak for a foreign page, `TooMany` beyond the pace.
    """
    if "Authorization" not in request.headers:
        check_own_page(request)
    try:
        async with writing(request.app[SESSIONS]) as session:
            visitor = await reader(session, request) or await begin(session, request)
            request.app[PACES].take(visitor.id)
            yield session, visitor
    except BaseException:
        if FRESH in request:
            del request[FRESH]  # its visitor was rolled back
        raise


def check_own_page(request: web.Request) -> None:
    """Raises `NotAllowed` unless a page of this shop sent the request."""
    if not is_own_page(request):
        raise NotAllowed("this page may not act for the visitor")


async def session_of(session: AsyncSession, request: web.Request) -> tuple[Visitor, str]:
    """The visitor of a page that asks for its session, and the token; a new one where needed.

    A page elsewhere, which has no cookie here, always begins anew or shows a token of its own.
    """
    own = is_own_page(request)
    if own or "Authorization" in request.headers:
        visitor = await reader(session, request)
        if visitor is not None:
            told = "Authorization" in request.headers
            token = bearer(request) if told else request.cookies[COOKIE]
            if own:
                request[FRESH] = token
            return visitor, token
    visitor, token = await identity.create_visitor(session)
    if own:
        request[FRESH] = token
    return visitor, token


async def begin(session: AsyncSession, request: web.Request) -> Visitor:
    """A new visitor with a conversation, known by the cookie that the answer sets."""
    visitor, token = await identity.create_visitor(session)
    await conversations.start(session, visitor)
    request[FRESH] = token
    return visitor


async def renew(session: AsyncSession, request: web.Request, visitor: Visitor) -> None:
    """Another token for the same visitor: whoever knew the old one is out."""
    token = secrets.token_urlsafe(identity.TOKEN_BYTES)
    visitor.token_hash = identity.token_hash(token)
    await session.flush()
    request[FRESH] = token


def end(visitor: Visitor) -> None:
    """Nobody holds this visitor's token any more."""
    visitor.token_hash = identity.token_hash(secrets.token_urlsafe(identity.TOKEN_BYTES))


def mark(visitor: Visitor | None) -> str:
    """What tells a page that the token has changed, without telling the token."""
    return visitor.token_hash[:16] if visitor else ""


def bearer(request: web.Request) -> str:
    """The token in the Authorization header; raises `NotAllowed`."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAllowed("no session token")
    return token


PACES = web.AppKey("paces", Paces)


@web.middleware
async def _hand_out(request: web.Request, handler: Next) -> web.StreamResponse:
    try:
        answer = await handler(request)
    except web.HTTPException as error:
        _set_cookie(request, error)
        raise
    _set_cookie(request, answer)
    return answer


def _set_cookie(request: web.Request, answer: web.StreamResponse) -> None:
    token = request.get(FRESH)
    if token:
        secure = request.app[SETTINGS].origin.startswith("https:")
        answer.set_cookie(
            COOKIE, token, max_age=COOKIE_LASTS, httponly=True, samesite="Lax", secure=secure
        )
