"""Which of the goods shown is lightest, largest, cheapest, or the one to take; and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from actions.goods import measures
from actions.goods.ordering import esteem
from actions.goods.wanted import Wanted
from actions.turn import Turn
from shop import catalogue
from shop.catalogue import money
from shop.tables import Product, Variant

Compared = tuple[Product, Variant | None]
Stars = Mapping[str, tuple[float, int]]

PICK = re.compile(
    r"\b(which|what)( one)?('d| would| should| do| will)? (you|i) (take|choose|pick|get|"
    r"buy|go (for|with)|recommend|suggest|prefer|have)\b|"
    r"\bwhich (one )?(is|of \w+ is|would be|'s) (the )?(better|best)\b|\b(your|a) (pick|"
    r"choice|favou?rite)\b|"
    r"\b(pick|choose|decide) (one|for me)\b|\bwhat('s| is) your (advice|opinion)\b|"
    r"(你|您)?(会|来|觉得|建议|推荐)?(选|挑|买|拿|要)(哪|那)(个|一个|款|一款|双|件|台|把|盏)(好|呢)?|"
    r"(选|挑|买|推荐)哪(个|一个|款|双|件|台|把|盏)|哪(个|款|双|件|台|把|盏)(更|比较|最)?(好|值得|值)|帮我(选|挑|决定)",
    re.IGNORECASE,
)
WHICH = re.compile(r"\b(which|what one)\b|哪", re.IGNORECASE)


@dataclass(frozen=True)
class Side:
    """A property that goods are compared by: facts of these names, more (1) or less (-1) wins."""

    name: str
    facts: tuple[str, ...]
    way: int
    words: re.Pattern[str]


def _side(name: str, facts: str, way: int, words: str) -> Side:
    return Side(name, tuple(facts.split()), way, re.compile(words, re.IGNORECASE))


SIDES = (
    _side("price", "", -1, r"\b(cheap(er|est)|less expensive|least expensive)\b|(更|最|"
        r"比较)(便宜|划算|实惠)"),
    _side("price", "", 1, r"\b(more|most) expensive\b|\bdear(er|est)\b|(更|最|比较)贵"),
    _side("stars", "", 1, r"\b(best|better|higher|highest)[- ](rated|reviewed|reviews|"
        r"ratings?)\b|(评分|评价|口碑)(更|最)(高|好)"),
    _side("weight", "weight", -1, r"\b(lighter|lightest|less heavy|more portable)\b|(更|最|"
        r"比较)(轻|轻便)"),
    _side("weight", "weight", 1, r"\b(heavier|heaviest)\b|(更|最|比较)(重|沉)"),
    _side("battery", "battery_life", 1, r"\blongest battery\b|\b(battery|lasts?) .*(longer|"
        r"longest|better|best)\b|\b(longer|better|best) battery\b|(续航|电池)"
        r".*(更|最|比较)|(更|最|比较)耐用"),
    _side("capacity", "capacity volume max_load", 1, r"\b(holds?|fits?|carr(y|"
        r"ies)) (the )?(more|most)\b|\b(roomi|spacious)\w*|\bmore (room|space|capacity)\b|(更|最|"
        r"比较)能装|(容量|空间)(更|最|比较)?大|装得(更|最)?多"),
    _side("size", " ".join(measures.FACTS), 1, r"\b(bigger|biggest|larger|largest|taller|"
        r"tallest|longer|longest|wider|widest)\b|(更|最|比较)[大高长宽]"),
    _side("size", " ".join(measures.FACTS), -1, r"\b(smaller|smallest|shorter|shortest|"
        r"more compact)\b|(更|最|比较)[小矮短窄]"),
    _side("power", "power lumen output", 1, r"\b(brighter|brightest|more powerful|"
        r"most powerful|stronger|strongest|louder|loudest)\b|(更|最|比较)亮|功率(更|最)?大|"
        r"(更|最)响"),
    _side("thickness", "thickness", 1, r"\b(thicker|thickest)\b|(更|最|比较)厚"),
    _side("thickness", "thickness", -1, r"\b(thinner|thinnest|slimmer|slimmest)\b|(更|最|比较)薄"),
    _side("boil_time", "boil_time", -1, r"\b(boils? )?(faster|fastest|quicker|quickest)\b|"
        r"(更|最|比较)快"),
)  # fmt: skip


def asked(text: str) -> Side | None:
    """The property by which a message asks which of several goods wins."""
    if not WHICH.search(text) or re.search(r"\b(any|show|something|have)\b|有没有|有.*吗", text):
        return None
    return next((side for side in SIDES if side.words.search(text)), None)


def by_side(turn: Turn, side: Side, goods: Sequence[Compared], rated: Stars) -> list[Compared]:
    """Say which of the goods wins, with everybody's figure; the ranked goods, empty for silence."""
    ranked = rank(turn, side, goods, rated)
    if not ranked:
        turn.say("utter_side_unknown", side=turn.word(f"side_{side.name}"))
        return []
    silent = [_title(turn, pair[0]) for pair in goods if pair not in ranked]
    name, rows = _title(turn, ranked[0][0]), _rows(turn, side, ranked, rated)
    way = "most" if side.way > 0 else "least"
    turn.say(f"utter_side_{way}", side=turn.word(f"side_{side.name}"), title=name, rows=rows)
    if silent:
        turn.say("utter_side_silent", titles=("、" if turn.zh else ", ").join(silent))
    return ranked


