"""Which version of a product goes into the cart: by button, words or search, else by a question.

A question stays open in the slot `adding`: `{product_id, quantity, colour, size, sizes, offered,
about}`. So "two of the first", "purple", "38" put two purple ones in 38 into the cart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.goods.version_names import colour_name, size_name, variant_name
from actions.goods.wanted import Wanted
from actions.turn import JSON, Turn
from language.patterns import ordinals
from language.text import simplify
from shop import catalogue
from shop.tables import Product, Variant

CHOSEN, COLOUR, OTHERS = "yes", "colour", "others"  # what a button of a question has settled
FEW = 6  # versions that are read at one glance; of more the colour is asked first
MOST = 30  # buttons; what is beyond can be typed
NOT_AN_ANSWER = re.compile(
    r"[?？吗嘛呢]\s*$|\b(show|find|any|others?|cheaper|do you|have you|is there|are there|what|how|"
    r"why|compare|instead of|similar)\b|有没有|看看|还有|别的|便宜|多少|怎么|什么|对比|类似",
    re.IGNORECASE,
)
NO_ANSWERS = ("category", "brand", "price_min", "price_max", "order_number", "occasion")
OF_PEOPLE = ("human_agent", "sentiment_complaint", "privacy_erase", "privacy_export", "deny")


@dataclass(frozen=True)
class Choice:
    """The version meant, or what is left to choose from."""

    one: Variant | None = None
    left: tuple[Variant, ...] = ()  # in stock; empty for a product that is sold out
    about: str = ""  # what to ask: `colour`, `size` or `variant` for both at once
    lacking: tuple[Variant, ...] | None = None
    """The versions that were asked for and have no stock; empty where no such version exists."""


def answers_version(turn: Turn) -> bool:
    """Whether a message answers the open question, whatever its intent."""
    adding = turn.slot("adding")
    if not adding or not turn.text or turn.intent in OF_PEOPLE:
        return False
    if turn.slot("task") or turn.slot("asked"):  # another question was asked later
        return False
    if NOT_AN_ANSWER.search(simplify(turn.text)) or any(turn.slot(name) for name in NO_ANSWERS):
        return False
    named = turn.slot("size") or turn.slot("colour") or _sizes_in(turn.text, adding["sizes"])
    return bool(named or turn.slot("quantity") or _placed(turn, adding))


def chosen(turn: Turn, product: Product) -> Choice:
    """What button, words, open question, search and card say of colour and size, in this order."""
    given, settles = _given(turn, product)
    if given and settles == CHOSEN:
        return _checked(given, product)
    adding = of_this(turn, product) if settles != OTHERS else None
    colours, sizes = _said(turn, product, adding)
    if given and settles == COLOUR:
        colours = {given.colour}
    if colours or sizes:
        fitting = [v for v in product.variants if _fits(v, colours, sizes)]
        there = [v for v in fitting if v.stock > 0]
        if not there:
            rest = [v for v in product.variants if v.stock > 0]
            near = [v for v in rest if _fits(v, colours, set())]
            rest = near or [v for v in rest if _fits(v, set(), sizes)] or rest
            return Choice(left=tuple(rest), about=_about(rest, product), lacking=tuple(fitting))
    else:
        there = _of_search(turn, product) if settles != OTHERS else []
        there = there or [v for v in product.variants if v.stock > 0]
        if given and settles != OTHERS:  # a card stands for its colour
            there = [v for v in there if v.colour == given.colour] or there
    return _settled(turn, product, there, asked=bool(adding) or settles == OTHERS, sized=sizes)


def variants_meant(turn: Turn, product: Product) -> list[Variant]:
    """The variants of the colour and size that the message names; empty when it names none."""
    colours, sizes = _said(turn, product, None)
    if not colours and not sizes:
        return []
    return [v for v in product.variants if _fits(v, colours, sizes)]


def of_this(turn: Turn, product: Product) -> JSON | None:
    """The open question, where it is about this product."""
    adding: JSON = turn.slot("adding") or {}
    return adding if adding.get("product_id") == product.id else None


def ask(turn: Turn, product: Product, choice: Choice, quantity: int) -> None:
    """Ask for what is not settled, and remember what is."""
    title = catalogue.title(product, turn.language)
    offered = _offers(choice)
    colours = {v.colour for v in choice.left}
    name = {"colour": "utter_which_colour", "size": "utter_which_size"}.get(choice.about)
    turn.say(name or "utter_which_variant", title=title)
    settled = {
        "colour": next(iter(colours)) if len(colours) == 1 else None,
        "size": offered[0].size if len({v.size for v in choice.left}) == 1 else None,
    }
    replies = [_button(turn, product, v, choice) for v in offered[:MOST]]
    others = {v.colour for v in product.variants if v.stock > 0} - colours
    if others and choice.about == "size":
        payload = {"product_id": product.id, "chosen": OTHERS}
        replies.append(turn.reply("label_other_colours", "/card_add" + json.dumps(payload)))
    turn.show({"quick_replies": replies, "expects": "variant"})
    turn.put(
        focus=product.id,
        asked=None,
        adding={
            "product_id": product.id,
            "quantity": quantity,
            "sizes": sorted({v.size for v in product.variants if v.size}),
            "offered": [v.id for v in offered],
            "about": choice.about,
            **settled,
        },
    )


def _given(turn: Turn, product: Product) -> tuple[Variant | None, str]:
    """The variant of a button, or of a place in what the open question offers."""
    variant_id, settles = turn.given("variant_id"), turn.given("chosen") or ""
    adding = of_this(turn, product)
    if not variant_id and adding and (place := _placed(turn, adding)):
        variant_id = adding["offered"][place - 1]
        settles = COLOUR if adding["about"] == "colour" else CHOSEN
    return next((v for v in product.variants if v.id == variant_id), None), settles


def _placed(turn: Turn, adding: JSON) -> int:
    """The place in what was offered that a message names and nothing else; 0 for none."""
    places = ordinals(turn.text)
    if len(places) != 1 or turn.intent == "add_to_cart" or turn.slot("keywords"):
        return 0
    count = len(adding["offered"])
    place = places[0] if places[0] > 0 else count + 1 + places[0]
    return place if 0 < place <= count else 0


def _said(turn: Turn, product: Product, adding: JSON | None) -> tuple[set[str], set[str]]:
    """Colours in the catalogue's words, and sizes; what is settled counts where none is said."""
    own = sorted({v.size for v in product.variants if v.size})
    said = [str(size) for size in turn.slot("size") or ()]
    if adding:
        said += [size for size in _sizes_in(turn.text, own) if size not in said]
    sizes = {size for name in said for size in own if _same_size(size, name)} or set(said)
    colours = set(turn.filters(Wanted(colour=tuple(turn.slot("colour") or ()))).colours)
    if adding:
        colours = colours or {adding["colour"]} - {None}
        sizes = sizes or {adding["size"]} - {None, ""}
    return colours, sizes


