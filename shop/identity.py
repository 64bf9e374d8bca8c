"""Who is asking: visitors by token, customers by a signed word from the host shop."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

import jwt
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import NotAllowed, NotFound
from shop.tables import Conversation, Customer, Visitor

TOKEN_BYTES = 32  # 256 bits
AUDIENCE = "shopkeeper"
LONGEST_LIFE = timedelta(minutes=10)
CLOCK_SKEW = timedelta(seconds=30)


def token_hash(token: str) -> str:
    """SHA-256 of a token, in hex: the only form in which it is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


async def create_visitor(session: AsyncSession) -> tuple[Visitor, str]:
    """A new visitor and the token that proves it; the token is not kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    at = now()
    visitor = Visitor(token_hash=token_hash(token), created_at=at, seen_at=at)
    session.add(visitor)
    await session.flush()
    return visitor, token


async def visitor_of(session: AsyncSession, token: str) -> Visitor:
    """The visitor who holds this token; raises `NotAllowed`."""
    found = await session.scalar(select(Visitor).where(Visitor.token_hash == token_hash(token)))
    if found is None:
        raise NotAllowed("unknown session token")
    return found


async def visitor_of_conversation(session: AsyncSession, conversation_id: str) -> Visitor:
    """The visitor whose conversation this is; raises `NotFound`."""
    found = await session.scalar(
        select(Visitor)
        .join(Conversation, Conversation.visitor_id == Visitor.id)
        .where(Conversation.id == conversation_id)
    )
    if found is None:
        raise NotFound("no such conversation")
    return found


def sign_customer(customer_id: str, secret: str, life: timedelta = LONGEST_LIFE) -> str:
    """The JWT with which a host shop names its customer (the demo shop does so itself)."""
    at = now()
    claims = {"sub": customer_id, "aud": AUDIENCE, "iat": at, "exp": at + life}
    return jwt.encode(claims, secret, algorithm="HS256")


def verified_customer_id(token: str, secret: str) -> str:
    """The `sub` of a valid JWT (HS256, `aud`, at most ten minutes to live).

    Raises `NotAllowed` for any other token.
    """
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            audience=AUDIENCE,
            leeway=CLOCK_SKEW,
            options={"require": ["exp", "sub", "aud"]},
        )
    except jwt.InvalidTokenError as error:
        raise NotAllowed(f"identity token refused: {error}") from error
    if claims["exp"] > (now() + LONGEST_LIFE + CLOCK_SKEW).timestamp():
        raise NotAllowed("identity token lives longer than ten minutes")
    return str(claims["sub"])


async def identify(session: AsyncSession, visitor: Visitor, customer_id: str) -> Customer:
    """Bind a visitor to the customer a valid JWT named; raises `NotFound`, or `NotAllowed` when
    this visitor already is somebody else: a shared browser gets a new visitor instead."""
    customer = await session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("no such customer")
    if visitor.customer_id not in (None, customer.id):
        raise NotAllowed("this visitor is another customer")
    visitor.customer_id = customer.id
    return customer
