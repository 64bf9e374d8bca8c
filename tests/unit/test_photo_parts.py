"""A part of a photo: what a widget may send of it, and how it is kept with a search."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.photos.view import View
from bot.frames import box_of
from shop.errors import Invalid
from vision.pictures import Box

SIDES = st.tuples(*[st.integers(0, 1000)] * 4).filter(lambda s: s[0] < s[2] and s[1] < s[3])
BOXES = SIDES.map(lambda sides: Box(*(side / 1000 for side in sides)))


@given(BOXES)
def test_a_view_is_read_as_it_was_written(box: Box) -> None:
    assert View.read(str(View("photo", box))) == View("photo", box)
    assert View.read(str(View("photo"))) == View("photo")


@given(BOXES, BOXES)
def test_a_part_of_a_part_lies_within_it(outer: Box, inner: Box) -> None:
    found = View("photo", outer).part(inner).box
    assert found is not None
    assert outer.left - 1e-9 <= found.left < found.right <= outer.right + 1e-9
    assert math.isclose(found.area, outer.area * inner.area, abs_tol=1e-9)


@pytest.mark.parametrize("sides", ["0.5,0,0.5,1", "0.9,0,0.1,1", "1,2", "a,b,c,d", "nan,0,1,1"])
def test_a_view_of_no_box_is_refused(sides: str) -> None:
    with pytest.raises(ValueError):
        View.read(f"photo@{sides}")


@pytest.mark.parametrize(
    "box",
    [[0, 0, 1], "0,0,1,1", [0, 0, 1, True], [0.2, 0, 0.1, 1], [-0.1, 0, 1, 1], [0, 0, 1, math.nan],
     [0, 0, 2, 1], {"left": 0}, [0, 0, "1", 1]],
)  # fmt: skip
def test_a_box_that_is_no_part_of_a_photo_is_refused(box: Any) -> None:
    with pytest.raises(Invalid):
        box_of({"box": box})


def test_a_box_is_taken_to_a_thousandth() -> None:
    assert box_of({"box": [0, 0.12345, 1, 0.5]}) == [0.0, 0.123, 1.0, 0.5]
    assert box_of({}) is None
