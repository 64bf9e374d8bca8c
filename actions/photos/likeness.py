"""Goods that look like what a photo shows, among those that meet a search's conditions."""

from __future__ import annotations

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.wanted import Wanted
from actions.photos.sights import Seen
from actions.photos.view import View
from actions.turn import Turn
from shop.errors import NotFound
from shop.tables import Photo
from vision.look import Sight
from vision.search import Found, Hit

ANY = ""  # the colour of a picture that shows goods of several colours


async def seen(turn: Turn, session: AsyncSession, view: View) -> Seen:
    """What a view of a photo shows; raises `NotFound` for a photo that is gone or another's."""
    photo = await session.get(Photo, view.photo_id)
    if photo is None or photo.conversation_id != turn.conversation_id:
        raise NotFound("no such photo")
    return await turn.services.sights.of(turn.services.settings.photos / photo.file, view)


async def search(
    turn: Turn,
    sight: Sight,
    k: int,
    allowed: set[str] | None = None,
    colours: frozenset[str] = frozenset(),
) -> Found:
    """The k goods most like it, off the event loop."""
    shades = {*colours, ANY} if colours else None
    return await asyncio.to_thread(turn.services.sights.search, sight, k, allowed, shades)


async def ranked(
    turn: Turn, session: AsyncSession, wanted: Wanted, allowed: set[str], k: int
) -> tuple[Hit, ...]:
    """At most k of the allowed goods that look most like the photo of a search, best first."""
    photo = await seen(turn, session, View.read(wanted.photo))
    found = await search(turn, photo.sight, k, allowed, turn.filters(wanted).colours)
    return found.hits


def why(turn: Turn, hit: Hit) -> str:
    """Why a product is shown for a photo: "same kind, same colour, 83% alike"."""
    told = [turn.word(f"why_same_{kind}") for kind, _ in hit.why if kind in ("family", "colour")]
    told.append(turn.word("why_alike", share=round(100 * max(hit.similarity, 0.0))))
    return ("，" if turn.zh else ", ").join(told)
