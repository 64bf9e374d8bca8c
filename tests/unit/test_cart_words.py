"""What messages about a cart are about: what they name, take back, ask, or leave."""

from __future__ import annotations

from typing import Any

import pytest

from actions.cart.changes import SET, SWAP, Wish
from actions.cart.codes import TAKES_OFF
from actions.cart.counts import pieces
from actions.cart.lines import named
from actions.cart.past import undoes
from actions.cart.routes import LEAVES
from actions.cart.thresholds import asks_what_is_missing
from actions.cart.versions import anyhow
from actions.cart.wishes import wish_of
from tests.unit.cart_world import said

LAMP = {"excluded": {"category": ["table-lamp"]}}
LISTED = {"lines": 2, "view": "list", "products": ["mug", "kettle"]}
PAST = [{"pieces": {"mug-red": -1}}]


@pytest.mark.parametrize(
    ("text", "slots", "kinds"),
    [
        ("台灯不要了", LAMP, ("table-lamp",)),
        ("把台灯去掉吧", {"category": ["table-lamp"], "keywords": ["去掉"]}, ("table-lamp",)),
        ("I don't want the lamp anymore", LAMP | {"keywords": ["anymore"]}, ("table-lamp",)),
        ("remove it", {}, ()),
        ("42的那双不要了", {"excluded": {"feature": ["那双"]}}, ()),
    ],
)
def test_what_is_refused_is_named(text: str, slots: dict[str, Any], kinds: tuple[str, ...]) -> None:
    thing = named(said(text, **slots))
    assert thing.wanted.category == kinds
    assert thing.silent is not bool(kinds)


@pytest.mark.parametrize(
    ("text", "slots", "called"),
    [
        ("毛巾不要了", {"excluded": {"feature": ["毛巾"]}}, "毛巾"),
        ("i don't want the towel anymore", {"excluded": {"feature": ["towel"]}}, "towel"),
        ("remove the towel", {"keywords": ["remove", "towel"]}, "towel"),
        ("刚才删的加回来", {"kind": {"said": "加回来"}, "keywords": ["加回来"]}, ""),
        ("change it to 5", {"keywords": ["change"]}, ""),
        ("算了不要了", {"keywords": ["算了"]}, ""),
    ],
)
def test_goods_without_a_category_are_named_too(
    text: str, slots: dict[str, Any], called: str
) -> None:
    assert named(said(text, **slots)).called == called


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("第二个要三件", {"ordinal": 2, "quantity": 3}),
        ("the second one x3", {"ordinal": 2, "quantity": 3}),
    ],
)
def test_with_the_cart_in_view_a_place_and_a_number_set_it(
    text: str, slots: dict[str, Any]
) -> None:
    assert wish_of(said(text, in_cart=LISTED, **slots)) == Wish(SET, 3)
    assert wish_of(said(text, in_cart=LISTED | {"view": ""}, **slots)) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [("要两双", 2), ("还是一双吧", 1), ("two of them please", 2), ("再来两双", 0), ("two more", 0)],
)
def test_right_after_adding_a_number_is_of_that(text: str, count: int) -> None:
    added = LISTED | {"view": "line"}
    assert wish_of(said(text, in_cart=added)) == (Wish(SET, count) if count else None)
    assert wish_of(said(text)) is None


def test_right_after_adding_a_version_is_of_that() -> None:
    added = LISTED | {"view": "line"}
    assert wish_of(said("黑色吧", in_cart=added, colour=["black"])) == Wish(SWAP)
    assert wish_of(said("actually in orange", in_cart=added, colour=["orange"])) == Wish(SWAP)
    assert wish_of(said("black mugs", in_cart=added, colour=["black"])) is None
    assert wish_of(said("再来一件黑色吧", in_cart=added, colour=["black"])) is None


