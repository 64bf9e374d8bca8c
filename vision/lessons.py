"""What the network sees while it learns: pairs of a clean picture and a view of the same thing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import IterableDataset

from vision import scenes
from vision.pictures import WHOLE, Box, cropped, on_square, squared, stacked, window
from vision.things import CLOTHING, DEMO, GROCERY, MOST_BOXES, NONE, Photo, Thing, refresh

SHARES = {DEMO: 10, GROCERY: 7, CLOTHING: 7}  # pairs of a batch
AGAIN = 150  # batches between two looks for new photos


class Batch(NamedTuple):
    """Pairs of a clean picture and a view; pixels are bytes (P, 3, S, S)."""

    clean: Tensor
    view: Tensor
    row: Tensor
    """(P,) of the bank."""
    boxes: Tensor
    """(2P, MOST_BOXES, 4), clean pictures first, NaN where there is no further box."""
    known: Tensor
    """(2P,) whether the boxes are known at all."""
    clothing: Tensor
    """(2P,) class or NONE."""
    grocery: Tensor
    """(2P,) class or NONE."""


class Lessons(IterableDataset[Batch]):
    """An endless stream of batches; a worker of its own draws them."""

    def __init__(
        self, things: list[Thing], renders: Path, sides: tuple[int, ...], seed: int
    ) -> None:
        self.things, self.renders, self.sides, self.seed = things, renders, sides, seed
        self.rows = {s: [k for k, t in enumerate(things) if t.source == s] for s in SHARES}
        self.shots = [(k, p) for k in self.rows[GROCERY] for p in things[k].photos]
        self.cutters = [t for t in things if t.source != CLOTHING]

    def __iter__(self) -> Iterator[Batch]:
        torch.set_num_threads(1)
        chance = random.Random(self.seed)  # noqa: S311
        while True:
            refresh(self.things, self.renders)
            for _ in range(AGAIN):
                yield self.batch(chance)

    def batch(self, chance: random.Random) -> Batch:
        """One batch of pairs."""
        side = chance.choice(self.sides)
        pairs = [self.pair(source, side, chance) for source, n in SHARES.items() for _ in range(n)]
        rows, cleans, views = zip(*pairs, strict=True)
        sources = [self.things[row] for row in rows]
        labels = {
            s: torch.tensor(
                [t.label if t.source == s else NONE for t in sources]
                + [t.label if t.source == s and v.whole else NONE
                   for t, v in zip(sources, views, strict=True)]
            )
            for s in (CLOTHING, GROCERY)
        }  # fmt: skip
        shots = (*cleans, *views)
        return Batch(
            stacked([shot.picture for shot in cleans]),
            stacked([shot.picture for shot in views]),
            torch.tensor(rows),
            torch.from_numpy(np.stack([_table(shot.boxes) for shot in shots])),
            torch.tensor([bool(shot.boxes) for shot in shots]),
            labels[CLOTHING],
            labels[GROCERY],
        )

    def pair(self, source: str, side: int, chance: random.Random) -> tuple[int, View, View]:
        """A thing's row, its clean picture and a view of it."""
        if source == GROCERY and chance.random() < 0.85:
            row, photo = chance.choice(self.shots)
            shot = scenes.tilted(photo.picture, chance)
            if chance.random() < 0.3:
                shot = scenes.patched(shot, chance)
            view = View(scenes.worn(squared(shot, side), chance, 0.8), (), True)
            return row, self.clean(self.things[row], side, chance), view
        row = chance.choice(self.rows[source])
        thing = self.things[row]
        return row, self.clean(thing, side, chance), self.view(thing, side, chance)

    def clean(self, thing: Thing, side: int, chance: random.Random) -> View:
        """A catalogue picture, hardly changed; a photo of clothes as people take it."""
        picture = thing.picture
        if thing.source == CLOTHING:
            picture = scenes.worn(scenes.tilted(picture, chance, 0.8), chance, 0.7)
            if chance.random() < 0.5:
                picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        elif chance.random() < 0.3:
            picture = scenes.worn(scenes.tilted(picture, chance, 0.3), chance, 0.4)
        return View(squared(picture, side), (), True)

    def view(self, thing: Thing, side: int, chance: random.Random) -> View:
        """A photo of the thing, or its picture in a clutter, or its picture changed a little."""
        if thing.source == CLOTHING and chance.random() < 0.35:
            return self.clean(thing, side, chance)
        if thing.source == DEMO and chance.random() < 0.12:
            shot = scenes.worn(scenes.tilted(thing.picture, chance, 0.6), chance, 0.8)
            return View(squared(shot, side), (), True)
        photo = self.photo(thing, chance)
        picture, boxes = photo.picture, photo.boxes
        alone = chance.random() < 0.6
        if alone:
            cut = window(picture.size, _jittered(boxes[0], chance), chance.uniform(0.0, 0.3))
        else:
            cut = _around(boxes[0], chance)
        shot = scenes.worn(cropped(picture, cut, side), chance, 0.9)
        placed = [on_square(box, picture.size, cut) for box in boxes]
        return View(shot, tuple(box for box in placed if box.area > 0.004), alone)

    def photo(self, thing: Thing, chance: random.Random) -> Photo:
        """A rendered photo where there is one, else a scene made up."""
        if thing.photos and thing.source == DEMO and chance.random() < 0.6:
            found = chance.choice(thing.photos)
            if found.boxes:
                return found
            body = found.picture  # a second angle, cut out
        else:
            body = thing.cut if thing.cut is not None and chance.random() < 0.9 else thing.picture
        grounds = [self.things[chance.choice(self.rows[CLOTHING])].picture for _ in range(2)]
        grounds += [chance.choice(self.shots)[1].picture for _ in range(2)]
        others = chance.sample(self.cutters, chance.choice((0, 0, 1, 2, 3)))
        cuts = [thing.cut for thing in others if thing.cut is not None]
        picture, boxes = scenes.scene(body, grounds, cuts, chance)
        return Photo(picture, tuple(boxes))


class View(NamedTuple):
    """A square picture, its boxes (none: unknown), and whether its class can be told from it."""

    picture: Image.Image
    boxes: tuple[Box, ...]
    whole: bool


def _jittered(box: Box, chance: random.Random) -> Box:
    wide, high = box.right - box.left, box.bottom - box.top
    a, b, c, d = (chance.uniform(-0.12, 0.12) for _ in range(4))
    return Box(box.left + a * wide, box.top + b * high, box.right + c * wide, box.bottom + d * high)


def _around(box: Box, chance: random.Random) -> Box:
    """A window that holds the box, up to the whole picture."""
    if chance.random() < 0.4:
        return WHOLE
    left, top, right, bottom = (chance.random() ** 0.5 for _ in range(4))
    return Box(
        box.left * (1 - left), box.top * (1 - top),
        box.right + (1 - box.right) * right, box.bottom + (1 - box.bottom) * bottom,
    )  # fmt: skip


def _table(boxes: tuple[Box, ...]) -> np.ndarray:
    table = np.full((MOST_BOXES, 4), np.nan, np.float32)
    for k, box in enumerate(boxes[:MOST_BOXES]):
        table[k] = box
    return table
