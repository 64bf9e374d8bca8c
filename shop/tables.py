"""The tables. Money is in minor units (fen, cents), time aware UTC, ids given out opaque."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def new_id() -> str:
    """A fresh opaque id: 128 random bits."""
    return secrets.token_urlsafe(16)


class UTCDateTime(TypeDecorator[datetime]):
    """Aware UTC on every database; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value!r}; the shop keeps aware UTC")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """Base of all tables; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        str: String(255),
        datetime: UTCDateTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[Any]: JSON,
    }


# --- the catalogue -------------------------------------------------------------------------


class Brand(Table):
    __tablename__ = "brands"
    id: Mapped[str] = mapped_column(primary_key=True)
    name_en: Mapped[str] = mapped_column(default="")
    name_zh: Mapped[str] = mapped_column(default="")
    aliases: Mapped[list[str]] = mapped_column(default=list)


class Category(Table):
    """A department (no parent) or a product family."""

    __tablename__ = "categories"
    id: Mapped[str] = mapped_column(primary_key=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("categories.id"))
    name_en: Mapped[str] = mapped_column(default="")
    name_zh: Mapped[str] = mapped_column(default="")
    aliases: Mapped[list[str]] = mapped_column(default=list)
    """What shoppers call it, in both languages."""


class Product(Table):
    __tablename__ = "products"
    id: Mapped[str] = mapped_column(primary_key=True)
    brand_id: Mapped[str | None] = mapped_column(ForeignKey("brands.id"), index=True)
    category_id: Mapped[str | None] = mapped_column(ForeignKey("categories.id"), index=True)
    title_en: Mapped[str] = mapped_column(String(500), default="")
    title_zh: Mapped[str] = mapped_column(String(500), default="")
    description_en: Mapped[str] = mapped_column(Text, default="")
    description_zh: Mapped[str] = mapped_column(Text, default="")
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """`material`, `occasion`: lists of ids; `gender`, `pattern`: an id; `keywords`: words of
    both languages; `facts`: what the catalogue states, such as {"capacity": "1.7 L"}."""
    image: Mapped[str] = mapped_column(String(1000), default="")
    """Path under `/media/` or an absolute URL."""
    currency: Mapped[str] = mapped_column(String(3))
    active: Mapped[bool] = mapped_column(default=True, index=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)

    brand: Mapped[Brand | None] = relationship(lazy="raise")
    category: Mapped[Category | None] = relationship(lazy="raise")
    variants: Mapped[list[Variant]] = relationship(
        back_populates="product", lazy="raise", cascade="all, delete-orphan"
    )


class Variant(Table):
    """What can be bought: one colour in one size."""

    __tablename__ = "variants"
    id: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), index=True
    )
    colour: Mapped[str] = mapped_column(default="")
    size: Mapped[str] = mapped_column(default="")
    price: Mapped[int]
    compare_at: Mapped[int | None]
    """Price before a reduction."""
    stock: Mapped[int] = mapped_column(default=0)
    image: Mapped[str] = mapped_column(String(1000), default="")

    product: Mapped[Product] = relationship(back_populates="variants", lazy="raise")


class Review(Table):
    __tablename__ = "reviews"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    product_id: Mapped[str] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), index=True
    )
    author: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(8), default="")
    rating: Mapped[int]
    text: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]


