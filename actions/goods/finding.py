"""Showing what was found for a search, and what of it fits; or first a question."""

from __future__ import annotations

import json
from dataclasses import replace

from actions.goods import sold_out, unsold
from actions.goods.described import called, describe, given_up, own_words, refinements
from actions.goods.ordering import RARE
from actions.goods.retrieval import Results, search
from actions.goods.wanted import Wanted
from actions.goods.wishes import LISTS, THEME
from actions.purchase import READY, forecast
from actions.turn import MOST_CARDS, Turn
from shop import catalogue, events


async def find(turn: Turn, wanted: Wanted, *, more: bool = False, kept: str = "") -> None:
    """Search and show, saying what was given up when nothing fits.

    `kept` is a price limit that an earlier message set.
    """
    if not more and await unsold.told(turn, wanted):
        return
    seen = set(turn.slot("seen") or ()) if more else set()
    async with turn.reading() as (session, _):
        results = await search(turn, session, wanted, MOST_CARDS, seen)
    await noted(turn, turn.text or wanted.words)
    # A wish that no goods mention is not asked of every search to come.
    found = replace(wanted, feature="") if "feature" in results.given_up else wanted
    turn.put(wanted=found.write(), asked=None)
    if not results.goods and wanted.order in LISTS and not more:
        turn.say(f"utter_none_{wanted.order}", what=describe(turn, wanted))
        await find(turn, replace(wanted, order=""), kept=kept)
        return
    if not results.goods and not more and await sold_out.all_of(turn, wanted):
        return
    if not results.goods:
        turn.say("utter_no_more" if more else "utter_nothing_found")
        turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
        return
    ids = [product.id for product, _, _ in results.goods]
    turn.put(seen=[*sorted(seen), *ids])
    _introduce(turn, wanted, results, more)
    if kept:
        turn.say("utter_kept_price", price=kept)
    turn.cards(results.goods, refinements(turn, len(results.goods), kept))


async def noted(turn: Turn, query: str) -> None:
    """Record a search as what the shopper does, and forecast anew what comes of the visit."""
    async with turn.writing() as (session, visitor):
        await events.record(
            session, visitor, "search", query=query, conversation_id=turn.conversation_id
        )
        await forecast(turn, session, visitor)


def _introduce(turn: Turn, wanted: Wanted, results: Results, more: bool) -> None:
    """Say what is shown, and how well it fits what was asked for."""
    what, count = describe(turn, wanted), len(results.goods)
    if results.given_up:
        lost = given_up(turn, wanted, results.given_up)
        turn.say("utter_nearest", what=what, given_up=lost)
    elif wanted.order in LISTS and not more:
        turn.say(f"utter_{wanted.order}_first" if what else f"utter_{wanted.order}", what=what)
    elif not what:
        turn.say("utter_found_any")
    elif more:
        turn.say("utter_more", what=what)
    elif wanted.beyond and wanted.category and not results.telling:
        bare = replace(wanted, said="", beyond="")
        gone = results.sold_out
        title = catalogue.title(gone, turn.language) if gone else ""
        name = "utter_sold_out_nearest" if gone else "utter_lacking"
        turn.say(name, said=called(turn, wanted), what=describe(turn, bare), title=title)
    elif wanted.words and not wanted.category:
        named = wanted.said or turn.services.search.entitled(wanted.words)
        theme = not named or THEME.search(turn.text)
        turn.say("utter_theme" if theme else "utter_found", what=what, count=count)
    elif wanted.order:
        turn.say(f"utter_{wanted.order}_first", what=what)
    else:
        turn.say("utter_found", what=what, count=count)
        few = wanted.beyond or RARE * results.telling <= count
        if wanted.category and few and 0 < results.telling < count:
            name = "utter_first_says" if results.telling == 1 else "utter_first_say"
            turn.say(name, count=results.telling, said=own_words(turn, wanted))


async def ask_first(turn: Turn, said: Wanted) -> bool:
    """Ask one question before showing goods, where there is a whole department to choose from.

    Never twice in a row, and not to someone who is about to buy: they see goods at once.
    """
    bare = Wanted(category=said.category, said=said.said)
    if not said.empty and said != bare:
        return False
    async with turn.writing() as (session, visitor):
        choices = await catalogue.children(session, said.category)
        if not choices or turn.slot("asked"):
            return False
        if not said.empty and await forecast(turn, session, visitor) >= READY:
            return False
    name = "department" if said.empty else "family"
    replies = [
        {
            "title": choice.name_zh if turn.zh else choice.name_en,
            "payload": "/search_product" + json.dumps({"department": choice.id}),
        }
        for choice in choices
    ]
    turn.put(asked=name, wanted=said.write())
    what = turn.services.reader.describe(said.category, turn.language)
    turn.say(f"utter_ask_{name}", what=what)
    turn.show({"quick_replies": replies})
    return True
