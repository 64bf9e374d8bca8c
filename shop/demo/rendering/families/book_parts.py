"""What books and notebooks are made of: page blocks, covers, spreads, wires.

A book lies on its back: its spine at x = 0, its fore-edge at x = width, y up the page, its front
cover on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from shop.demo.rendering.families import labels
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, rectangle, rounded
from shop.demo.rendering.shapes import grid, loft


@contextmanager
def standing(make: Kit, height: float, x: float = 0, y: float = 0, turn: float = 0,
             lean: float = 0) -> Iterator[None]:  # fmt: skip
    """A book made inside stands on its foot, its front cover to the viewer."""
    with make.place((x, y, height / 2), (90 - lean, 0, turn)):
        yield


def pages(make: Kit, width: float, height: float, thick: float, z: float = 0.0,
          tone: str = "#f6f1e4", x: float = 0.0) -> Any:  # fmt: skip
    """A block of leaves whose edges show as fine lines."""
    paper = make.material("paper", tone, pattern="striped", figure="#d9cfb8", scale=0.16)
    return make.box((width, height, thick), paper, 0.02, at=(x + width / 2, 0, z))


def board(make: Kit, width: float, height: float, thick: float, skin: Any, z: float,
          radius: float = 0.15, x: float = 0.0) -> Any:  # fmt: skip
    """A cover board, its spine edge at x."""
    shape = rectangle(width, height, radius) + [x + width / 2, 0]
    return make.slab(shape, thick, skin, min(0.07, thick * 0.4), at=(0, 0, z))


def hardcover(make: Kit, width: float, height: float, thick: float, skin: Any,
              radius: float = 0.15, tone: str = "#f6f1e4") -> None:  # fmt: skip
    """Two boards and a rounded spine round a block of leaves."""
    plate, over = 0.26, 0.3
    pages(make, width - over, height - 2 * over, thick - 2 * plate, plate, tone)
    for z in (0.0, thick - plate):
        board(make, width - 0.45, height, plate, skin, z, radius, 0.45)
    _spine(make, skin, height, thick)
    for side in (-1, 1):  # head and tail bands
        path = [(0.12, side * (height / 2 - over), plate), (0.12, side * (height / 2 - over),
                                                            thick - plate)]  # fmt: skip
        make.tube(path, 0.12, make.material("silk", "#b8493a"))


def _spine(make: Kit, skin: Any, height: float, thick: float) -> None:
    """The bowed back with a groove before each board."""
    a = np.linspace(-np.pi / 2, np.pi / 2, 15)
    outer = np.stack([-0.42 * np.cos(a) ** 0.8 + 0.2, thick / 2 + thick / 2 * np.sin(a)], axis=1)
    outer = np.vstack([[0.62, 0.1], outer, [0.62, thick - 0.1]])
    inner = outer[::-1] * [1, 0.84] + [0.16, thick * 0.08]
    make.mesh(prism(np.vstack([outer, inner]), height), skin)


def prism(outline: Points, height: float) -> Any:
    """An outline of x and z carried along y."""
    ends = [flat(outline, "xz", y) for y in (-height / 2, height / 2)]
    return loft(np.array(ends))


def paperback(make: Kit, width: float, height: float, thick: float, skin: Any) -> None:
    """A thin cover glued round the leaves."""
    pages(make, width - 0.1, height - 0.04, thick - 0.14, 0.07, x=0.07)
    shape = rounded([(width, 0), (0, 0, 0.1), (0, thick, 0.1), (width, thick)], steps=5)
    inner = rounded([(width, 0.06), (0.06, 0.06, 0.06), (0.06, thick - 0.06, 0.06),
                     (width, thick - 0.06)], steps=5)  # fmt: skip
    ends = np.array([flat(np.vstack([shape, inner[::-1]]), "xz", y)
                     for y in (-height / 2, height / 2)])  # fmt: skip
    make.mesh(loft(ends, caps=False), skin)


def print_front(make: Kit, label: labels.Label, thick: float, material: str = "paper",
                x: float = 0.0) -> None:  # fmt: skip
    """A picture on the front cover, its left edge at x."""
    labels.decal(make, label, material, at=(x + label.width / 2, 0, thick + 0.012))


def print_round_spine(make: Kit, label: labels.Label, thick: float) -> None:
    """A picture laid on the bowed back of a hardcover, its foot at the book's foot."""
    across = np.linspace(-0.5, 0.5, 13) * label.width
    bow = np.cos(np.arcsin(2 * across / thick)) ** 0.8
    line = np.stack([0.2 - 0.42 * bow - 0.014, thick / 2 + across], axis=1)
    high = label.height / 2
    net = np.stack([flat(line, "xz", y) for y in (-high, high)])
    uv = np.stack(np.broadcast_arrays(across[None, :], np.array([[-high], [high]])), axis=-1)
    make.mesh(grid(net, uv), labels.see_through(make, label, "vinyl"))


def spread(make: Kit, width: float, height: float, thick: float, left: labels.Label,
           right: labels.Label) -> None:  # fmt: skip
    """An open book lying flat, its gutter along x = 0."""
    paper = make.material("paper", "#f6f1e4", pattern="striped", figure="#d9cfb8", scale=0.16)
    x = np.linspace(0, width, 28)
    z = thick * (1 - 0.35 * (x / width) ** 1.6) * (1 - np.exp(-x / (0.09 * width)) * 0.75)
    for side, label in ((1, right), (-1, left)):
        curve = np.stack([side * x, z], axis=1)
        outline = np.vstack([curve, [side * width, 0], [0, 0]])
        make.mesh(prism(outline, height), paper)
        order = slice(None, None, side)
        net = np.stack([flat(curve[order] + [0, 0.015], "xz", y)
                        for y in (-height / 2, height / 2)])  # fmt: skip
        u = side * (x[order] - width / 2)
        v = np.array([-height / 2, height / 2])[:, None]
        uv = np.stack(np.broadcast_arrays(u[None, :], v), axis=-1)
        paint = make.drawing("paper", label.image, (label.width, label.height), "#f6f1e4")
        make.mesh(grid(net, uv), paint)


def wire(make: Kit, metal: Any, low: float, high: float, radius: float, z: float,
         double: bool = True, step: float = 0.9) -> None:  # fmt: skip
    """Rings of a wire binding along x = 0, from one height to another."""
    first = None
    for y in np.arange(low, high, step):
        for d in (0, 0.2) if double else (0,):
            at = (0.0, float(y) + d, z)
            if first is None:
                ring = flat(circle(radius, 28), "xz")
                first = make.tube(ring, 0.055, metal, closed=True, at=at)
            else:
                make.copy(first, at)


def ribbon(make: Kit, silk: Any, x: float, foot: float, z: float, lean: float) -> None:
    """A narrow marker hanging out below the leaves."""
    path = [(x, foot + 1.5, z), (x, foot, z), (x + lean * 0.5, foot - 0.9, z + 0.1),
            (x + lean, foot - 1.9, z + 0.05)]  # fmt: skip
    make.tube(path, (0.3, 0.03), silk, section=rectangle(2, 2), ends="flat", up=(0, 0, 1))