class Policy(Table):
    """What the shop promises on a topic: one of `policies.TOPICS`, or one of the owner's own."""

    __tablename__ = "policies"
    topic: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Figures that actions reckon with, such as {"return_days": 30}."""


class Coupon(Table):
    __tablename__ = "coupons"
    code: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    """`percent` (value in whole percent) or `amount` (value in minor units)."""
    value: Mapped[int]
    min_total: Mapped[int] = mapped_column(default=0)
    category_id: Mapped[str | None] = mapped_column(ForeignKey("categories.id"))
    title_en: Mapped[str] = mapped_column(default="")
    title_zh: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    public: Mapped[bool] = mapped_column(default=True)
    """Whether the assistant may tell anyone about it."""


# --- people, orders, carts -------------------------------------------------------------------


class Customer(Table):
    __tablename__ = "customers"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(String(40), default="")
    language: Mapped[str] = mapped_column(String(8), default="")
    address: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]


class Visitor(Table):
    """A browser that holds a 256-bit token; only the token's SHA-256 is kept."""

    __tablename__ = "visitors"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"), index=True)
    """Set only by a verified identity."""
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Cart(Table):
    """One per visitor; a verified customer's visitors share the customer's cart."""

    __tablename__ = "carts"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visitor_id: Mapped[str | None] = mapped_column(ForeignKey("visitors.id"), unique=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"), unique=True)
    coupon_code: Mapped[str | None] = mapped_column(ForeignKey("coupons.code"))
    updated_at: Mapped[datetime]
    lines: Mapped[list[CartLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="CartLine.added_at"
    )


class CartLine(Table):
    __tablename__ = "cart_lines"
    cart_id: Mapped[str] = mapped_column(
        ForeignKey("carts.id", ondelete="CASCADE"), primary_key=True
    )
    variant_id: Mapped[str] = mapped_column(ForeignKey("variants.id"), primary_key=True)
    quantity: Mapped[int]
    added_at: Mapped[datetime]


class Order(Table):
    __tablename__ = "orders"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    number: Mapped[str] = mapped_column(String(32), unique=True)
    """What a shopper reads and types: `SK` and seven of A-Z, 0-9."""
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"), index=True)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    status: Mapped[str] = mapped_column(String(16), index=True)
    """pending_payment, paid, packing, shipped, delivered, cancelled."""
    currency: Mapped[str] = mapped_column(String(3))
    subtotal: Mapped[int]
    shipping: Mapped[int] = mapped_column(default=0)
    discount: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]
    coupon_code: Mapped[str | None]
    payment_method: Mapped[str] = mapped_column(default="")
    address: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """`name`, `phone`, `line`, `city`, `region`, `postcode`, `country`."""
    placed_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    lines: Mapped[list[OrderLine]] = relationship(lazy="raise", cascade="all, delete-orphan")
    history: Mapped[list[Delivery]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="Delivery.at"
    )


class OrderLine(Table):
    __tablename__ = "order_lines"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"), index=True)
    product_id: Mapped[str | None] = mapped_column(ForeignKey("products.id"))
    variant_id: Mapped[str | None] = mapped_column(ForeignKey("variants.id"))
    title_en: Mapped[str] = mapped_column(String(500), default="")
    title_zh: Mapped[str] = mapped_column(String(500), default="")
    colour: Mapped[str] = mapped_column(default="")
    size: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    unit_price: Mapped[int]


class Delivery(Table):
    """One step of an order's way: placed, paid, packed, shipped, in_transit, out_for_delivery,
    delivered, cancelled, refunded, address_changed ..."""

    __tablename__ = "deliveries"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    place_en: Mapped[str] = mapped_column(default="")
    place_zh: Mapped[str] = mapped_column(default="")
    carrier: Mapped[str] = mapped_column(default="")
    tracking: Mapped[str] = mapped_column(default="")


class Return(Table):
    """A return, an exchange or a claim on damaged or wrong goods, for one order line."""

    __tablename__ = "returns"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"), index=True)
    line_id: Mapped[str] = mapped_column(ForeignKey("order_lines.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    """return, exchange, damaged."""
    reason: Mapped[str] = mapped_column(Text, default="")
    quantity: Mapped[int] = mapped_column(default=1)
    status: Mapped[str] = mapped_column(String(16))
    """requested, approved, received, refunded, replaced, refused."""
    refund: Mapped[int] = mapped_column(default=0)
    exchange_variant_id: Mapped[str | None] = mapped_column(ForeignKey("variants.id"))
    requested_at: Mapped[datetime]
    updated_at: Mapped[datetime]


# --- what shoppers do --------------------------------------------------------------------------


class Event(Table):
    """One act of a shopper: view, search, cart, purchase, favourite, dismiss ("not for me")."""

    __tablename__ = "events"
    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    visit_id: Mapped[str] = mapped_column(index=True)
    """Acts of one visitor with less than 30 minutes between them."""
    visitor_id: Mapped[str | None] = mapped_column(index=True)
    """Not a foreign key: imported and simulated histories have visitors without a token."""
    customer_id: Mapped[str | None] = mapped_column(index=True)
    conversation_id: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(16))
    product_id: Mapped[str | None] = mapped_column(index=True)
    variant_id: Mapped[str | None]
    query: Mapped[str] = mapped_column(String(500), default="")
    quantity: Mapped[int] = mapped_column(default=1)
    price: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(index=True)


# --- conversations --------------------------------------------------------------------------------


class Conversation(Table):
    __tablename__ = "conversations"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visitor_id: Mapped[str] = mapped_column(ForeignKey("visitors.id"), index=True)
    owner: Mapped[str] = mapped_column(default="bot", index=True)
    """`bot`, `queue`, or the id of a member of staff; changed by compare-and-set only."""
    language: Mapped[str] = mapped_column(String(8), default="")
    last_seq: Mapped[int] = mapped_column(default=0)
    rasa_visit: Mapped[int] = mapped_column(default=1)
    """Rasa knows the conversation as `<id>.<rasa_visit>`; another number is a fresh tracker."""
    purchase_intent: Mapped[float | None]
    """The chance that this visit ends in a purchase, as forecast at its last act."""
    purchase_reasons: Mapped[list[Any]] = mapped_column(default=list)
    """What moved that chance most: pairs of feature and log odds."""
    memory: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What the assistant must still know when Rasa has forgotten: goods shown, open task …"""
    shopper_got: Mapped[int] = mapped_column(default=0)
    """The last `seq` that reached a widget, and the last that was on a shopper's screen."""
    shopper_read: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)


class Message(Table):
    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "client_id"),
    )
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Mapped[int]
    client_id: Mapped[str | None] = mapped_column(String(64))
    """Made by the widget or the console; the same id twice is the same message."""
    author: Mapped[str] = mapped_column(String(16))
    """shopper, bot, staff, system."""
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """`cards`, `quick_replies`, `cart`, `photo_id`, ... as the widget draws them."""
    turn_id: Mapped[str | None] = mapped_column(index=True)
    at: Mapped[datetime]


