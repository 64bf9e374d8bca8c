"""Which lines of a cart a message means: by place, by name, or "it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.wanted import Wanted, from_slots
from actions.turn import Turn
from language.patterns import ordinals
from language.text import simplify, stem
from shop import selection
from shop.carts import Line
from shop.tables import Product

DESCRIBES = ("category", "brand", "colour", "size", "material", "keywords")
# Words of a wish that name no goods, though the reader knows nothing else of them.
TALK = frozenset(
    "add added adding after again all also amount anymore any back basket best both bring buy came "
    "can cancel cart change changed check clear could count delete discard ditch don drop each "
    "empty everything forget get getting go great had instead item items keep kick leave let lose "
    "lot make many maybe mind more move need only other others out piece pieces please put "
    "quantity really remove removed rest restore rid same scrap set stuff take taken thanks "
    "thing things think thought throw toss total trash undo unit units update want wanted what "
    "whole wish".split()
)
TALK_ZH = re.compile(
    r"加回来?|放回来?|拿回来?|去掉|拿掉|删除?掉?|移除|移出|取消|撤销|撤回|恢复|还原|清空|数量|算了|"
    r"还是|还要|换成?|改成?|变成?|调成?|不要|不用|不想|刚才|刚刚|刚加|刚删|购?物?车里?的?|两个|"
    r"几个|购物车|东西|"
    r"商品|全部|"
    r"别的|其他|其它|其余|只留|留下|保留|帮我|我们?|[它他她这那]们|[这那]些|"
    r"[这那][个双件条把张台盏款只样种本套份瓶对支顶]|一下|再来|"
    r"再加|一个|都|了|吧|把|的"
)
# What a wish is about, where it says so: "remove the towel", 把毛巾删了.
THING = re.compile(
    r"\b(?:the|my|that|those|these|this)\s+(?!(?:one|ones|rest|whole|cart|basket|bag|quantity|"
    r"number|amount|last)\b)(?P<en>[a-z-]+(?: [a-z-]+)?)|"
    r"把(?P<before>.+?)(?:删|去掉|拿|移|改|换|减)|(?:删掉?|删除|去掉|拿掉|"
    r"移除)(?P<after>[^了吧掉]+)",
    re.IGNORECASE,
)
EVERY = re.compile(
    r"\b(both|all|every|them|and)\b|都|全|俩|[它这那]们|[这那]些|和|跟|以及|还有|、", re.IGNORECASE
)
BOTH = re.compile(
    r"\bboth\b|\b(them|these|those) all\b|\ball of (them|these)\b|俩|两[个件样]|[们些]都",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(both|them|those|these)\b|俩|两[个件样]|[它这那]们|[这那]些", re.IGNORECASE
)


@dataclass(frozen=True)
class Named:
    """What a message says of a thing, what it refuses included: 台灯不要了 names the lamp."""

    wanted: Wanted
    beyond: str = ""
    """Words that belong to the name and to no category's: "gooseneck" of a kettle."""
    called: str = ""
    """What the goods are called, where no category knows them."""

    @property
    def silent(self) -> bool:
        """Whether it names nothing."""
        return replace(self.wanted, words="").silent and not self.beyond and not self.called


def named(turn: Turn) -> Named:
    """The thing that a message names, for good or ill."""
    slots = {name: list(turn.slot(name) or ()) for name in DESCRIBES}
    refused = []
    if (turn.slot("excluded") or {}).get("category"):
        slots["category"] = []  # "no lamp, the notebook stays" is about the lamp
    for name, values in (turn.slot("excluded") or {}).items():
        if name in DESCRIBES:
            slots[name] += values
        elif name == "feature":
            refused += values
    kind = turn.slot("kind") or {}
    words = _told([*slots.pop("keywords"), *refused])
    called = _told([kind.get("said") or "", *refused])
    thing = THING.search(simplify(turn.text))
    thing_said = (next(filter(None, thing.groups()), "") if thing else "").casefold()
    if not called and words and any(word in thing_said for word in words.split()):
        called = words
    wanted = replace(from_slots(slots), words=words)
    beyond = _told([kind.get("beyond") or ""])
    return Named(wanted, beyond, "" if wanted.category else called)


