"""The skill that takes back what was changed in the cart."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart.lines import described, named
from actions.cart.past import REMOVED, UNDO, pieces_of
from actions.cart.showing import after_cart, show, tell
from actions.skill import Skill
from actions.turn import JSON, Turn
from language.text import simplify
from shop import carts, effects


class UndoCart(Skill):
    """Makes the cart as it was before a change: the last one, or that of what is named."""

    called = UNDO

    async def answer(self, turn: Turn) -> None:
        """Take back once, whatever happens to the turn."""
        past: list[JSON] = list(turn.slot("cart_past") or ())
        async with turn.writing() as (session, visitor):
            at, pieces = await self._chosen(turn, session, past)
            if at is None:
                turn.say("utter_nothing_to_undo")
                return

            async def do() -> dict[str, Any]:
                now = pieces_of(await carts.content(session, visitor))
                wanted = {n: max(now.get(n, 0) - more, 0) for n, more in pieces.items()}
                if codes := past[at].get("coupon"):
                    await carts.use_coupon(session, visitor, codes[0])
                return {"whole": await carts.put(session, visitor, wanted)}

            done = await effects.once(session, f"{turn.turn_id}:undo", do)
            cart = await carts.content(session, visitor)
        rest = {n: more for n, more in past[at]["pieces"].items() if n not in pieces}
        kept = [past[at] | {"pieces": rest}] if rest else []
        turn.put(cart_past=[*past[:at], *kept, *past[at + 1 :]], adding=None, asked=None)
        turn.say("utter_undone" if done["whole"] else "utter_undone_partly")
        tell(turn, cart)
        if cart.lines:
            show(turn, cart, after_cart(turn))

    @staticmethod
    async def _chosen(
        turn: Turn, session: AsyncSession, past: list[JSON]
    ) -> tuple[int | None, dict[str, int]]:
        """Which change is meant, and what of it."""
        thing = named(turn)
        for at in reversed(range(len(past))):
            pieces: dict[str, int] = past[at]["pieces"]
            gone = {name: -more for name, more in pieces.items() if more < 0}
            if not thing.silent:
                for part in (gone, {name: more for name, more in pieces.items() if more > 0}):
                    lines = await carts.lines(session, part)
                    if found := await described(turn, session, lines, thing):
                        return at, {line.variant.id: pieces[line.variant.id] for line in found}
            elif gone or not REMOVED.search(simplify(turn.text)):
                return at, pieces
        return None, {}


SKILLS = (UndoCart,)
