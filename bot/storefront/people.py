"""Signing in as one of the demo's invented customers, and out again."""

from __future__ import annotations

from aiohttp import web
from sqlalchemy import func, select

from bot import visits
from bot.keys import IDENTITY_SECRET, SESSIONS
from bot.storefront.basket import fields_of
from bot.storefront.page import back_to, guest, render
from shop import carts, identity
from shop.errors import NotFound
from shop.tables import Customer, Order

# Nobody else can be signed in as without a password, should the shop hold real customers, too.
DEMO = "demo-"
SHOWN = 6

routes = web.RouteTableDef()


@routes.get("/demo/sign-in")
async def choose(request: web.Request) -> web.Response:
    """A few customers to be for a while."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        people = await session.execute(
            select(Customer, func.count(Order.id))
            .outerjoin(Order, Order.customer_id == Customer.id)
            .where(Customer.id.startswith(DEMO, autoescape=True))
            .group_by(Customer.id)
            .order_by(Customer.id)
            .limit(SHOWN)
        )
        shown = [(customer, count) for customer, count in people]
        return await render(session, request, "sign_in.html", who, people=shown)


@routes.post("/demo/sign-in")
async def sign_in(request: web.Request) -> web.Response:
    """Be that customer: the shop signs the same token that a host shop gives to `identify`.

    The visitor keeps its conversation and cart and gets a new session token, so that a token which
    somebody planted before is worth nothing. Who was another customer gets a new visitor.
    """
    customer_id = (await fields_of(request)).get("customer", "")
    if not customer_id.startswith(DEMO):
        raise NotFound("no such demo customer")
    secret = request.app[IDENTITY_SECRET]
    word = identity.sign_customer(customer_id, secret)
    async with visits.acting(request) as (session, visitor):
        if visitor.customer_id not in (None, customer_id):
            visits.end(visitor)
            visitor = await visits.begin(session, request)
        await identity.identify(session, visitor, identity.verified_customer_id(word, secret))
        await carts.adopt(session, visitor)
        await visits.renew(session, request, visitor)
    raise back_to("/orders")


@routes.post("/demo/sign-out")
async def sign_out(request: web.Request) -> web.Response:
    """Be nobody again, with an empty cart; the old session token is worth nothing from now on."""
    async with visits.acting(request) as (session, visitor):
        visits.end(visitor)
        await visits.begin(session, request)
    raise back_to("/")
