"""Books: hardcovers, paperbacks, a board book, a pop-up, two volumes in a slipcase."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import book_covers as covers
from shop.demo.rendering.families import book_parts as parts
from shop.demo.rendering.families import book_popup, labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle
from shop.demo.rendering.shapes import grid


def build(product: Item, make: Kit) -> None:
    """One of the books, by what its id says."""
    make.view(-27, 10, second=(26, 20))
    author = product.attributes.get("author", "")
    shapes = [
        (("cookbook",), _cookbook),
        (("toddler",), _board_book),
        (("novel",), _novel),
        (("railway",), _guide),
        (("poems",), _poems),
        (("gardening",), _gardening),
        (("pocket",), _pocket),
        (("slipcase",), book_popup.slipcase),
    ]
    if product.has("3d"):
        book_popup.tide_pool(product, make)
    elif product.has("detective"):
        _mystery(make, author)
    else:
        next(shape for words, shape in shapes if product.has(*words))(product, make)


def _upright(words: str, high: float, thick: float, ink: str) -> labels.Label:
    """Chinese down a spine."""
    label = labels.Label(thick * 0.8, high * 0.9)
    size = min(thick * 0.62, 0.62 * high / len(words))
    for k, letter in enumerate(words):
        label.words(letter, (0, 0.36 * high - 1.12 * size * k), size, ink)
    return label


def _spine_words(make: Kit, words: str, high: float, thick: float, ink: str, foot: str) -> None:
    """A title running down a flat spine: Chinese stands upright, letters lie."""
    if any(ord(letter) > 0x2E80 for letter in words):
        with make.place((-0.014, 0, thick / 2), (0, -90, 0)):
            labels.decal(make, _upright(words, high, thick, ink))
        return
    label = labels.Label(high * 0.9, thick * 0.8)
    label.words(words, (-0.06 * high, 0), thick * 0.5, ink, heavy=True)
    label.words(foot, (0.36 * high, 0), thick * 0.3, ink)
    with make.place((-0.014, 0, thick / 2), (90, 0, -90)):
        labels.decal(make, label)


def _cookbook(product: Item, make: Kit) -> None:
    w, h, t = 19.0, 25.5, 2.8
    skin = make.material("gloss-plastic", "#d9652a")
    with parts.standing(make, h):
        parts.hardcover(make, w, h, t, skin)
        cover = covers.pot(w - 0.9, h - 0.1, product.attributes.get("author", ""))
        parts.print_front(make, cover, t, "vinyl", x=0.85)
        parts.print_round_spine(make, _upright("一口砂锅过四季", h, t * 0.85, "#fff5df"), t)


def _board_book(product: Item, make: Kit) -> None:
    w, h, t = 18.0, 18.0, 2.6
    edge = make.material("cardboard", "#f1ece0")
    skin = make.material("gloss-plastic", "#5a9a46")
    with parts.standing(make, h):
        for k in range(8):  # every leaf is a board
            parts.board(make, w - 0.25, h - 0.15, 0.25, edge, 0.2 + k * 0.275, 1.6)
        for z in (0.0, t - 0.22):
            parts.board(make, w, h, 0.22, skin, z, 1.7)
        make.box((0.3, h - 3.2, t), skin, 0.12, at=(0.12, 0, 0))
        cover = covers.snail(w - 0.2, h - 0.2, product.attributes.get("author", ""))
        _round_corners(cover, 1.6)
        parts.print_front(make, cover, t, "vinyl", x=0.1)


def _round_corners(label: labels.Label, radius: float) -> None:
    """Make the label's corners see-through."""
    mask = Image.new("L", label.image.size, 0)
    box = (0, 0, label.image.width - 1, label.image.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius * label.dense, fill=255)
    label.image.putalpha(mask)


def _novel(product: Item, make: Kit) -> None:
    w, h, t = 14.0, 21.0, 2.6
    _paper_bound(make, covers.ferry(w, h, product.attributes.get("author", "")), t, "#1b2a50",
                 ("末班渡船去雾桥岛", "#f6efdc"))  # fmt: skip


def _paper_bound(make: Kit, cover: labels.Label, t: float, tone: str, spine: tuple[str, str],
                 foot: str = "", **where: Any) -> None:  # fmt: skip
    """A paperback standing up, its cover printed."""
    with parts.standing(make, cover.height, **where):
        parts.paperback(make, cover.width, cover.height, t, make.material("vinyl", tone))
        parts.print_front(make, cover, t, "vinyl")
        _spine_words(make, spine[0], cover.height, t, spine[1], foot)


