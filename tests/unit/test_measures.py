""" "Bigger" is judged by what the catalogue states, in one unit."""

from __future__ import annotations

from actions.goods.measures import beyond, direction, measure
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
    assert [p.id for p in beyond(goods, [small], 1)] == ["m", "l"]
    assert [p.id for p in beyond(goods, [middle], -1)] == ["s"]
    assert beyond(goods, [product("silent")], 1) == []


def test_the_words_of_both_languages_say_which_way() -> None:
    assert [direction(t) for t in ("a bigger one", "大一点的", "smaller please", "小点的")] == [
        1,
        1,
        -1,
        -1,
    ]
    assert direction("cheaper") == 0