def rank(turn: Turn, side: Side, goods: Sequence[Compared], rated: Stars) -> list[Compared]:
    """Those of the goods that state something on a side, the winner first."""
    value, _ = _values(turn, side, goods, rated)
    known = [pair for pair in goods if value(pair) is not None]
    return sorted(known, key=lambda pair: -side.way * (value(pair) or 0.0))


def tell_place(
    turn: Turn, side: Side, ranked: Sequence[Compared], rated: Stars, stands: tuple[str, int, int]
) -> None:
    """Say at which place of how many a title stands on a side, and who is before it."""
    title, place, count = stands
    rows, about = _rows(turn, side, ranked, rated), turn.word(f"side_{side.name}")
    name = "utter_side_first" if place == 1 else "utter_side_place"
    turn.say(name, title=title, side=about, place=place, count=count, rows=rows)


def _rows(turn: Turn, side: Side, ranked: Sequence[Compared], rated: Stars) -> str:
    _, told = _values(turn, side, ranked, rated)
    return "\n".join(
        f"{place}. {_title(turn, pair[0])}: {told(pair)}" for place, pair in enumerate(ranked, 1)
    )


def pick(turn: Turn, goods: Sequence[Compared], rated: Stars, wanted: Wanted) -> Compared:
    """Say which one to take and why: what buyers think, what was asked for, the price."""
    finder = turn.services.search
    ids = {product.id for product, _ in goods}
    wish = wanted.feature or wanted.beyond or (wanted.words if wanted.category else "")
    telling = finder.mentioning(wish, ids) if wish else set()
    prices = {p.id: v.price for p, v in goods if v}
    top = max(prices.values(), default=1)

    def worth(pair: Compared) -> float:
        name = pair[0].id
        stocked = 0.0 if pair[1] and pair[1].stock > 0 else -2.0
        return (
            esteem(*rated.get(name, (0.0, 0)))
            + (name in telling)
            + stocked
            - (0.3 * prices.get(name, top) / top)
        )

    best = max(goods, key=worth)
    reasons = _reasons(turn, best, rated, prices, wish if best[0].id in telling else "")
    turn.say("utter_pick", title=_title(turn, best[0]), reasons=reasons)
    cheapest = min(goods, key=lambda pair: prices.get(pair[0].id, top))
    if cheapest[0].id != best[0].id and cheapest[1]:
        price = money(cheapest[1].price, cheapest[0].currency)
        turn.say("utter_pick_else", title=_title(turn, cheapest[0]), price=price)
    return best


def _reasons(turn: Turn, best: Compared, rated: Stars, prices: Mapping[str, int], wish: str) -> str:
    product, variant = best
    mean, count = rated.get(product.id, (0.0, 0))
    highest = all(mean >= rated.get(other, (0.0, 0))[0] for other in prices)
    found = [turn.word("pick_asked", words=wish)] if wish else []
    if count:
        name = "pick_rated_best" if highest else "pick_rated"
        found.append(turn.word(name, stars=f"{mean:.1f}", count=count))
    if variant:
        lowest = variant.price == min(prices.values())
        name = "pick_cheapest" if lowest else "pick_price"
        found.append(turn.word(name, price=money(variant.price, product.currency)))
    return ("，" if turn.zh else ", ").join(found)


def _values(
    turn: Turn, side: Side, goods: Sequence[Compared], rated: Stars
) -> tuple[Callable[[Compared], float | None], Callable[[Compared], str]]:
    """How to measure one of the goods on a side, and how to tell the figure."""
    if side.name == "price":
        return (
            lambda pair: float(pair[1].price) if pair[1] else None,
            lambda pair: money(pair[1].price, pair[0].currency) if pair[1] else "",
        )
    if side.name == "stars":
        return (
            lambda pair: rated[pair[0].id][0] if pair[0].id in rated else None,
            lambda pair: turn.word("stars", stars=f"{rated[pair[0].id][0]:.1f}",
                                   count=rated[pair[0].id][1]),
        )  # fmt: skip
    fact = next(
        (f for f in side.facts if any(measures.measure(p, f) is not None for p, _ in goods)), ""
    )
    key = "facts_zh" if turn.zh else "facts"

    def told(pair: Compared) -> str:
        attributes = pair[0].attributes
        stated = (attributes.get(key) or {}).get(fact) or (attributes.get("facts") or {}).get(fact)
        return str(stated)

    return lambda pair: measures.measure(pair[0], fact), told


def _title(turn: Turn, product: Product) -> str:
    return catalogue.title(product, turn.language)