def _told(phrases: Sequence[str]) -> str:
    """Phrases without the words that only say what is to be done."""
    kept = []
    for phrase in phrases:
        latin = [w for w in phrase.split() if w.isascii() and stem(w.lower()) not in _TALK_STEMS]
        han = [TALK_ZH.sub("", w) for w in phrase.split() if not w.isascii()]
        kept += [word for word in (*latin, *han) if len(word) > 1]
    return " ".join(dict.fromkeys(kept))


_TALK_STEMS = frozenset(stem(word) for word in TALK) | TALK


async def lines_meant(turn: Turn, session: AsyncSession, lines: Sequence[Line]) -> list[Line]:
    """The lines that a message points at: one where it can be told, several that fit, or none."""
    if at := places(turn):
        if found := [lines[each] for each in within(at, len(lines))]:
            return found
        shown = [entry["product_id"] for entry in turn.shown]
        there = [shown[each] for each in within(at, len(shown))]
        return [line for line in lines if line.product.id in there]
    thing = named(turn)
    if not thing.silent:
        return await described(turn, session, lines, thing)
    if TOGETHER.search(simplify(turn.text)) and (found := _together(turn, lines)):
        return found
    if thing.wanted.words:  # no more than a hint: "the wobbly one"
        hinted = turn.services.search.mentioning(
            thing.wanted.words, {line.product.id for line in lines}
        )
        if found := [line for line in lines if line.product.id in hinted]:
            return found
    focused = [line for line in lines if line.product.id == turn.slot("focus")]
    return focused[-1:] or list(lines[-1:])  # "it" is what was put in last


def _together(turn: Turn, lines: Sequence[Line]) -> list[Line]:
    """The lines that came with the last change, or the two that there are; none for just one."""
    last = (turn.slot("cart_past") or [{}])[-1].get("pieces", {})
    found = [line for line in lines if last.get(line.variant.id, 0) > 0]
    both = list(lines) if len(lines) == 2 and BOTH.search(simplify(turn.text)) else []
    return found if len(found) > 1 else both


def all_meant(turn: Turn, lines: Sequence[Line]) -> bool:
    """Whether a message means each of several lines, rather than one that is still to be told."""
    if len(places(turn)) > 1:
        return True
    kinds = [line.product.category_id for line in lines]
    apart = len(set(kinds)) == len(kinds) and len(named(turn).wanted.category) > 1
    return (
        len(lines) > 1
        and bool(EVERY.search(simplify(turn.text)))
        and (apart or not re.search(r"\band\b|[和跟、]", turn.text))
    )


async def described(
    turn: Turn, session: AsyncSession, lines: Sequence[Line], thing: Named
) -> list[Line]:
    """The lines that kind, brand, colour, size and name of a thing fit."""
    own = {line.variant.size.casefold() for line in lines}
    sizes = tuple(s for s in thing.wanted.size if s.casefold() in own)  # 90 may be a number
    if not sizes and not replace(thing, wanted=replace(thing.wanted, size=())).silent:
        thing = replace(thing, wanted=replace(thing.wanted, size=()))
    wanted = replace(thing.wanted, size=sizes, words="")
    ids = {line.product.id for line in lines}
    search = turn.services.search
    fitting = ids & await selection.matching(session, turn.filters(wanted, in_stock=False))
    if thing.called:
        titled = {line.product.id for line in lines if _in_title(thing.called, line.product)}
        fitting &= titled or search.mentioning(thing.called, ids)
    if thing.beyond and wanted.category:
        fitting = {
            line.product.id
            for line in lines
            if line.product.id in fitting
            and (
                _in_title(thing.beyond, line.product)
                or search.mentioning(thing.beyond, {line.product.id})
            )
        }
    elif thing.wanted.words:
        fitting = search.mentioning(thing.wanted.words, fitting) or fitting
    filters = turn.filters(Wanted(colour=wanted.colour, size=sizes), in_stock=False)
    return [line for line in lines if line.product.id in fitting and filters.fits(line.variant)]


def _in_title(words: str, product: Product) -> bool:
    title = simplify(f"{product.title_en} {product.title_zh}").casefold()
    return all(stem(word.casefold()) in title for word in words.split())


def places(turn: Turn) -> list[int]:
    """Places in a list that a message names."""
    place = int(turn.slot("ordinal") or 0)
    several = ordinals(turn.text)
    return several if len(several) > 1 and place else [place] if place else []


def within(named_places: Sequence[int], count: int) -> list[int]:
    """Places as indices of a list of so many, without those beyond it."""
    found = (place - 1 if place > 0 else count + place for place in named_places)
    return [at for at in found if 0 <= at < count]
