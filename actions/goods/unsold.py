"""Goods that a search names and the shop has not: said so, with what comes near, if anything does.

Whether the shop has them is measured on what is written about its goods: a category's names, the
heads of titles ("pendant" of "Bamboo Hat Pendant"), the words that merchants gave to be found by.
"""

from __future__ import annotations

import asyncio
import json

from actions.goods.retrieval import NEAREST
from actions.goods.wanted import Wanted
from actions.goods.wishes import THEME
from actions.turn import Turn
from language.normalise import things
from language.search import ProductSearch
from shop import catalogue

WORDY = 3  # loose words from which on a message tells a story rather than names goods


async def told(turn: Turn, wanted: Wanted) -> bool:
    """Say that the shop has no such goods, where that is so; False where it may have them."""
    about = THEME.search(turn.text) or not (wanted.said or wanted.words)
    if wanted.category or wanted.feature or about:
        return False
    near = await asyncio.to_thread(nearest, turn.services.search, wanted)
    if near is None:
        return False
    near = [name for name in near if name not in turn.rejected]
    said = wanted.said or wanted.words
    async with turn.reading() as (session, _):
        goods = await catalogue.products(session, near)
        departments = [] if goods else await catalogue.children(session, ())
    turn.put(wanted=None, seen=[p.id for p in goods], asked=None)
    if goods:
        turn.say("utter_unsold_near", said=said)
        turn.cards([(p, None, "") for p in goods])
        return True
    turn.say("utter_unsold", said=said)
    replies = [
        {
            "title": each.name_zh if turn.zh else each.name_en,
            "payload": "/search_product" + json.dumps({"department": each.id}),
        }
        for each in departments
    ]
    turn.show({"quick_replies": replies})
    return True


def nearest(finder: ProductSearch, wanted: Wanted) -> list[str] | None:
    """Ids of goods near to what the shop has not, the best first; None where it has it."""
    said = wanted.said or wanted.words
    if finder.called(said) or (wanted.words and finder.called(wanted.words)):
        return None
    if not wanted.said and not things(said):
        if len(said.split()) >= WORDY or finder.mentioned(said):
            return None
    return finder.near(said, NEAREST) or finder.about(said, NEAREST)
