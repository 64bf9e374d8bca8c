"""Checkout, and the orders a visitor may see. Nothing is really paid in the demo shop."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot import checkout, visits
from bot.checkout import FIELDS, METHODS, REQUIRED, Unfit
from bot.keys import SESSIONS
from bot.storefront.basket import fields_of
from bot.storefront.page import Guest, back_to, guest, render
from shop import carts, catalogue, orders
from shop.errors import Conflict, Invalid
from shop.tables import Order

# The way of a parcel, as the bar above an order shows it.
MILESTONES = ("placed", "packed", "shipped", "delivered")
REACHED = {
    orders.PENDING: 1, orders.PAID: 1, orders.PACKING: 2, orders.SHIPPED: 3, orders.DELIVERED: 4,
    orders.CANCELLED: 0,
}  # fmt: skip
AUTOCOMPLETE = {
    "name": "name", "email": "email", "phone": "tel", "line": "street-address",
    "city": "address-level2", "region": "address-level1", "postcode": "postal-code",
}  # fmt: skip

routes = web.RouteTableDef()


@routes.get("/checkout")
async def form(request: web.Request) -> web.Response:
    """Where to, and how to pay."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        return await _form(session, request, who, _known(who), {})


@routes.post("/checkout")
async def place(request: web.Request) -> web.Response:
    """The cart becomes an order, once however often the form is sent."""
    given = await fields_of(request)
    total = given.get("total", "")
    try:
        contact = checkout.contact_of(given)
        async with visits.acting(request) as (session, visitor):
            number = await checkout.place(
                session,
                visitor,
                contact,
                given.get("method", ""),
                key=given.get("key", "")[:64],
                total=int(total) if total.isascii() and total.isdigit() else -1,
            )
    except Unfit as error:
        visits.check_own_page(request)
        async with request.app[SESSIONS]() as session:
            who = await guest(session, request)
            return await _form(session, request, who, given, error.fields, status=400)
    except (Conflict, Invalid):
        raise back_to("/cart", note="changed") from None
    raise back_to(f"/orders/{number}", note="placed")


@routes.get("/orders")
async def all_mine(request: web.Request) -> web.Response:
    """The orders of the signed-in customer, or those a guest placed here."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        mine = await orders.mine(session, who.visitor) if who.visitor else ()
        pictures = await _pictures(session, *mine)
        return await render(session, request, "orders.html", who, orders=mine, pictures=pictures)


@routes.get("/orders/{number}")
async def one(request: web.Request) -> web.Response:
    """One order with its way so far; another's reads like one that does not exist."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        if who.visitor is None:
            raise web.HTTPNotFound
        order = await orders.one_of_mine(session, who.visitor, request.match_info["number"])
        return await render(
            session,
            request,
            "order.html",
            who,
            order=order,
            steps=orders.steps(order)[::-1],
            pictures=await _pictures(session, order),
            milestones=MILESTONES,
            reached=REACHED.get(order.status, 0),
            placed=request.query.get("note") == "placed",
        )


async def _form(
    session: AsyncSession,
    request: web.Request,
    who: Guest,
    given: Mapping[str, Any],
    wrong: Mapping[str, str],
    status: int = 200,
) -> web.Response:
    held = await carts.content(session, who.visitor) if who.visitor else carts.Content()
    if not held.lines or any(line.quantity > line.variant.stock for line in held.lines):
        raise back_to("/cart", note="changed" if held.lines else "")
    shipping, total = await checkout.total_of(session, held)
    return await render(
        session,
        request,
        "checkout.html",
        who,
        status=status,
        cart=held,
        shipping=shipping,
        total=total,
        fields=AUTOCOMPLETE,
        most=FIELDS,
        required=REQUIRED,
        methods=METHODS,
        given=given,
        wrong=wrong,
        key=given.get("key") or secrets.token_urlsafe(16),
    )


def _known(who: Guest) -> dict[str, Any]:
    """What a signed-in customer need not type."""
    if who.customer is None:
        return {}
    mine = who.customer
    return {"name": mine.name, "email": mine.email, "phone": mine.phone, **mine.address}


async def _pictures(session: AsyncSession, *shown: Order) -> dict[str, str]:
    """Order line -> picture, of lines whose product still is there."""
    lines = [line for order in shown for line in order.lines if line.product_id]
    ids = list({str(line.product_id) for line in lines})
    products = {each.id: each for each in await catalogue.products(session, ids)}
    found: dict[str, str] = {}
    for line in lines:
        if product := products.get(str(line.product_id)):
            pictures = {v.id: v.image for v in product.variants}
            found[line.id] = pictures.get(str(line.variant_id)) or product.image
    return found
