"""Which version of a product goes into the cart: by button, words or search, else by a question.

A question stays open in the slot `adding`: `{product_id, quantity, colour, size, sizes, offered,
about}`. So "two of the first", "purple", "38" put two purple ones in 38 into the cart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.goods.wanted import Wanted
from actions.turn import JSON, Turn
from language.patterns import ordinals
from language.text import simplify
from shop.tables import Product, Variant

CHOSEN, COLOUR, OTHERS = "yes", "colour", "others"  # what a button of a question has settled
FEW = 6  # versions that are read at one glance; of more the colour is asked first
NOT_AN_ANSWER = re.compile(
    r"[?？吗嘛呢]\s*$|不要了|不买了|删|去掉|拿掉|清空|购物车里|\b(clear|empty|view|show|in) (my|"
    r"the) (cart|basket|bag)\b|\b(remove|delete|take (it|that|them) out|show|"
    r"find|any|others?|cheaper|do you|have you|is there|are there|what|how|"
    r"why|compare|instead of|similar)\b|有没有|看看|还有|别的|便宜|多少|怎么|什么|对比|类似",
    re.IGNORECASE,
)
# Any will do: 随便, "whichever", "you choose".
ANY = re.compile(
    r"\b(which|what)ever\b|\bany (colou?r|size|version|kind|one|of (them|those|these))\b|"
    r"^\W*any\W*$|"
    r"\b(you|u) (choose|pick|decide)\b|\bpick (one|any)\b|\bsurprise me\b|\b(do|does)(n'?t|"
    r" not) (really )?"
    r"(matter|mind|care)\b|\bno (preference|matter)\b|\bi'?m easy\b|\b(either|anything) (is fine|"
    r"will do|works)\b|"
    r"随便(?!看|逛|问)|随意|都(行|可以|好|成)|无所谓|任意|任选|哪个都|什么(颜色|码|款)都|"
    r"[你您](来|帮我?|给我?|替我)?(选|定|挑|看着)|不挑",
    re.IGNORECASE,
)
ABOUT_COLOUR = re.compile(r"\bcolou?rs?\b|颜色|色", re.IGNORECASE)
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
    if not adding or not turn.text or turn.slot("task") or turn.slot("asked"):
        return False  # nothing is asked, or another question was asked later
    if anyhow(turn):
        return True
    if turn.intent in OF_PEOPLE:
        return False
    if NOT_AN_ANSWER.search(simplify(turn.text)) or any(turn.slot(name) for name in NO_ANSWERS):
        return False
    named = turn.slot("size") or turn.slot("colour") or _sizes_in(turn.text, adding["sizes"])
    return bool(named or turn.slot("quantity") or _placed(turn, adding))


def anyhow(turn: Turn) -> bool:
    """Whether a message leaves the choice to the shop."""
    text = simplify(turn.text)
    return bool(ANY.search(text)) and not re.search(r"[?？吗嘛]\s*$", text)


def chosen(turn: Turn, product: Product, *, said: bool = True) -> Choice:
    """What button, words, open question, search and card say of colour and size, in this order.

    `said` is False where the words of the message are about another product.
    """
    given, settles = _given(turn, product)
    if given and settles == CHOSEN:
        return _checked(given, product)
    adding = of_this(turn, product) if settles != OTHERS else None
    colours, sizes = _said(turn, product, adding) if said else (set(), set())
    if given and settles == COLOUR:
        colours = {given.colour}
    if said and anyhow(turn) and (found := _any(turn, product, adding, colours, sizes)):
        return found
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


def _any(
    turn: Turn, product: Product, adding: JSON | None, colours: set[str], sizes: set[str]
) -> Choice | None:
    """One of what fits, of which there is most; of a colour alone the size is still to be asked."""
    there = [v for v in product.variants if v.stock > 0 and _fits(v, colours, sizes)]
    if not there:
        return None
    of_colour = (adding or {}).get("about") == "colour" or (
        not adding and bool(ABOUT_COLOUR.search(simplify(turn.text)))
    )
    best = max(there, key=lambda v: (v.stock, v.id))
    left = [v for v in there if v.colour == best.colour]
    if of_colour and len({v.size for v in left}) > 1:
        return Choice(left=tuple(left), about="size")
    return Choice(one=best)


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
