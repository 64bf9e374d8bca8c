"""The shop for scripts of its pages: cart, checkout, orders, identity and what was looked at.

Answers are about the visitor whom the widget's token (Authorization: Bearer) or the shop's cookie
names, never about an id in the request. Errors read `{"error": {"code", "text"}}`.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot import checkout, visits
from bot.frames import Frame, clean, name_of, number_of
from bot.keys import IDENTITY_SECRET, SESSIONS
from shop import carts, catalogue, coupons, events, identity, orders
from shop.catalogue import EN, ZH, money
from shop.errors import Invalid
from shop.tables import Visitor

routes = web.RouteTableDef()


@routes.get("/api/cart")
async def cart(request: web.Request) -> web.Response:
    """What is in the cart, at this moment's prices; `?lang=en|zh` for titles."""
    async with request.app[SESSIONS]() as session:
        visitor = await visits.reader(session, request)
        held = await carts.content(session, visitor) if visitor else carts.Content()
        return _private(await shown(session, held, language_of(request)))


@routes.post("/api/cart")
async def change_cart(request: web.Request) -> web.Response:
    """`{"action": "add" | "set" | "remove", "variant_id", "quantity"}`, or `{"action": "coupon",
    "code"}` where null takes it off; the cart as it is then."""
    body = await body_of(request)
    async with visits.acting(request) as (session, visitor):
        await _change(session, visitor, body)
        held = await carts.content(session, visitor)
        return _private(await shown(session, held, language_of(request)))


@routes.post("/api/checkout")
async def order(request: web.Request) -> web.Response:
    """`{"contact": {...}, "payment_method", "key", "total"?}`: the cart becomes an order.

    The same `key` (made by the page) twice is one order; `total` is what the shopper was shown.
    """
    body = await body_of(request)
    given = body.get("contact")
    contact = checkout.contact_of(given if isinstance(given, dict) else {})
    method, key = name_of(body, "payment_method"), name_of(body, "key")
    total = number_of(body, "total") if "total" in body else None
    async with visits.acting(request) as (session, visitor):
        number = await checkout.place(session, visitor, contact, method, key=key, total=total)
        placed = await orders.one_of_mine(session, visitor, number)
        return _private({"order": orders.brief(placed)}, status=201)


@routes.get("/api/orders")
async def my_orders(request: web.Request) -> web.Response:
    """The visitor's orders, newest first."""
    async with request.app[SESSIONS]() as session:
        visitor = await visits.reader(session, request)
        found = await orders.mine(session, visitor) if visitor else ()
        return _private({"orders": [orders.brief(each) for each in found]})


@routes.post("/api/identify")
async def identify(request: web.Request) -> web.Response:
    """`{"token"}`: the host shop's JWT ties this visitor to its customer."""
    body = await body_of(request)
    secret = request.app[IDENTITY_SECRET]
    customer_id = identity.verified_customer_id(str(body.get("token")), secret)
    async with visits.acting(request) as (session, visitor):
        customer = await identity.identify(session, visitor, customer_id)
        await carts.adopt(session, visitor)
        return _private({"name": customer.name})


@routes.post("/api/events")
async def track(request: web.Request) -> web.Response:
    """`{"kind": "view" | "search" | "favourite" | "dismiss", "product_id"?, "query"?}`."""
    body = await body_of(request)
    kind = body.get("kind")
    if kind not in events.FROM_PAGES:
        raise Invalid(f"kind is one of {', '.join(events.FROM_PAGES)}")
    query = clean(body["query"]) if isinstance(body.get("query"), str) else ""
    if kind == "search" and not query:
        raise Invalid("query is missing")
    async with visits.acting(request) as (session, visitor):
        product_id = None if kind == "search" else name_of(body, "product_id")
        price = await _price(session, product_id) if product_id else None
        await events.record(session, visitor, kind, product_id=product_id, query=query, price=price)
    return web.Response(status=204)


async def shown(session: AsyncSession, held: carts.Content, language: str) -> dict[str, Any]:
    """A cart as pages show it; amounts in minor units, and as text where people read them."""
    shipping, total = await checkout.total_of(session, held)
    amounts = {
        "subtotal": held.subtotal,
        "discount": held.discount,
        "shipping": shipping,
        "total": total,
    }
    return {
        "lines": [_line(line, language) for line in held.lines],
        "pieces": held.pieces,
        "currency": held.currency,
        "coupon": held.coupon.code if held.coupon else None,
        **amounts,
        **{f"{name}_text": money(value, held.currency) for name, value in amounts.items()},
    }


async def body_of(request: web.Request) -> Frame:
    """The JSON object that was sent; raises `Invalid`."""
    try:
        body: Any = await request.json()
    except ValueError:
        raise Invalid("that is no JSON") from None
    if not isinstance(body, dict):
        raise Invalid("the body is a JSON object")
    return body


def language_of(request: web.Request) -> str:
    """The language a page is read in: asked for, kept from before, or the browser's."""
    asked = request.query.get("lang") or request.cookies.get("lang")
    if asked in (EN, ZH):
        return asked
    return ZH if request.headers.get("Accept-Language", "").lower().startswith("zh") else EN


async def _change(session: AsyncSession, visitor: Visitor, body: Frame) -> None:
    match body.get("action"):
        case "add":
            number = number_of(body, "quantity", 1)
            await carts.add(session, visitor, name_of(body, "variant_id"), number)
        case "set":
            number = number_of(body, "quantity")
            await carts.change(session, visitor, name_of(body, "variant_id"), number)
        case "remove":
            await carts.change(session, visitor, name_of(body, "variant_id"), 0)
        case "coupon":
            code = body.get("code")
            found = (await coupons.valid(session, str(code))).code if code is not None else None
            await carts.use_coupon(session, visitor, found)
        case other:
            raise Invalid(f"unknown action {str(other)[:40]!r}")


async def _price(session: AsyncSession, product_id: str) -> int | None:
    variant = catalogue.best_variant(await catalogue.product(session, product_id))
    return variant.price if variant else None


def _line(line: carts.Line, language: str) -> dict[str, Any]:
    return {
        **catalogue.card(line.product, language, variant=line.variant),
        "quantity": line.quantity,
        "total": line.total,
        "total_text": money(line.total, line.product.currency),
    }


def _private(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})