class Turn(Table):
    """One message of a shopper on its way through the assistant."""

    __tablename__ = "turns"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    message_id: Mapped[str] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), unique=True
    )
    status: Mapped[str] = mapped_column(String(16), index=True)
    """queued, running, done, failed, dropped (a person owns the conversation)."""
    payload: Mapped[str] = mapped_column(Text)
    """What Rasa is sent: defused text, or an intent payload that the gateway wrote."""
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(default="")
    queued_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    ms: Mapped[float | None]


class Effect(Table):
    """What a turn has done to the shop, so that a turn run twice does it once."""

    __tablename__ = "effects"
    key: Mapped[str] = mapped_column(primary_key=True)
    """`<turn id>:<what>`."""
    result: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class Attempt(Table):
    """A try at a guarded door (a guest's order look-up), counted to throttle."""

    __tablename__ = "attempts"
    __table_args__ = (Index(None, "door", "subject", "at"),)
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    door: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str]
    at: Mapped[datetime]


class OrderAccess(Table):
    """A guest who has shown that an order is theirs, and may ask about it again for a while."""

    __tablename__ = "order_access"
    visitor_id: Mapped[str] = mapped_column(
        ForeignKey("visitors.id", ondelete="CASCADE"), primary_key=True
    )
    order_id: Mapped[str] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]


class Photo(Table):
    __tablename__ = "photos"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    file: Mapped[str]
    """Random name in the photo folder."""
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    """Bytes as stored."""
    created_at: Mapped[datetime] = mapped_column(index=True)


class Handoff(Table):
    """One stretch of a conversation that people look after, from the queue to its end."""

    __tablename__ = "handoffs"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    reason: Mapped[str] = mapped_column(String(32))
    status: Mapped[str] = mapped_column(String(16), index=True)
    """waiting, taken, promised (came out of hours and left an address), returned (to the bot),
    resolved, cancelled (by the shopper), expired (nobody came)."""
    urgency: Mapped[float] = mapped_column(default=0.0)
    packet: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What staff need to act: summary, slots, shown goods, cart, purchase intent."""
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(index=True)
    taken_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    """When a person first wrote."""
    closed_at: Mapped[datetime | None]
    topic: Mapped[str] = mapped_column(String(32), default="")
    """What it was about, as its staff said when they resolved it."""
    rating: Mapped[int | None]
    """One to five, from the shopper."""
    contact: Mapped[str] = mapped_column(default="")
    """E-mail or phone, left by a shopper who came out of hours."""
    promised_for: Mapped[datetime | None] = mapped_column(index=True)
    """By when the shop said that it would get in touch."""
    kept_at: Mapped[datetime | None]


class Staff(Table):
    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(String(16))
    """agent, lead, admin."""
    language: Mapped[str] = mapped_column(String(8), default="")
    """Of their console."""
    disabled: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class StaffSession(Table):
    """A browser in which a member of staff is signed in; only the token's SHA-256 is kept."""

    __tablename__ = "staff_sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    acted_at: Mapped[datetime]
    """When the person, rather than the page, last did something."""


class Look(Table):
    """The audit: who of the staff looked at or changed what of which shopper, and when."""

    __tablename__ = "looks"
    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    what: Mapped[str] = mapped_column(String(32))
    """conversation, photo, search, take, reply, ..."""
    conversation_id: Mapped[str | None] = mapped_column(index=True)
    """No foreign key: who looked stays known when the conversation is erased."""
    at: Mapped[datetime] = mapped_column(index=True)


class StaffNote(Table):
    """What staff tell each other about a conversation; no shopper sees it."""

    __tablename__ = "staff_notes"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class Correction(Table):
    """A "wrong product, this one": an example for the next training of search."""

    __tablename__ = "corrections"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    query: Mapped[str] = mapped_column(Text, default="")
    """What the shopper had asked for."""
    photo_id: Mapped[str | None] = mapped_column(ForeignKey("photos.id", ondelete="SET NULL"))
    wrong_product_id: Mapped[str] = mapped_column(ForeignKey("products.id"))
    right_product_id: Mapped[str] = mapped_column(ForeignKey("products.id"))
    at: Mapped[datetime]
