"""How much is missing to free delivery or to a coupon, and which messages ask for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import Turn
from language.text import simplify
from shop import coupons, policies
from shop.carts import Content
from shop.tables import Coupon

MISSING = "action_missing_amount"
# "What would I need to add to get it" is a question, though it says "add".
ASKS = re.compile(
    r"\b(what|how much)( else| more| further)? "
    r"(would|do|should|must|can|could|will|have|might) i (still )?"
    r"(need|have|want|got)?( to)? ?(add|buy|spend|order|put in|get)\b.{0,40}"
    r"(\bto (get|reach|qualify|have|use|unlock|make|hit|be)\b|\bfor (free|the|it|that)\b|\buntil\b|"
    r"\bso\b|\bfree\b|\bbefore\b)|"
    r"\b(what|how much)( else| more)? (would|do|should|must) i (still )?(need|have) to (add|"
    r"spend|buy)\W*$|"
    r"\bhow much (more|else|further|extra)\b.{0,30}(\bfor\b|\bto (get|reach|qualify|use|unlock|"
    r"hit|go)\b|"
    r"\buntil\b|\btill\b|\bbefore\b|\bi (need|have)\b|\bneeded\b)|"
    r"\bhow (far|close|near)\b.{0,20}\b(from|to|off|away|am i)\b|"
    r"\bhow much (am i|is|is still|'?s) (short|missing|left to)\b|\bwhat('?s| is|"
    r" am i) (still )?(missing|short)\b|"
    r"\b(how much|what)( else| more)\b.{0,40}\bfree (shipping|delivery|postage)\b|"
    r"\bto (get|reach|qualify for|unlock|hit) (the )?free (shipping|delivery|postage)\b|"
    r"还差多少|还差几|差多少.{0,6}(包邮|免邮|免运|减|券|满|用|够|优惠)|(包邮|免邮|免运费?|满减|"
    r"用券).{0,4}还?差|"
    r"凑单|凑(够|满|到|个|点)|怎么才能(包邮|免邮|免运)|"
    r"(买|加|添|凑|花)(点|些|个|件)*(多少|什么|啥|点?啥|点)?.{0,6}(才|就能|就可以|可以|"
    r"能够?).{0,6}(包邮|免邮|免运|减|用|优惠|够|到)",
    re.IGNORECASE,
)
DELIVERY = re.compile(r"\b(shipping|delivery|postage|ship|deliver)\b|邮|运费|配送", re.IGNORECASE)
OFF = re.compile(
    r"\b(coupon|code|voucher|discount|off|offer|deal|promo)s?\b|\b(works?|counts?|valid)\b|券|减|"
    r"折|优惠|能用|可用|可以用",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Gap:
    """What is missing to one threshold, minor units; 0 or less where it is reached."""

    least: int
    missing: int
    coupon: Coupon | None = None
    """None for free delivery."""


def asks_what_is_missing(turn: Turn) -> bool:
    """Whether a message asks what must be added for free delivery or for a coupon."""
    return bool(ASKS.search(simplify(turn.text)))


async def gaps(turn: Turn, session: AsyncSession, cart: Content) -> list[Gap]:
    """Thresholds that a message asks for, both kinds where it names none; the nearest in front."""
    text = simplify(turn.text)
    delivery, off = DELIVERY.search(text), OFF.search(text)
    running = await coupons.running(session)
    named = [coupon for coupon in running if coupon.code in text.upper()]
    if off and not named and cart.coupon and not cart.discount:
        named = [cart.coupon]  # noted, and waiting for its sum
    found: list[Gap] = []
    if not named and (delivery or not off):
        least = int((await policies.facts(session, "shipping")).get("free_from", 0))
        found += [Gap(least, least - cart.total)] if least else []
    if named or off or not delivery:
        for coupon in named or running:
            if least := coupon.min_total:
                counts = (
                    line.total
                    for line in cart.lines
                    if coupon.category_id in (None, line.product.category_id)
                )
                found.append(Gap(least, least - sum(counts), coupon))
    return sorted(found, key=lambda gap: (gap.missing <= 0, gap.missing))