def _sizes_in(text: str, sizes: Sequence[str]) -> list[str]:
    """The sizes whose whole name stands in a text: "passport", "A5"."""
    low = text.casefold()
    return [
        size for size in sizes
        if re.search(rf"(?<![a-z0-9]){re.escape(size.casefold())}(?![a-z0-9])", low)
    ]  # fmt: skip


def _same_size(own: str, said: str) -> bool:
    """ "24" means "24 inch" where goods come so."""
    low, word = own.casefold(), said.casefold()
    return low == word or low.startswith(f"{word} ")


def _fits(variant: Variant, colours: set[str], sizes: set[str]) -> bool:
    return (not colours or variant.colour in colours) and (not sizes or variant.size in sizes)


def _of_search(turn: Turn, product: Product) -> list[Variant]:
    """Those in stock of the colour and size that the running search asks for."""
    wanted = Wanted.read(turn.slot("wanted"))
    if not wanted.colour and not wanted.size:
        return []
    filters = turn.filters(Wanted(colour=wanted.colour, size=wanted.size))
    return [variant for variant in product.variants if filters.fits(variant)]


def _settled(
    turn: Turn, product: Product, there: Sequence[Variant], *, asked: bool, sized: set[str]
) -> Choice:
    """One version where nothing is left to choose; "as seen" decides on a colour nobody named."""
    if not there:
        return Choice(lacking=())
    sizes = {v.size for v in product.variants}
    searched = set(Wanted.read(turn.slot("wanted")).size)
    size_known = len({v.size for v in there}) == 1 and bool(len(sizes) == 1 or sized or searched)
    if not size_known:
        return Choice(left=tuple(there), about=_about(there, product))
    seen = {e["variant_id"] for e in turn.shown if e["product_id"] == product.id}
    colours = {v.colour for v in product.variants if v.id in seen}
    as_seen = [] if asked else [v for v in there if v.colour in colours]
    if as_seen or len({v.colour for v in there}) == 1:
        return Choice(one=(as_seen or there)[0])
    return Choice(left=tuple(there), about="colour")


def _checked(variant: Variant, product: Product) -> Choice:
    if variant.stock > 0:
        return Choice(one=variant)
    rest = [v for v in product.variants if v.stock > 0]
    return Choice(left=tuple(rest), about=_about(rest, product), lacking=(variant,))


def _about(left: Sequence[Variant], product: Product) -> str:
    """What to ask next: of a few both at once, of many the colour first."""
    colours = {v.colour for v in left}
    if len(colours) == 1:
        return "size" if len({v.size for v in product.variants}) > 1 else "variant"
    if len({v.size for v in left}) == 1:
        return "colour"
    return "colour" if len(left) > FEW else "variant"


def _offers(choice: Choice) -> list[Variant]:
    """One variant for each button."""
    if choice.about != "colour":
        return list(choice.left)
    return list({v.colour: v for v in reversed(choice.left)}.values())[::-1]


def _button(turn: Turn, product: Product, variant: Variant, choice: Choice) -> JSON:
    of_colour = [v for v in choice.left if v.colour == variant.colour]
    settles = COLOUR if choice.about == "colour" and len(of_colour) > 1 else CHOSEN
    payload = {"product_id": product.id, "variant_id": variant.id, "chosen": settles}
    if choice.about == "size":
        title = size_name(turn, variant)
    elif choice.about == "colour":
        title = colour_name(turn, variant)
    else:
        title = variant_name(turn, variant)
    return {"title": title or variant.id, "payload": "/card_add" + json.dumps(payload)}