def _guide(product: Item, make: Kit) -> None:
    make.view(-20, 20, second=(26, 26))
    w, h, t = 11.0, 17.5, 2.0
    cover = covers.train(w, h, product.attributes.get("author", ""))
    _round_corners(cover, 0.7)
    with parts.standing(make, h):
        parts.pages(make, w - 0.1, h - 0.3, t - 0.16, 0.08)
        skin = make.material("vinyl", "#b8261d")
        for z in (0.0, t - 0.1):
            parts.board(make, w, h, 0.1, skin, z, 0.7)
        make.box((0.14, h - 1.0, t), skin, 0.05, at=(0.07, 0, 0))
        parts.print_front(make, cover, t, "vinyl")
        _spine_words(make, "西南慢火车", h, t, "#fff3da", "")
    with make.place((w + 0.8, -7.0, 0), (0, 0, -14)):
        _folded_map(make)


def _folded_map(make: Kit) -> None:
    """A map drawn out of the book, still standing in its folds."""
    leaf, high, n = 4.2, 12.0, 4
    label = labels.Label(leaf * n, high, "#f3ead2")
    chance = np.random.default_rng(4)
    for _ in range(16):
        at = (chance.uniform(-8, 8), chance.uniform(-6, 6))
        label.dot(at, chance.uniform(0.8, 2.0), "#d3dcae", chance.uniform(0.6, 1.3))
    river = np.stack([np.linspace(-9, 9, 60), 1.5 * np.sin(np.linspace(0, 7, 60)) - 2], axis=1)
    label.line(river, "#8fb8d0", 0.5)
    line = np.stack([np.linspace(-9, 9, 60), 2.2 * np.cos(np.linspace(0, 5, 60)) + 1.2], axis=1)
    label.line(line, "#b8261d", 0.22)
    for k in range(3, 60, 7):
        label.dot(line[k], 0.34, "#b8261d")
        label.dot(line[k], 0.2, "#fffaf0")
    label.border(0.3, "#7a5a3a", 0.08)
    edge = np.arange(n + 1)
    x = edge * leaf * 0.93 - leaf * n * 0.46
    z = 0.1 + 1.5 * (edge % 2)
    net = np.stack([np.stack([x, 0 * x + y, z], axis=1) for y in (-high / 2, high / 2)])
    u = edge * leaf - leaf * n / 2
    uv = np.stack(
        np.broadcast_arrays(u[None, :], np.array([-high / 2, high / 2])[:, None]), axis=-1
    )
    mesh = grid(net, uv)
    make.mesh(mesh, make.drawing("paper", label.image, (label.width, label.height)))


def _mystery(make: Kit, author: str) -> None:
    _paper_bound(make, covers.clock(12.9, 19.8, author), 2.2, "#121214",
                 ("THIRTEEN MINUTES SLOW", "#ece3cc"), author.split()[-1].upper())  # fmt: skip


def _poems(product: Item, make: Kit) -> None:
    w, h, t = 13.0, 19.0, 1.9
    tone = "#ece0c4" if product.colour == "cream" else "#8a8d92"
    ink = "#274a6a" if product.colour == "cream" else "#f2e7cd"
    with parts.standing(make, h):
        parts.hardcover(make, w, h, t, make.material("linen", tone), tone="#f5eedd")
        parts.print_front(make, covers.roofs(w - 1.0, h, ink), t, "vinyl", x=0.8)
        parts.print_round_spine(make, _upright("借来的屋檐听雨", h, t * 0.8, ink), t)
    silk = make.material("satin", darker("#b8493a", 0.1))
    path = [(3.5, -t / 2, 0.4), (3.6, -t - 0.4, 0.06), (4.3, -t - 2.6, 0.06)]
    make.tube(path, (0.28, 0.03), silk, section=rectangle(2, 2), ends="flat", up=(0, 0, 1))


def _gardening(product: Item, make: Kit) -> None:
    cover = covers.balcony(17.0, 23.0, product.attributes.get("author", ""))
    _paper_bound(make, cover, 1.8, "#f2c23c", ("两米宽的花园", "#3a4a20"))


def _pocket(product: Item, make: Kit) -> None:
    blue = product.colour == "blue"
    cover = covers.desk(10.5, 15.0, product.attributes.get("author", ""), blue)
    tone, ink = ("#2f68a8", "#ffffff") if blue else ("#f7f5ef", "#26282c")
    _paper_bound(make, cover, 1.0, tone, ("整理一小时", ink))
    with make.place((1.5, -7.5, 0), (0, 0, -16)):  # a second copy lies before it
        parts.paperback(make, cover.width, cover.height, 1.0, make.material("vinyl", tone))
        parts.print_front(make, cover, 1.0, "vinyl")
