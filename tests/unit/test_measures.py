""" "Bigger" is judged by what the catalogue states, in one unit."""

from __future__ import annotations

import pytest

from actions.goods.measures import Change, change, further, measure
from shop.tables import Product


def product(name: str, **facts: str) -> Product:
    return Product(id=name, attributes={"facts": facts})


def test_amounts_are_compared_across_units() -> None:
    assert measure(product("a", capacity="0.5 L"), "capacity") == 500
    assert measure(product("b", capacity="350 ml"), "capacity") == 350
    assert measure(product("c", size="45 x 38 cm"), "size") == 450
    assert measure(product("d"), "capacity") is None


def test_bigger_ones_come_nearest_first_and_what_states_nothing_is_left_out() -> None:
    small, middle, large = (product(n, capacity=c) for n, c in
                            (("s", "200 ml"), ("m", "350 ml"), ("l", "1 L")))  # fmt: skip
    goods = [large, product("silent"), middle, small]
    bigger, smaller = (Change("", ("capacity",), way) for way in (1, -1))
    assert [p.id for p in further(goods, [small], bigger)] == ["m", "l"]
    assert [p.id for p in further(goods, [middle], smaller)] == ["s"]
    assert further(goods, [product("silent")], bigger) == []


def test_of_lighter_ones_the_lightest_comes_first() -> None:
    light, middle, heavy = (product(w, weight=w) for w in ("90 g", "0.5 kg", "1.2 kg"))
    asked = change("too heavy")
    assert asked is not None
    assert [p.id for p in further([middle, light, heavy], [heavy], asked)] == ["90 g", "0.5 kg"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a bigger one", "bigger"),
        ("大一点的", "bigger"),
        ("smaller please", "smaller"),
        ("too big", "smaller"),
        ("太小了", "bigger"),
        ("too heavy for me", "lighter"),
        ("太重了", "lighter"),
        ("轻一点的", "lighter"),
        ("太重了吧", "lighter"),
        ("something lighter", "lighter"),
        ("heavier", "heavier"),
        ("in a lighter colour", ""),
        ("cheaper", ""),
        ("太大方了", ""),
    ],
)
def test_the_words_of_both_languages_say_which_way(text: str, name: str) -> None:
    found = change(text)
    assert (found.name if found else "") == name
