"""Which other size or colour of goods is meant, and which there are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from actions.goods.charts import LETTERS
from actions.goods.version_names import variant_name
from actions.orders.reasons import way_of_size
from actions.turn import JSON, Turn
from shop.errors import NotFound
from shop.returns import other_versions
from shop.tables import OrderLine, Variant

MOST_CHOICES = 10


async def sizes_there(turn: Turn, line: OrderLine, reason: str) -> str:
    """The sizes in stock in the colour that was bought, beyond it where it is too small or big."""
    way, bought = way_of_size(reason), _rank(line.size)
    async with turn.reading() as (session, _):
        others = await other_versions(session, line)
    same = [v for v in _by_size(others) if v.colour == line.colour and v.size != line.size]
    if way and bought is not None:
        same = [v for v in same if ((_rank(v.size) or 0) - bought) * way > 0]
    return ("、" if turn.zh else ", ").join(v.size for v in same if v.size)


async def other_variant(turn: Turn, task: JSON, line: OrderLine) -> Variant | None:
    """Another size or colour of a line's product; asks which one, None until it is said.

    Raises `NotFound` when there is no other one.
    """
    async with turn.reading() as (session, _):
        others = await other_versions(session, line)
    given = turn.given("variant_id")
    said = turn.slot("size") or turn.slot("colour") or way_of_size(turn.text)
    if task.get("variant") and not given and not said:
        return next((v for v in others if v.id == task["variant"]), None)
    size, colour = _wanted(turn, task)
    way = 0 if size or colour else _step(turn, task)
    named = bool(size or colour or way)
    fitting = [
        v
        for v in others
        if (not size or v.size.casefold() in size) and (not colour or v.colour in colour)
    ]
    if way:
        fitting = _next_size(line, others, way)
    if named and len(fitting) > 1:  # "in L" keeps the colour that was ordered
        kept = [v for v in fitting if v.colour == line.colour or v.size == line.size]
        fitting = kept or fitting
    if named and len(fitting) == 1 and not given:
        return fitting[0]
    if chosen_id := given or task.get("variant"):
        return next((v for v in others if v.id == chosen_id), None)
    if not others:
        raise NotFound("no other version in stock")
    turn.put(task=task | {"asked": "variant"})
    turn.say("utter_exchange_not_there" if named and not fitting else "utter_exchange_which")
    replies = [
        {
            "title": variant_name(turn, v),
            "payload": f"/{task['kind']}" + json.dumps({"variant_id": v.id}),
        }
        for v in _by_size(fitting or others)[:MOST_CHOICES]
    ]
    turn.show({"quick_replies": replies, "expects": "variant"})
    return None


def _wanted(turn: Turn, task: JSON) -> tuple[set[str], set[str]]:
    """Size and colour asked for: in this message, or where the task began."""
    size, colour = turn.slot("size") or (), turn.slot("colour") or ()
    if not size and not colour and task.get("asked") not in ("variant", "line"):
        size, colour = task.get("version") or ((), ())
    return {str(s).casefold() for s in size}, set(colour)


def _step(turn: Turn, task: JSON) -> int:
    """1 for a bigger size, -1 for a smaller one, by what is asked for or does not fit; or 0."""
    if task.get("variant") or task.get("asked") == "variant":
        return way_of_size(turn.text)
    return way_of_size(turn.text) or way_of_size(str(task.get("reason", "")))


def _next_size(line: OrderLine, others: Sequence[Variant], way: int) -> list[Variant]:
    """The nearest size that way in the same colour; none where it is not in stock."""
    known = _rank(line.size)
    same = [v for v in others if v.colour == line.colour and _rank(v.size) is not None]
    if known is None:
        return []
    beyond = [v for v in same if ((_rank(v.size) or 0) - known) * way > 0]
    return sorted(beyond, key=lambda v: abs((_rank(v.size) or 0) - known))[:1]


def _by_size(versions: Sequence[Variant]) -> list[Variant]:
    return sorted(versions, key=lambda v: (v.colour, _rank(v.size) or 0, v.size))


def _rank(size: str) -> float | None:
    """A size among those of its kind: letters by their place, others by their first number."""
    if size in LETTERS:
        return float(LETTERS.index(size))
    number = re.search(r"\d+(\.\d+)?", size)
    return float(number[0]) if number else None
