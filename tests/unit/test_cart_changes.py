"""What a message changes in the cart, in both languages."""

from __future__ import annotations

import pytest

from actions.cart.changes import ALL, NONE, OTHERS, SET, Wish, wished


@pytest.mark.parametrize(
    ("text", "held", "pieces"),
    [
        ("change the first to 5", 2, 5),
        ("make it 3", 2, 3),
        ("make it two please", 1, 2),
        ("set the second one to 4 pieces", 1, 4),
        ("only 2 please", 5, 2),
        ("one less", 3, 2),
        ("two fewer", 3, 1),
        ("remove one", 1, 0),
        ("remove the second", 4, 0),
        ("take the lamp out", 4, 0),
        ("double it", 3, 6),
        ("triple that", 2, 6),
        ("halve it", 4, 2),
        ("make it 0", 3, 0),
        ("set it to zero", 3, 0),
        ("把第一个改成4个", 2, 4),
        ("改成两件", 1, 2),
        ("改為三件", 1, 3),
        ("换成十二个吧", 1, 12),
        ("只要一个就好", 3, 1),
        ("少一个", 3, 2),
        ("减两件", 3, 1),
        ("删掉两个", 3, 1),
        ("把第二个删了", 3, 0),
        ("把第二個刪了", 3, 0),
        ("第一个不要了", 3, 0),
        ("翻倍", 2, 4),
        ("改成0个", 3, 0),
        ("make the second one 3", 1, 3),
        ("set number 2 to four", 1, 4),
        ("留一个就够了", 3, 1),
        ("把台灯去了吧", 2, 0),
        ("we don't need the kettle after all", 1, 0),
        ("the lamp can go", 1, 0),
        ("no just 1", 2, 1),
        ("太多了 一个就行", 2, 1),
        ("cart 里的 mug 改成 3 个", 1, 3),
        ("lose the second", 2, 0),
        ("take the second away", 2, 0),
    ],
)
def test_how_many_pieces_there_are_then(text: str, held: int, pieces: int) -> None:
    wish = wished(text)
    assert wish is not None
    assert wish.pieces(held) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "empty my cart",
        "remove everything",
        "clear the basket",
        "清空购物车",
        "全部删掉",
        "都不要了",
        "清空",
        "清空一下",
        "empty it",
        "wipe my basket",
        "把購物車清空",
        "清车",
    ],
)
def test_all_of_it(text: str) -> None:
    assert wished(text) == Wish(ALL)


@pytest.mark.parametrize(
    "text",
    [
        "view cart",
        "show me double beds",
        "change it to black",
        "换成42码",
        "make it under 200",
        "I want 5 of those",
        "what is in my cart",
        "购物车里有什么",
        "再来两个",
        "the second one",
        "set of 3 bowls",
        "满300减50吗",
    ],
)
def test_what_changes_nothing(text: str) -> None:
    assert wished(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "keep only the mug",
        "remove everything except the kettle",
        "drop all but the lamp",
        "只留水壶，别的删了",
        "除了杯子其他都不要",
        "其它的都删掉",
    ],
)
def test_all_but_what_is_named(text: str) -> None:
    assert wished(text) == Wish(OTHERS)


def test_a_number_beyond_what_one_may_buy_is_kept_to_be_refused() -> None:
    assert wished("change the first to 500") == Wish(SET, 500)
    assert wished("delete it") == Wish(NONE)