@pytest.mark.parametrize(
    ("text", "slots", "swaps"),
    [
        ("change it to black", {"colour": ["black"]}, True),
        ("把它换成43码", {"size": ["43"]}, True),
        ("i'd rather have it in red", {"colour": ["red"]}, True),
        ("换个蓝色的", {"colour": ["blue"]}, True),
        ("get rid of the red one", {"colour": ["red"]}, False),
        ("do you have it in red instead?", {"colour": ["red"]}, False),
        ("有没有红色的可以换？", {"colour": ["red"]}, False),
    ],
)
def test_another_version_of_what_is_in_the_cart(
    text: str, slots: dict[str, Any], swaps: bool
) -> None:
    wish = wish_of(said(text, in_cart=LISTED, **slots))
    assert (wish is not None and wish.way == SWAP) is swaps


@pytest.mark.parametrize(
    "text",
    ["undo that", "撤销", "put the mugs back", "刚才删的加回来", "恢復", "还原一下",
     "add it back please", "i want the mug back after all", "撤銷剛才的操作"],
)  # fmt: skip
def test_a_change_is_taken_back(text: str) -> None:
    assert undoes(said(text, cart_past=PAST))


def test_back_is_of_the_cart_only_where_it_was_changed() -> None:
    assert not undoes(said("put the mugs back"))
    assert undoes(said("undo that"))  # there is nothing to take back, which is said
    assert not undoes(said("undo that", order="SK1234567"))


@pytest.mark.parametrize(
    "text",
    ["i want my money back", "撤销订单", "can i send it back", "back to the assistant", "取消订单"],
)
def test_no_change_of_the_cart_is_taken_back(text: str) -> None:
    assert not undoes(said(text, cart_past=PAST))


@pytest.mark.parametrize(
    "text",
    ["what would I need to add to get it", "how much more for free shipping?", "还差多少包邮",
     "那我还要买点啥才能包邮", "再買多少可以免運費", "凑单买什么好",
     "what else should i buy to get free delivery", "how far am i from free shipping",
     "满减还差多少", "what else do i need for free delivery", "how much more til free shipping"],
)  # fmt: skip
def test_what_is_missing_is_asked(text: str) -> None:
    assert asks_what_is_missing(said(text))


@pytest.mark.parametrize(
    "text",
    ["add it", "what should i buy for my mum", "这两个差多少", "how much more is the second one",
     "how much is shipping", "is shipping free", "加一个包"],
)  # fmt: skip
def test_what_asks_for_no_missing_sum(text: str) -> None:
    assert not asks_what_is_missing(said(text))


@pytest.mark.parametrize(
    ("text", "any_will_do"),
    [
        ("随便", True),
        ("any colour", True),
        ("whichever", True),
        ("都行", True),
        ("you choose", True),
        ("隨便啦", True),
        ("你帮我选吧", True),
        ("doesn't matter", True),
        ("随便看看", False),
        ("any other colours?", False),
        ("any colour in 43?", False),
        ("black", False),
    ],
)
def test_any_version_will_do(text: str, any_will_do: bool) -> None:
    assert anyhow(said(text)) is any_will_do


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("ok 那算了", True),
        ("算了不买了", True),
        ("never mind", True),
        ("hmm forget it", True),
        ("好吧 下次吧", True),
        ("no thanks, maybe later", True),
        ("never mind the price", False),
        ("算了 给我看看水壶", False),
    ],
)
def test_a_way_out_is_nothing_but_that(text: str, leaves: bool) -> None:
    assert bool(LEAVES.fullmatch(text)) is leaves


@pytest.mark.parametrize(
    ("text", "slots", "count"),
    [
        ("加购物车 两个", {"keywords": ["两个"]}, 2),
        ("add to cart x2", {"quantity": 2}, 2),
        ("add to cart 3x", {}, 3),
        ("第二个加购物车", {}, 0),
        ("那两个里便宜的加一下", {}, 0),
    ],
)
def test_how_many_are_to_be_added(text: str, slots: dict[str, Any], count: int) -> None:
    assert pieces(said(text, **slots), of_several=False) == count


@pytest.mark.parametrize(
    ("text", "count"), [("add both", 1), ("两个都加", 1), ("各两个", 2), ("two of each", 2)]
)
def test_how_many_of_each(text: str, count: int) -> None:
    assert pieces(said(text, quantity=2), of_several=True) == count


def test_a_coupon_is_taken_off() -> None:
    assert TAKES_OFF.search("take the coupon off")
    assert TAKES_OFF.search("券不用了")
    assert TAKES_OFF.search("coupon off please")
