"""Which of several orders, or lines of an order, a message means: by goods, place or state.

What was listed is kept with the task, so that the next message can be read without the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.orders.sums import by_sum
from actions.turn import JSON, Turn
from language.text import simplify, stem
from shop import catalogue, orders
from shop.tables import Order, OrderLine, Product

ALIKE, LONG = 0.84, 6  # how near, and how long, a misspelt word must be to be taken for a title's
STATES = {
    orders.PENDING: r"\b(un-?paid|not( yet)? paid|(haven'?t|have not|didn'?t) (yet )?paid?|"
    r"to be paid|"
    r"waiting for payment|pending)\b|(待|未|没有?)(付款|付钱|支付|给钱)",
    orders.PAID: r"(?<!not )(?<!yet )(?<!n't )(?<!be )(?<!un)\bpaid\b|"
    r"(?<!待)(?<!未)(?<!没)(?<!没有)付(了|过)?款(?!方式)",
    orders.PACKING: r"\b(packing|packed|being packed)\b|打包|备货",
    orders.SHIPPED: r"(?<!not )\b(shipped|on (its|the) way|in transit|in the (post|mail)|"
    r"dispatched)\b|运输|路上|在途|"
    r"已?经?发货了?的|发出",
    orders.DELIVERED: r"(?<!not )(?<!n't )(?<!never )(?<!yet )\b(delivered|arrived|received|came|"
    r"got)\b|"
    r"(?<!没)(?<!未)(?<!没有)(签收|收到|送到|到货|到了)",
    orders.CANCELLED: r"\bcancel+ed\b|取消(了|掉)?的|已取消",
}  # fmt: skip
PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in STATES.items()}
UNSENT = re.compile(
    r"(\bnot|n'?t|\bun)\s?-?(yet )?(been )?(shipped|sent|dispatched)\b|[没未](有)?发(货|出|走)",
    re.I,
)
UNDELIVERED = re.compile(
    r"(\bnot|\bnever|n'?t)( yet)?( been)? (arrived?|delivered|received?|come|got)\b|"
    r"[没未](有)?(收到|到|签收|送)",
    re.I,
)
NEWEST = re.compile(
    r"\b((latest|newest|recent) (order|one|purchase)|last (order|purchase))\b|"
    r"\blast thing i (bought|ordered)\b|"
    r"\bjust (placed|ordered|bought|made)\b|最近|最新|上一?(个|次|单|笔)|刚(才|刚)?(下|买|拍)",
    re.I,
)
PLACE = re.compile(
    r"\W*(?:no\.?|number|#)?\s*(\d|one|two|three|[一二三四五六七八九])\s*[号个]?\W*", re.I
)
PICKERS = ("order_number", "line")  # what a task asks with a list
PLACES = {"one": 1, "two": 2, "three": 3} | {c: n for n, c in enumerate("一二三四五六七八九", 1)}
# A message that asks for goods to buy answers no question about an order.
SEEKING = re.compile(
    r"\b(show|find|look(ing)? for|search|recommend|buy|do you (have|sell|stock)|any other|"
    r"similar)\b|"
    r"有没有|有卖|想买|要买|推荐|看看|找一?(个|款|件|条|双)|搜",
    re.I,
)
# Words of the wish, not of the goods.
COMMON = frozenset(
    "order cancel change address with return where what that this want please exchange refund "
    "have from size colour color money back package parcel delivery deliver arrive track number "
    "for the and one two three four five can get got has had was were will would not yet still "
    "new time day week item thing stuff product piece set send sent different bigger smaller "
    "large small medium larger work works home need like other wrong broken into instead "
    "something about your you are out put use all any ".split()
)
COMMON_ZH = frozenset(
    "一个 这个 那个 颜色 订单 退货 换货 可以 怎么 什么 一下 已经 "
    "收到 取消 商品 东西 那件 这件 大一 小一 一点 尺码 大号 小号".split()
)
TOGETHER = re.compile(
    r"\b(and|both|all|everything|as well as|too|also)\b|和|跟|还有|都|全|一起|两[个件样]", re.I
)
ALL_OF = re.compile(r"\b(both|all|everything)\b|都|全|两[个件样]", re.I)
Saying = Mapping[str, Any]


def saying(turn: Turn) -> JSON:
    """What a message says that may tell things apart, as plain data to keep with the task."""
    found: JSON = {"text": turn.text}
    for name in ("category", "colour", "ordinal"):
        if turn.slot(name):
            found[name] = turn.slot(name)
    return found


def of_order(order: Order, goods: Mapping[str, Product]) -> JSON:
    """An order as one of several to choose from."""
    lines = [of_line(line, goods) for line in order.lines]
    return {
        "id": order.number,
        "words": " ".join(line["words"] for line in lines),
        "kinds": sorted({kind for line in lines for kind in line["kinds"]}),
        "colours": sorted({c for line in lines for c in line["colours"]}),
        "sums": [order.total / catalogue.minor_units(order.currency)],
        "status": order.status,
        "placed": order.placed_at.isoformat(),
    }


def of_line(line: OrderLine, goods: Mapping[str, Product]) -> JSON:
    """A line of an order as one of several to choose from."""
    product = goods.get(line.product_id or "")
    category = product.category if product else None
    kinds = (category.id, category.parent_id) if category else ()
    return {
        "id": line.id,
        "words": f"{line.title_en} {line.title_zh}".casefold(),
        "kinds": [kind for kind in kinds if kind],
        "colours": [line.colour] if line.colour else [],
    }


async def goods_of(session: AsyncSession, found: Iterable[Order]) -> dict[str, Product]:
    """The products in these orders that the catalogue still has, by id."""
    ids = {line.product_id for order in found for line in order.lines if line.product_id}
    return {p.id: p for p in await catalogue.products(session, sorted(ids))}


def chosen(said: Saying, options: Sequence[JSON], *, listed: bool = True) -> list[str]:
    """The ids of the options that a message may mean, best told apart; empty for none.

    `listed`: whether the shopper sees them as a list, so that "the second one" has a meaning.
    """
    text = simplify(said["text"])
    if not text or not options:
        return []
    if NEWEST.search(text) and all("placed" in option for option in options):
        return [max(options, key=lambda option: str(option["placed"]))["id"]]
    if found := by_sum(text, options, superlatives=listed):
        return found
    if listed and (place := _place(said, text)):
        place = place if place > 0 else len(options) + place + 1
        return [options[place - 1]["id"]] if 0 < place <= len(options) else []
    named = by_goods(said, options)
    states = _in_state(text, named or options)
    if named:
        return [option["id"] for option in states or _coloured(said, named)]
    fitting = states or (_coloured(said, options) if listed else [])
    return [option["id"] for option in fitting] if len(fitting) < len(options) else []


def by_goods(said: Saying, options: Sequence[JSON]) -> list[JSON]:
    """The options whose goods the message names best; empty when it names none."""
    scores = [_score(said, option) for option in options]
    best = max(scores, default=0)
    return [o for o, score in zip(options, scores, strict=True) if best and score == best]


def several(said: Saying, options: Sequence[JSON]) -> list[str]:
    """The ids of several of the options that a message names together: 外套和裤子都要, "both"."""
    text = simplify(said["text"])
    if not TOGETHER.search(text):
        return []
    named = [option["id"] for option in options if _score(said, option)]
    if not named and ALL_OF.search(text):
        named = [option["id"] for option in options]
    return named if len(named) > 1 else []


def picks(turn: Turn, task: JSON) -> bool:
    """Whether a message chooses among what an open task has listed, or names other goods of theirs.

    Goods that were shown since are nearer than those of the orders.
    """
    if SEEKING.search(simplify(turn.text)) or not turn.text:
        return False
    if task.get("asked") not in PICKERS:
        return not task.get("behind") and bool(by_goods(saying(turn), task.get("theirs") or ()))
    listed = not task.get("behind")
    return bool(among(turn, task, listed=listed)) or (
        bool(by_goods(saying(turn), task.get("theirs") or ()))
    )


def among(turn: Turn, task: JSON, *, listed: bool) -> list[str]:
    """The ids of those listed by an open task that a message means."""
    return chosen(saying(turn), task.get("options") or (), listed=listed)


def _score(said: Saying, option: JSON) -> float:
    text = simplify(said["text"]).casefold()
    spoken = {stem(word) for word in re.findall(r"[a-z]{3,}", text)} - COMMON
    titled = {stem(word) for word in re.findall(r"[a-z]{3,}", option["words"])}
    score = float(len(spoken & titled))
    score += sum(_misspelt(word, titled) for word in spoken - titled)
    score += len((_pairs(text) & _pairs(option["words"])) - COMMON_ZH)
    return score + bool(set(said.get("category") or ()) & set(option["kinds"]))


def _misspelt(word: str, titled: set[str]) -> bool:
    near = (SequenceMatcher(None, word, other).ratio() for other in titled if len(other) >= LONG)
    return len(word) >= LONG and max(near, default=0.0) >= ALIKE


def _pairs(text: str) -> set[str]:
    """Neighbouring characters of Chinese: 台灯 of 蘑菇玻璃台灯."""
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", text)
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def _place(said: Saying, text: str) -> int:
    if said.get("ordinal"):
        return int(said["ordinal"])
    alone = PLACE.fullmatch(text)
    return (PLACES.get(alone[1].lower()) or int(alone[1])) if alone else 0


def _in_state(text: str, options: Sequence[JSON]) -> list[JSON]:
    wanted = states_in(text)
    if UNSENT.search(text):
        wanted = set(orders.NOT_SENT)
    elif UNDELIVERED.search(text):
        wanted = {*orders.NOT_SENT, orders.SHIPPED}
    elif wanted & {orders.PENDING, orders.PACKING, orders.SHIPPED}:
        wanted.discard(orders.DELIVERED)  # "the one being packed came broken"
    return [option for option in options if option.get("status") in wanted]


def states_in(text: str) -> set[str]:
    """The states of an order that a message names."""
    return {name for name, pattern in PATTERNS.items() if pattern.search(text)}


def _coloured(said: Saying, options: Sequence[JSON]) -> list[JSON]:
    colours = set(said.get("colour") or ())
    fitting = [option for option in options if colours & set(option["colours"])]
    return fitting or list(options)
