"""The cart: put in, change, coupon. Forms that work without scripts; each leads back to a page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from aiohttp import web

from bot import checkout, visits
from bot.keys import SESSIONS
from bot.storefront.choices import variant_of
from bot.storefront.page import back_to, guest, render
from shop import carts, catalogue, coupons, policies
from shop.errors import Conflict, Invalid, NotFound

# What a cart page may say after a form; anything else in its address is not shown.
NOTES = ("added", "few", "coupon_on", "coupon_unknown", "changed", "number")

routes = web.RouteTableDef()


@routes.get("/cart")
async def cart(request: web.Request) -> web.Response:
    """What is in the cart, at this moment's prices and stock."""
    note = request.query.get("note", "")
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        held = await carts.content(session, who.visitor) if who.visitor else carts.Content()
        shipping, total = await checkout.total_of(session, held)
        return await render(
            session,
            request,
            "cart.html",
            who,
            cart=held,
            shipping=shipping,
            total=total,
            free_from=(await policies.facts(session, "shipping")).get("free_from", 0),
            coupons=await coupons.running(session),
            note=note if note in NOTES else "",
            short=any(line.quantity > line.variant.stock for line in held.lines),
        )


@routes.post("/cart/add")
async def add(request: web.Request) -> web.Response:
    """Put the chosen colour and size into the cart."""
    form = await fields_of(request)
    product_id = form.get("product", "")
    try:
        async with visits.acting(request) as (session, visitor):
            found = await catalogue.product(session, product_id)
            wanted = variant_of(found, form.get("colour", ""), form.get("size", ""))
            if wanted is None:
                raise NotFound("no such choice")
            await carts.add(session, visitor, wanted.id, _whole(form.get("quantity", "1")))
    except Conflict:
        raise back_to(f"/p/{quote(product_id, safe='')}", note="few") from None
    raise back_to("/cart", note="added")


@routes.post("/cart/change")
async def change(request: web.Request) -> web.Response:
    """Another amount of one thing; 0 takes it out."""
    form = await fields_of(request)
    try:
        async with visits.acting(request) as (session, visitor):
            number = _whole(form.get("quantity", ""))
            await carts.change(session, visitor, form.get("variant", ""), number)
    except Conflict:
        raise back_to("/cart", note="few") from None
    except Invalid:
        raise back_to("/cart", note="number") from None
    raise back_to("/cart")


@routes.post("/cart/coupon")
async def coupon(request: web.Request) -> web.Response:
    """Use a code; an empty one takes the coupon off."""
    code = (await fields_of(request)).get("code", "").strip()
    try:
        async with visits.acting(request) as (session, visitor):
            found = (await coupons.valid(session, code)).code if code else None
            await carts.use_coupon(session, visitor, found)
    except NotFound:
        raise back_to("/cart", note="coupon_unknown") from None
    raise back_to("/cart", **({"note": "coupon_on"} if code else {}))


async def fields_of(request: web.Request) -> Mapping[str, str]:
    """The fields of a form that are text; files have no place here."""
    return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}


def _whole(text: str) -> int:
    """A count as typed; raises `Invalid`."""
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise Invalid("that is no number")
    return int(text)
