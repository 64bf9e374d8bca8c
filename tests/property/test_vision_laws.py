"""Laws of the picture room that hold for any input."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional as F

from tests.unit.vision_world import drawing, sight, untrained
from vision import losses
from vision.boxes import overlap
from vision.model import Convolution
from vision.pictures import Box, off_square, on_square
from vision.search import Pictured, PictureIndex

share = st.floats(0, 1)
seeds = st.integers(0, 10_000)
sizes = st.tuples(st.integers(20, 200), st.integers(20, 200))
VISION = untrained()


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """A box with some area."""
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    right, bottom = draw(st.floats(left + 0.05, 1)), draw(st.floats(top + 0.05, 1))
    return Box(left, top, right, bottom)


@given(st.lists(st.tuples(seeds, sizes), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None)
def test_embeddings_have_length_one_and_do_not_depend_on_their_neighbours(
    wanted: list[tuple[int, tuple[int, int]]],
) -> None:
    pictures = [drawing(seed, size) for seed, size in wanted]
    together = VISION.embed(pictures)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([VISION.embed([picture]) for picture in pictures])
    assert np.allclose(together, alone, atol=1e-3)


@given(seeds, sizes)
@settings(max_examples=10, deadline=None)
def test_a_look_stays_within_the_picture(seed: int, size: tuple[int, int]) -> None:
    seen = VISION.look(drawing(seed, size))
    assert len(seen.boxes) <= 3 and seen.embeddings.shape == (1 + len(seen.boxes), 256)
    assert np.allclose(seen.embeddings[0], VISION.embed([drawing(seed, size)])[0], atol=1e-3)
    assert all(0 <= value <= 1 for box in seen.boxes for value in box)


@given(boxes(), sizes)
def test_the_square_of_a_picture_and_back_leaves_a_box_where_it_was(
    box: Box, size: tuple[int, int]
) -> None:
    assert np.allclose(off_square(on_square(box, size), size), box, atol=1e-6)


@given(boxes())
def test_mirrored_twice_a_box_is_itself(box: Box) -> None:
    assert np.allclose(box.flipped().flipped(), box)
    assert np.isclose(box.flipped().area, box.area)


@given(boxes(), boxes())
def test_overlap_is_the_same_both_ways_and_one_with_itself(a: Box, b: Box) -> None:
    assert overlap(a, b) == overlap(b, a)
    assert 0 <= overlap(a, b) <= 1 + 1e-9 and np.isclose(overlap(a, a), 1)
    assert np.isclose(overlap(a.flipped(), b.flipped()), overlap(a, b))


@given(st.integers(5, 20), st.sampled_from([(3, 2), (5, 2), (3, 1), (5, 1)]), seeds)
@settings(max_examples=30, deadline=None)
def test_convolutions_are_padded_as_tensorflow_does(
    side: int, kind: tuple[int, int], seed: int
) -> None:
    kernel, stride = kind
    torch.manual_seed(seed)
    layer, x = Convolution(2, 3, kernel, stride), torch.randn(1, 2, side, side)
    out = -(-side // stride)
    whole = max((out - 1) * stride + kernel - side, 0)
    padded = F.pad(x, (whole // 2, whole - whole // 2) * 2)
    expected = F.conv2d(padded, layer.weight, layer.bias, stride)
    assert layer(x).shape[-1] == out and torch.allclose(layer(x), expected, atol=1e-5)


@given(seeds, st.integers(1, 6), st.sets(st.integers(0, 19)))
@settings(max_examples=40, deadline=None)
def test_k_allowed_products_come_back_when_k_exist_best_first(
    seed: int, k: int, allowed: set[int]
) -> None:
    chance = np.random.default_rng(seed)
    shelf = PictureIndex(8)
    rows = chance.normal(size=(40, 8)).astype(np.float32)
    shelf.put([Pictured(f"{n}", f"p{n // 2}", "mug", "red", "") for n in range(40)], rows)
    seen = sight(*chance.normal(size=(2, 8)).tolist())
    hits = shelf.search(seen, k, allowed={f"p{n}" for n in allowed}).hits
    assert {hit.product_id for hit in hits} <= {f"p{n}" for n in allowed}
    assert len(hits) == min(k, len(allowed))
    scores = [hit.similarity for hit in hits]
    assert scores == sorted(scores, reverse=True)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_a_thing_of_the_same_group_is_never_a_wrong_answer(seed: int) -> None:
    torch.manual_seed(seed)
    view, clean, bank = (F.normalize(torch.randn(n, 6), dim=1) for n in (1, 1, 5))
    row, group = torch.tensor([0]), torch.tensor([0, 0, 0, 1, 2])
    before = losses.contrast(view, clean, bank, row, group)
    bank[1:3] = view  # things alike come as near as can be
    assert torch.isclose(before, losses.contrast(view, clean, bank, row, group))
    bank[3] = view  # and then another
    assert losses.contrast(view, clean, bank, row, group) > before
