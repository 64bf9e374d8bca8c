"""The skill that says what is missing to free delivery or a coupon, with goods near that sum."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart.showing import after_cart
from actions.cart.thresholds import MISSING, Gap, gaps
from actions.goods.recommending import recommended
from actions.goods.retrieval import Found
from actions.goods.wanted import Wanted
from actions.skill import Skill
from actions.turn import Turn
from shop import carts
from shop.catalogue import minor_units, money
from shop.tables import Visitor

SUGGESTED, ENOUGH = 6, 3  # goods shown; with fewer the dearer ones are looked at too
WIDER = (1.5, 2.5, 5.0, 0.0)  # times the missing sum that they may cost; 0 for any price
SPARE = 20  # major units above a small sum


class MissingAmount(Skill):
    """What must be added to the cart for free delivery or for a coupon to count."""

    called = MISSING

    async def answer(self, turn: Turn) -> None:
        """Name the sums, and show goods that reach the nearest."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            found = await gaps(turn, session, cart)
            short = [gap for gap in found if gap.missing > 0]
            goods, wanted = await _reaching(turn, session, visitor, cart, short)
        currency = cart.currency or turn.services.settings.currency
        if not found:
            turn.say("utter_no_threshold")
            return
        for gap in found:
            kind = "coupon" if gap.coupon else "delivery"
            turn.say(
                f"utter_{kind}_missing" if gap.missing > 0 else f"utter_{kind}_reached",
                missing=money(gap.missing, currency),
                least=money(gap.least, currency),
                code=gap.coupon.code if gap.coupon else "",
            )
        if goods:
            turn.put(wanted=wanted.write(), seen=[product.id for product, _, _ in goods])
            turn.say("utter_reaching")
            turn.cards(goods, after_cart(turn)[:1])
        else:
            turn.show({"quick_replies": after_cart(turn)})


async def _reaching(
    turn: Turn, session: AsyncSession, visitor: Visitor, cart: carts.Content, short: list[Gap]
) -> tuple[list[Found], Wanted]:
    """Goods that cost at least what is missing to the nearest threshold, and not much more."""
    if not short:
        return [], Wanted()
    gap = short[0]
    kind = (gap.coupon.category_id,) if gap.coupon and gap.coupon.category_id else ()
    held = {line.product.id for line in cart.lines}
    spare = SPARE * minor_units(turn.services.settings.currency)
    found: list[Found] = []
    wanted = Wanted(category=kind, price_min=gap.missing)
    for times in WIDER:
        most = max(round(gap.missing * times), gap.missing + spare) if times else None
        wanted = Wanted(category=kind, price_min=gap.missing, price_max=most)
        filters = turn.filters(wanted)
        found = await recommended(turn, session, visitor, filters, SUGGESTED, held)
        if len(found) >= ENOUGH:
            break
    priced = sorted(found, key=lambda entry: entry[1].price if entry[1] else 0)
    return priced, wanted


SKILLS = (MissingAmount,)
