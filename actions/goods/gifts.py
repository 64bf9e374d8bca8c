"""Gifts by what somebody likes: goods of several kinds for each interest, with why."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.recommending import suitable
from actions.goods.retrieval import Found
from actions.goods.wanted import Wanted
from actions.turn import MOST_CARDS, Turn
from language.interests import Interest, interests
from shop import catalogue

OF_A_KIND = 2  # goods of one family for one interest
LOOKED_AT = 6  # best hits for each of its words


def liked(wanted: Wanted, text: str) -> list[Interest]:
    """The interests that a message names; words that are none of the known ones, as they stand."""
    known = interests(text)
    taken = " ".join(each.said.lower() for each in known)
    rest = [w for w in wanted.words.split() if w.lower() not in taken]
    rest = [w for w in rest if not any(each.said.lower() in w.lower() for each in known)]
    return [*known, *(Interest(word, (word,)) for word in rest)]


async def serving(
    turn: Turn, session: AsyncSession, wanted: Wanted, wishes: Sequence[Interest]
) -> list[Found]:
    """Goods that serve the interests by turns, within price, person and age."""
    filters = turn.filters(replace(wanted, occasion=()))
    allowed = await suitable(session, filters, wanted.age) - turn.rejected
    for words in wanted.unwanted:
        allowed -= await asyncio.to_thread(turn.services.search.mentioning, words, allowed)
    kinds = await catalogue.kinds(session, allowed)
    rows = [list(_of(turn, wish, allowed, kinds)) for wish in wishes]
    by_turns = [pair for column in zip_longest(*rows) for pair in column if pair]
    why: dict[str, str] = {}
    for name, wish in by_turns:
        reason = "why_person" if wish.person else "why_interest"
        why.setdefault(name, turn.word(reason, words=wish.said))
    goods = await catalogue.products(session, list(why)[:MOST_CARDS])
    return [(p, catalogue.best_variant(p, filters), why[p.id]) for p in goods]


def _of(
    turn: Turn, wish: Interest, allowed: set[str], kinds: dict[str, str | None]
) -> Iterator[tuple[str, Interest]]:
    """Goods for one interest: the best for each of its words, a few of a family."""
    finder = turn.services.search
    columns = []
    for words in wish.goods:
        told = allowed & {*finder.entitled(words)} or finder.mentioning(words, allowed)
        hits = finder.search(words, LOOKED_AT, told) if told else []
        columns.append([hit.product_id for hit in hits])
    taken: Counter[str | None] = Counter()
    seen: set[str] = set()
    for row in zip_longest(*columns):
        for name in row:
            if name and name not in seen and taken[kinds.get(name)] < OF_A_KIND:
                taken[kinds.get(name)] += 1
                seen.add(name)
                yield name, wish
