"""photo_search and a photo itself: the goods it shows, or the most like them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from actions.goods.described import describe, given_up, refinements
from actions.goods.finding import noted
from actions.goods.retrieval import Results
from actions.goods.retrieval import search as goods_for
from actions.goods.said import said_in
from actions.goods.wanted import Wanted
from actions.photos import likeness
from actions.photos.view import View, sides_of
from actions.skill import Skill
from actions.turn import JSON, MOST_CARDS, Turn
from shop import catalogue, policies
from vision.look import Sight
from vision.search import Found

AGREED = 0.6  # share of the nearest pictures that must say what kind of thing it is
CERTAIN = 0.9  # chance above which the first hit is called the thing itself
CLOSE = 0.75  # of the clearest box: others that stand out as much may be what is meant
DAYS = 30  # a photo is kept, where the shop's privacy policy says nothing else


@dataclass(frozen=True)
class Thing:
    """One of several things in a photo, of a kind that is sold."""

    view: View
    sight: Sight
    family: str
    objectness: float


class SendPhoto(Skill):
    """A photo, with words or without: goods like the thing it shows."""

    called = "action_send_photo"

    async def answer(self, turn: Turn) -> None:
        """Ask which thing is meant where several may be; else show what is most like it."""
        view = sent(turn)
        if view is None or not len(turn.services.sights):
            await self.services.skills[PhotoSearch.called].answer(turn)
            return
        async with turn.reading() as (session, _):
            photo = await likeness.seen(turn, session, view)
        if photo.trouble and not turn.given("nearest"):
            _refuse(turn, view, f"utter_photo_{photo.trouble}")
            return
        seen = photo.sight
        said = said_in(turn)
        things = [] if view.box or said.category else await _things(turn, view, seen)
        equals = [t for t in things if t.objectness >= CLOSE * things[0].objectness]
        if len(equals) > 1:
            turn.put(wanted=replace(_bare(said), photo=str(view)).write())
            turn.say("utter_photo_which")
            turn.show({"quick_replies": [_crop(turn, thing) for thing in equals]})
            return
        found = await likeness.search(turn, seen, 1)
        if not (found.is_sold or turn.given("nearest")):
            _refuse(turn, view, "utter_photo_none")
            return
        await _show(turn, view, seen, found, said, things[1:])


class PhotoSearch(Skill):
    """How to send a photo, and what becomes of it."""

    called = "action_photo_search"

    async def answer(self, turn: Turn) -> None:
        """Say how; where the goods have no pictures, ask for words instead."""
        async with turn.reading() as (session, _):
            days = (await policies.facts(session, "privacy")).get("photo_days", DAYS)
        pictured = bool(len(turn.services.sights))
        turn.say("utter_photo_how" if pictured else "utter_no_pictures", days=days)


def sent(turn: Turn) -> View | None:
    """The photo that came with a message or that a button names, and the part that is meant."""
    photo_id, box = turn.given("photo_id"), turn.given("photo_box")
    if not photo_id:
        return None
    return View.read(f"{photo_id}@{box}" if box else photo_id)


async def _things(turn: Turn, view: View, seen: Sight) -> list[Thing]:
    """The different kinds of things that are sold among what stands out, the clearest first."""
    things: dict[str, Thing] = {}
    for place, proposal in enumerate(seen.proposals):
        alone = seen.only(place)
        found = await likeness.search(turn, alone, 1)
        if found.is_sold and found.family not in things:
            part = view.part(proposal.box)
            things[found.family] = Thing(part, alone, found.family, proposal.objectness)
    return list(things.values())


async def _show(
    turn: Turn, view: View, seen: Sight, found: Found, said: Wanted, others: list[Thing]
) -> None:
    """The goods most like it that meet what was said, and the other things to choose instead."""
    wanted = replace(_bare(said), photo=str(view))
    wanted = replace(wanted, category=wanted.category or _kind(found))
    async with turn.reading() as (session, _):
        results = await goods_for(turn, session, wanted, MOST_CARDS)
    await noted(turn, turn.text or turn.word("photo"))
    ids = [product.id for product, _, _ in results.goods]
    turn.put(wanted=wanted.write(), seen=ids, asked=None)
    _introduce(turn, wanted, results, found, seen)
    crops = [_crop(turn, thing) for thing in others]
    turn.cards(results.goods, [*crops, *refinements(turn, len(results.goods))])


def _kind(found: Found) -> tuple[str, ...]:
    """The kind of goods that a photo shows: that of the product itself, or most of the nearest."""
    best = found.hits[0] if found.hits else None
    if best and best.sold >= CERTAIN:
        return (best.family,) if best.family else ()
    return (found.family,) if found.family and found.family_share >= AGREED else ()


def _introduce(turn: Turn, wanted: Wanted, results: Results, found: Found, seen: Sight) -> None:
    """Say what is seen, and whether this is it."""
    if results.given_up:
        lost = given_up(turn, wanted, results.given_up)
        turn.say("utter_nearest", what=describe(turn, wanted), given_up=lost)
        return
    hit = found.hits[0] if found.hits else None
    first = results.goods[0][0] if results.goods else None
    if hit and first and first.id == hit.product_id and hit.sold >= CERTAIN:
        turn.say("utter_photo_found", title=catalogue.title(first, turn.language))
        return
    reader = turn.services.reader
    what = [reader.describe((name,), turn.language) for name in seen.colours]
    what.append(reader.describe(wanted.category, turn.language))
    told = " · ".join(part for part in what if part)
    turn.say("utter_photo_like" if found.is_sold else "utter_photo_nearest", what=told)


def _bare(said: Wanted) -> Wanted:
    """What is said beside a photo without names of goods: the picture says better what it is."""
    return replace(said, words="", said="", beyond="", feature="")


def _crop(turn: Turn, thing: Thing) -> JSON:
    """A quick reply that shows one thing of the photo."""
    photo_id, box = thing.view
    assert box is not None  # noqa: S101  a thing is a part of a photo
    title = turn.services.reader.describe((thing.family,), turn.language)
    crop: dict[str, Any] = {"photo_id": photo_id, "box": [round(side, 3) for side in box]}
    return {"title": title, "payload": _sending(thing.view), "crop": crop}


def _refuse(turn: Turn, view: View, response: str) -> None:
    """Say why a photo finds nothing, and offer the nearest all the same."""
    turn.put(wanted=None)
    turn.say(response)
    nearest = turn.reply("label_nearest", _sending(view, nearest="yes"))
    turn.show({"quick_replies": [nearest]})


def _sending(view: View, **more: str) -> str:
    """The payload that sends a photo, or a part of it, once more."""
    box = {} if view.box is None else {"photo_box": sides_of(view.box)}
    return "/send_photo" + json.dumps({"photo_id": view.photo_id, **box, **more})


SKILLS = (SendPhoto, PhotoSearch)
