"""coupon_discount: what takes something off, and using it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart.codes import (
    ASKED,
    ASKING,
    BEST,
    CODE,
    COUPONS,
    INSTEAD,
    LIKE_CODE,
    NAMES,
    TAKES_OFF,
    USES,
    codes_named,
)
from actions.cart.past import note
from actions.cart.showing import ONE, after_cart, show
from actions.goods.finding import find
from actions.goods.said import said_in
from actions.goods.wishes import order_of
from actions.promises import told
from actions.skill import Skill
from actions.turn import Turn
from language.asked import things
from language.text import simplify
from shop import carts, coupons, policies
from shop.catalogue import money
from shop.errors import NotFound
from shop.tables import Coupon

OF_COUPONS = re.compile(
    r"\b(coupons?|codes?|vouchers?|promo|student|first order|members?)\b|券|码|满减|会员|学生",
    re.IGNORECASE,
)
COUPON = "#coupon"  # the concept, among the things that a question names
# For whom or when a reduction is asked for that no coupon is tied to.
GROUP = re.compile(
    r"\b(students?|teachers?|nurses?|pensioners?|seniors?|military|veterans?|first (order|"
    r"purchase|time)|"
    r"new customers?|birthday|black friday|members?|loyalty|bulk|friends? and family|employees?|"
    r"staff)\b|"
    r"学生|教师|老师|老人|老年|军人|医护|新人|新用户|首单|生日|双十[一二]|黑五|会员|批量|团购|"
    r"员工|内部",
    re.IGNORECASE,
)


class CouponDiscount(Skill):
    """Running coupons, what each would take off this cart, and using one."""

    called = COUPONS

    async def answer(self, turn: Turn) -> None:
        """Use the code in the message or the best one, take one off, or list what runs."""
        text = simplify(turn.text)
        if TAKES_OFF.search(text) and not INSTEAD.search(text):
            await self._take_off(turn)
            return
        if code := turn.given("code") or await self._typed(turn):
            await self._use(turn, code)
            return
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            running = await _running(session, cart)
        goods = order_of(turn.text) == "reduced" and not OF_COUPONS.search(text)
        if goods:  # a coupon lowers their price once more
            await find(turn, said_in(turn))
        others = any(COUPON not in thing for thing in things(turn.text))
        said = others and not goods and await told(turn)  # whether students have one
        if not running:
            if not (goods or said):
                turn.say("utter_no_coupons")
            return
        listed = turn.slot("asked") == ASKED
        if BEST.search(text) and not ASKING.search(text) and (listed or USES.search(text)):
            if _off(running[0], cart):
                await self._use(turn, running[0].code)
                return
            turn.say("utter_no_coupon_yet")
        elif (listed or NAMES.search(text)) and (place := int(turn.slot("ordinal") or 0)):
            at = place - 1 if place > 0 else len(running) + place
            if 0 <= at < len(running):
                await self._use(turn, running[at].code)
                return
        special = not (goods or said) and GROUP.search(text)
        name = "utter_coupons_all" if special else "utter_coupons"
        self._list(turn, running, cart, "utter_coupons_besides" if goods else name)

    @staticmethod
    def _list(turn: Turn, running: Sequence[Coupon], cart: carts.Content, name: str) -> None:
        lines = [_line(turn, coupon, cart) for coupon in running]
        turn.say(name, coupons="\n".join(lines))
        replies = [
            turn.reply(
                "label_use_coupon", "/coupon_discount" + json.dumps({"code": c.code}), code=c.code
            )
            for c in running
        ]
        turn.put(asked=ASKED)
        turn.show({"quick_replies": replies})

    @staticmethod
    async def _typed(turn: Turn) -> str | None:
        """A code in the message: of those that run one that is not in use, else what looks so."""
        if codes := await codes_named(turn):
            async with turn.reading() as (session, visitor):
                held = (await carts.content(session, visitor)).coupon
            return next((c for c in reversed(codes) if not held or c != held.code), codes[-1])
        looks = CODE.search(turn.text)
        if looks is None and NAMES.search(simplify(turn.text)):
            looks = LIKE_CODE.search(turn.text)
        return looks.group().upper() if looks else None

    @staticmethod
    async def _take_off(turn: Turn) -> None:
        async with turn.writing() as (session, visitor):
            before = await carts.content(session, visitor)
            await carts.use_coupon(session, visitor, None)
            cart = await carts.content(session, visitor)
        note(turn, before, cart)
        turn.say("utter_coupon_off" if before.coupon else "utter_coupon_not_on",
                 code=before.coupon.code if before.coupon else "")  # fmt: skip
        if cart.lines:
            show(turn, cart, after_cart(turn), ONE)

    @staticmethod
    async def _use(turn: Turn, code: str) -> None:
        async with turn.writing() as (session, visitor):
            try:
                coupon = await coupons.valid(session, code)
            except NotFound:
                turn.say("utter_coupon_unknown", code=code)
                return
            before = await carts.content(session, visitor)
            await carts.use_coupon(session, visitor, coupon.code)
            cart = await carts.content(session, visitor)
            rules = await policies.facts(session, "coupons")
        note(turn, before, cart)
        if cart.discount:
            turn.say(
                "utter_coupon_used", code=coupon.code, amount=money(cart.discount, cart.currency)
            )
        else:
            currency = cart.currency or turn.services.settings.currency
            least = money(coupon.min_total, currency)
            turn.say("utter_coupon_waits", code=coupon.code, least=least, **rules)
        if cart.lines:
            show(turn, cart, after_cart(turn), ONE)


async def _running(session: AsyncSession, cart: carts.Content) -> list[Coupon]:
    """Coupons that run now, what takes most off the cart in front."""
    return sorted(await coupons.running(session), key=lambda c: (-_off(c, cart), c.min_total))


def _off(coupon: Coupon, cart: carts.Content) -> int:
    return coupons.discount(coupon, [(line.product, line.total) for line in cart.lines])


def _line(turn: Turn, coupon: Coupon, cart: carts.Content) -> str:
    first, second = coupon.title_en, coupon.title_zh
    title = (second or first) if turn.zh else (first or second)
    off = _off(coupon, cart)
    gain = turn.word("coupon_gain", amount=money(off, cart.currency)) if off else ""
    return f"• {coupon.code}: {title}{gain}" if title else f"• {coupon.code}{gain}"


SKILLS = (CouponDiscount,)
