"""checkout_help, coupon_discount: what it will cost, and what takes something off."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from actions.cart import currencies
from actions.cart.cart import after_cart, brief
from actions.promises import told
from actions.skill import Skill
from actions.turn import Turn
from language.asked import things
from language.text import simplify
from shop import carts, catalogue, coupons, orders, policies
from shop.catalogue import money
from shop.errors import NotFound
from shop.tables import Coupon

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,39}")
MOST_WORDS = 20  # of a message that are tried as codes
CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]{3,15}(?![A-Za-z0-9])")  # also beside Han

# "Remove the coupon", "I don't want SAVE50 any more", "不用优惠券了".
TAKES_OFF = re.compile(
    r"\b(remove|delete|drop|clear|cancel|without|don'?t (want|use)|stop using)\b|"
    r"\btake\b.{0,30}\boff\b(?! my)|去掉|去除|删|取消|移除|拿掉|撤|(不|别)(用|要|使用)",
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


class CheckoutHelp(Skill):
    """How to place the order, with what it will cost as the cart stands."""

    called = "action_checkout_help"

    async def answer(self, turn: Turn) -> None:
        """Show the steps, and the sum with delivery."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            shipping = await orders.shipping_cost(session, cart.total)
        if not cart.lines:
            turn.say("utter_checkout_empty")
            turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
            return
        amounts = {
            "goods": money(cart.subtotal, cart.currency),
            "discount": money(cart.discount, cart.currency),
            "shipping": money(shipping, cart.currency),
            "total": money(cart.total + shipping, cart.currency),
        }
        turn.say("utter_checkout", **amounts)
        currencies.tell(turn, (cart.total + shipping,), cart.currency)
        sold_out = [line for line in cart.lines if line.variant.stock < line.quantity]
        for line in sold_out:
            turn.say(
                "utter_line_short",
                title=catalogue.title(line.product, turn.language),
                count=line.variant.stock,
            )
        replies = [
            turn.reply("label_coupons", "/coupon_discount"),
            turn.reply("label_payment", "/payment_methods"),
        ]
        turn.show({"cart": brief(turn, cart), "link": "/cart", "quick_replies": replies})


class CouponDiscount(Skill):
    """Running coupons, what each would take off this cart, and using one."""

    called = "action_coupon_discount"

    async def answer(self, turn: Turn) -> None:
        """Use the code in the message, take one off, or list what runs."""
        if TAKES_OFF.search(simplify(turn.text)):
            await self._take_off(turn)
            return
        if code := turn.given("code") or await self._typed(turn):
            await self._use(turn, code)
            return
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            running = await coupons.running(session)
        others = any(COUPON not in thing for thing in things(turn.text))
        said = others and await told(turn)  # whether students have one
        if not running:
            if not said:
                turn.say("utter_no_coupons")
            return
        goods = [(line.product, line.total) for line in cart.lines]
        lines = [self._line(turn, c, coupons.discount(c, goods), cart) for c in running]
        special = not said and GROUP.search(simplify(turn.text))
        turn.say("utter_coupons_all" if special else "utter_coupons", coupons="\n".join(lines))
        replies = [
            turn.reply(
                "label_use_coupon", "/coupon_discount" + json.dumps({"code": c.code}), code=c.code
            )
            for c in running
        ]
        turn.show({"quick_replies": replies})

    @staticmethod
    async def _typed(turn: Turn) -> str | None:
        """A code in the message: one that runs, in any case, else what looks like one."""
        async with turn.reading() as (session, _):
            for word in WORD.findall(turn.text)[:MOST_WORDS]:
                with suppress(NotFound):
                    return (await coupons.valid(session, word)).code
        looks = CODE.search(turn.text)
        return looks.group() if looks else None

    @staticmethod
    async def _take_off(turn: Turn) -> None:
        async with turn.writing() as (session, visitor):
            before = (await carts.content(session, visitor)).coupon
            await carts.use_coupon(session, visitor, None)
            cart = await carts.content(session, visitor)
        turn.say("utter_coupon_off" if before else "utter_coupon_not_on",
                 code=before.code if before else "")  # fmt: skip
        if cart.lines:
            turn.show({"cart": brief(turn, cart), "quick_replies": after_cart(turn)})

    async def _use(self, turn: Turn, code: str) -> None:
        async with turn.writing() as (session, visitor):
            try:
                coupon = await coupons.valid(session, code)
            except NotFound:
                turn.say("utter_coupon_unknown", code=code)
                return
            await carts.use_coupon(session, visitor, coupon.code)
            cart = await carts.content(session, visitor)
            rules = await policies.facts(session, "coupons")
        if cart.discount:
            turn.say(
                "utter_coupon_used", code=coupon.code, amount=money(cart.discount, cart.currency)
            )
        else:
            currency = cart.currency or turn.services.settings.currency
            least = money(coupon.min_total, currency)
            turn.say("utter_coupon_waits", code=coupon.code, least=least, **rules)
        if cart.lines:
            turn.show({"cart": brief(turn, cart), "quick_replies": after_cart(turn)})

    @staticmethod
    def _line(turn: Turn, coupon: Coupon, off: int, cart: carts.Content) -> str:
        first, second = coupon.title_en, coupon.title_zh
        title = (second or first) if turn.zh else (first or second)
        gain = turn.word("coupon_gain", amount=money(off, cart.currency)) if off else ""
        return f"• {coupon.code}: {title}{gain}" if title else f"• {coupon.code}{gain}"


SKILLS = (CheckoutHelp, CouponDiscount)
