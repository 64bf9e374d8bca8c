"""compare_products: two to four goods side by side."""

from __future__ import annotations

import asyncio
import re

from actions.goods import verdicts
from actions.goods.items import ways_on
from actions.goods.pointing import pointed_at
from actions.goods.questions import facts_of
from actions.goods.verdicts import PICK, Compared, Side, Stars
from actions.goods.version_names import variant_name
from actions.goods.wanted import Wanted
from actions.skill import Skill
from actions.turn import Turn
from language.patterns import ordinals
from shop import catalogue, reviews, selection
from shop.catalogue import money
from shop.selection import Filters
from shop.tables import Product

MOST_COMPARED = 4
TWO = re.compile(r"\b(two|both|2)\b|两|俩|二者", re.IGNORECASE)


class CompareProducts(Skill):
    """Two to four goods side by side, by what differs."""

    called = "action_compare_products"

    async def answer(self, turn: Turn) -> None:
        """Compare those named, or the first shown; or say which wins, or which to take."""
        side = verdicts.asked(turn.text)
        async with turn.reading() as (session, _):
            shown = await catalogue.products(session, [e["product_id"] for e in turn.shown])
            if len(shown) < 2:
                shown += [p for p in await pointed_at(turn, session) if p not in shown]
            whole = bool(side or PICK.search(turn.text))
            most = len(shown) if whole else MOST_COMPARED
            count = 2 if TWO.search(turn.text) else turn.slot("quantity") or most
            goods = (self._pair(turn, shown) or shown[: int(count)])[:most]
            rated = await reviews.stars(session, [p.id for p in goods])
        if side and len(goods) == 1:
            await self._beside_its_like(turn, side, goods[0])
            return
        if len(goods) < 2:
            turn.say("utter_compare_what")
            return
        pairs = [(product, turn.variant_shown(product)) for product in goods]
        if side:
            ranked = verdicts.by_side(turn, side, pairs, rated)
            pairs = ranked or pairs
        elif whole:
            wanted = Wanted.read(turn.slot("wanted"))
            best = await asyncio.to_thread(verdicts.pick, turn, pairs, rated, wanted)
            turn.detail(*best, ways_on(turn, best[0]))
            return
        else:
            self._compare(turn, pairs, rated)
        turn.cards([(product, variant, "") for product, variant in pairs])

    @staticmethod
    async def _beside_its_like(turn: Turn, side: Side, product: Product) -> None:
        """Where one thing stands among its kind: "which is lightest", of one that is shown."""
        async with turn.reading() as (session, _):
            family = Filters(category=frozenset(filter(None, [product.category_id])))
            ids = await selection.matching(session, family) | {product.id}
            goods = await catalogue.products(session, sorted(ids))
            rated = await reviews.stars(session, sorted(ids))
        pairs = [(each, turn.variant_shown(each)) for each in goods]
        ranked = verdicts.rank(turn, side, pairs, rated)
        place = next((n for n, pair in enumerate(ranked, 1) if pair[0].id == product.id), 0)
        title = catalogue.title(product, turn.language)
        if not place:
            about = turn.word(f"side_{side.name}")
            turn.say("utter_fact_unknown", title=title, about=about)
            turn.detail(product, None, ways_on(turn, product))
            return
        shown = [*ranked[:MOST_COMPARED]]
        shown += [pair for pair in ranked if pair[0].id == product.id and pair not in shown]
        verdicts.tell_place(turn, side, shown, rated, (title, place, len(ranked)))
        turn.cards([(p, variant, "") for p, variant in shown])
        turn.put(focus=product.id)

    @staticmethod
    def _compare(turn: Turn, pairs: list[Compared], rated: Stars) -> None:
        """Each with what is known of it; then the cheapest and the best rated."""
        rows = []
        joint = "；" if turn.zh else "; "
        for place, (product, variant) in enumerate(pairs, 1):
            facts = facts_of(product, "", turn.services.reader, turn.language)
            mean, count = rated.get(product.id, (0.0, 0))
            parts = [variant_name(turn, variant)] if variant else []
            parts += [money(variant.price, product.currency)] if variant else []
            parts += [turn.word("stars", stars=f"{mean:.1f}", count=count)] if count else []
            parts += [facts]
            name = catalogue.title(product, turn.language)
            rows.append(f"{place}. {name}: " + joint.join(filter(None, parts)))
        turn.say("utter_compare", rows="\n".join(rows))
        cheapest = min(pairs, key=lambda pair: pair[1].price if pair[1] else 0)[0]
        best = max((p for p, _ in pairs), key=lambda p: rated.get(p.id, (0.0, 0)))
        verdict = [turn.word("verdict_cheapest", title=catalogue.title(cheapest, turn.language))]
        if best.id in rated:
            verdict.append(turn.word("verdict_best", title=catalogue.title(best, turn.language)))
        turn.say("utter_verdict", verdict=" ".join(verdict))

    @staticmethod
    def _pair(turn: Turn, shown: list[Product]) -> list[Product]:
        """ "The first and the third"; or "this or the second one": what is in view, and that."""
        listed = [shown[n - 1] for n in ordinals(turn.text) if 0 < n <= len(shown)]
        if len(listed) > 1:
            return listed
        place = int(turn.slot("ordinal") or 0)
        focus = [p for p in shown if p.id == turn.slot("focus")]
        other = shown[place - 1 : place] if place > 0 else []
        return focus + other if focus and other and focus != other else []


SKILLS = (CompareProducts,)
