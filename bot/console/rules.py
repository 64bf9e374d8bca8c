"""Who may do what in the console: a rule for each route, as data, and the guard that keeps it.

A route below `/api/staff` that has no rule is closed to everybody, and a test says so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.keys import SESSIONS, SETTINGS
from bot.visits import check_own_page
from shop import staff
from shop.database import writing
from shop.errors import NotAllowed
from shop.staff import ADMIN, AGENT, LEAD
from shop.tables import Staff

ANYONE = "anyone"
API = "/api/staff"


@dataclass(frozen=True)
class Rule:
    """The least role, and whether a request shows that the person is there rather than the page."""

    least: str
    acts: bool = True


RULES: dict[tuple[str, str], Rule] = {
    ("POST", "/api/staff/session"): Rule(ANYONE),
    ("GET", "/api/staff/session"): Rule(AGENT, acts=False),
    ("PATCH", "/api/staff/session"): Rule(AGENT),
    ("DELETE", "/api/staff/session"): Rule(ANYONE),
    ("GET", "/api/staff/socket"): Rule(AGENT, acts=False),
    ("GET", "/api/staff/conversations"): Rule(AGENT, acts=False),
    ("GET", "/api/staff/conversations/{id}"): Rule(AGENT),
    ("GET", "/api/staff/conversations/{id}/context"): Rule(AGENT, acts=False),
    ("POST", "/api/staff/conversations/{id}/take"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/messages"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/give_back"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/resolve"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/transfer"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/notes"): Rule(AGENT),
    ("GET", "/api/staff/photos/{id}"): Rule(AGENT),
    ("GET", "/api/staff/products"): Rule(AGENT),
    ("GET", "/api/staff/canned"): Rule(AGENT, acts=False),
    ("GET", "/api/staff/conversations/{id}/suggestions"): Rule(AGENT),
    ("POST", "/api/staff/conversations/{id}/corrections"): Rule(AGENT),
    ("GET", "/api/staff/search"): Rule(AGENT),
    ("GET", "/api/staff/promises"): Rule(AGENT),
    ("POST", "/api/staff/promises/{id}/kept"): Rule(AGENT),
    ("GET", "/api/staff/figures"): Rule(LEAD),
    ("GET", "/api/staff/audit"): Rule(ADMIN),
}

ME = web.RequestKey("me", Staff)
SAFE = ("GET", "HEAD")
SECURE, PLAIN = "__Host-staff", "staff"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MISSING = "nobody is signed in"

Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Next) -> web.StreamResponse:
    """Let through whom the rule of the route admits.

    Raises `NotAllowed` for a page that is not ours, 401 where nobody is signed in, 403 for a role
    that is too low.
    """
    if not request.path.startswith(API):
        return await handler(request)
    rule = RULES.get((_method(request), route_of(request)))
    if rule is None:
        # What is not there is told from what is closed only to those who may know.
        raise web.HTTPNotFound if request.match_info.http_exception else NotAllowed("no rule")
    if request.method not in SAFE or request.headers.get("Upgrade"):
        # The cookie goes with requests of the same site alone (SameSite); this is the second lock.
        check_own_page(request)
    if rule.least != ANYONE:
        me = await whose(request, acts=rule.acts)
        if not staff.may(me.role, rule.least):
            raise NotAllowed(f"this needs the role {rule.least}")
        request[ME] = me
    answer = await handler(request)
    if not answer.prepared:
        answer.headers.setdefault("Cache-Control", "no-store")
    return answer


async def whose(request: web.Request, *, acts: bool) -> Staff:
    """Who is signed in; raises 401."""
    token = request.cookies.get(cookie_of(request))
    if not token:
        raise web.HTTPUnauthorized(reason=MISSING)
    try:
        return await staff.signed_in(request.app[SESSIONS], token, acts=acts)
    except NotAllowed as error:
        raise web.HTTPUnauthorized(reason=str(error)) from None


async def looked(request: web.Request, what: str, conversation_id: str | None = None) -> None:
    """Write a look into the audit before it is granted, in a transaction that holds up nobody."""
    async with writing(request.app[SESSIONS]) as session:
        staff.note_look(session, request[ME].id, what, conversation_id)


def cookie_of(request: web.Request) -> str:
    """The name of the cookie: with TLS the one that no neighbour of the host can plant.

    Browsers refuse a `__Host-` cookie on plain HTTP, even on the loopback interface, so that an
    owner who tries the shop on their own machine gets a plain one. It never leaves the machine.
    """
    return SECURE if is_secure(request) else PLAIN


def is_secure(request: web.Request) -> bool:
    """Whether the browser came by TLS, to us or to the proxy before us."""
    return request.app[SETTINGS].origin.startswith("https:") or request.secure


def check_line(request: web.Request) -> None:
    """Raise `NotAllowed` where a password would cross a network in the clear."""
    host = request.host.rpartition(":")[0] or request.host
    if not is_secure(request) and host not in LOOPBACK:
        raise NotAllowed("the console needs https: set SHOP_PUBLIC_URL to the shop's https address")


def route_of(request: web.Request) -> str:
    """The route as written in the code, such as `/api/staff/conversations/{id}`."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else ""


def _method(request: web.Request) -> str:
    return "GET" if request.method == "HEAD" else request.method
