"""Lip colour that is no plain stick: a tin, a crayon, rouge paper, a case with a leather sleeve."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter, mixed
from shop.demo.rendering.families import cobalt, labels
from shop.demo.rendering.families import lipstick_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit, Place
from shop.demo.rendering.outlines import Points, circle, ellipse, flat, rectangle, rounded, spline
from shop.demo.rendering.shapes import grid, lathe


def tin(product: Item, make: Kit) -> None:
    """A flat tin with its printed lid leaning on it."""
    make.view(14, 30, second=(-36, 42))
    tone = parts.shade(product)
    metal = make.material("aluminium")
    balm = make.material("wax", mixed(tone, "#f0c9a0", 0.2))
    make.lathe([(0, 0), (1.95, 0, 0.12), (1.95, 1.0), (2.02, 1.0), (2.02, 1.1, 0.03), (1.9, 1.1),
                (1.9, 1.5, 0.04), (1.82, 1.5), (1.82, 1.0)], metal)  # fmt: skip
    surface = [(1.83, 1.18), (1.7, 1.26), (1.2, 1.2), (0.5, 1.26), (0.0, 1.22)]
    make.lathe(np.vstack([[0, 1.0], [1.83, 1.0], spline(surface, 30)]), balm)
    ground = "#f6efe2" if product.colour == "transparent" else lighter(tone, 0.75)
    petals = "#e07a3a" if product.colour == "transparent" else darker(tone, 0.1)
    print_ = make.material("enamel", ground, pattern="floral", figure=petals, scale=3.0)
    with make.place((-0.9, 1.75, 0.12), (62, 0, 14)):
        with make.place((0, 2.0, 0)):
            make.lathe([(0, 0), (2.06, 0, 0.15), (2.06, 0.5)], print_, turn=(180, 0, 0),
                       at=(0, 0, 0.5))  # fmt: skip
            make.tube(flat(circle(1.85, 60), "xy", 0.5), 0.05, metal, closed=True)
            _tin_label(make, product, ground, 0.515)


def _tin_label(make: Kit, product: Item, ground: Any, z: float) -> None:
    label = labels.Label(2.3, 2.3)
    label.dot((0, 0), 1.05, "#7a5a2c")
    label.dot((0, 0), 1.0, ground)
    label.words(parts.brand(product), (0, 0.25), 0.3, "#4a3520", heavy=True)
    label.words("tinted lip balm", (0, -0.08), 0.21, "#4a3520")
    label.words("SPF 15", (0, -0.42), 0.24, "#4a3520", heavy=True)
    labels.decal(make, label, "enamel", at=(0, 0, z))


def crayon(product: Item, make: Kit) -> None:
    """Two fat pencils lying side by side, one of them without its cap."""
    make.view(6, 42, second=(-30, 36))
    tone = parts.shade(product)
    for y, open_ in ((0.0, True), (2.0, False)):
        with make.place((0.5 * y, y, 0.62), (0, 90, 33)):
            _pencil(make, product, tone)
            if not open_:
                with make.place((0, 0, 3.65)):
                    _crayon_cap(make, tone)
    with make.place((1.7, -2.3, 0.7), (0, 90, 52)):
        _crayon_cap(make, tone)


def _pencil(make: Kit, product: Item, tone: Any) -> None:
    """A pencil along z, its point up."""
    paint, wax = make.material("lacquer", tone), make.material("wax", tone)
    wood, metal = make.material("beech"), make.material("silver")
    make.lathe([(0, -4.4), (0.55, -4.4, 0.2), (0.6, -3.8, 0.1), (0.6, 2.8)], paint)
    make.lathe([(0.607, -3.5), (0.607, -3.25)], metal)
    make.lathe([(0.6, 2.78), (0.34, 3.9)], wood)
    make.lathe(np.vstack([[0.35, 3.86], spline([(0.33, 3.95), (0.22, 4.4), (0.0, 4.65)], 16)]), wax)
    label = labels.Label(4.2, 0.7)
    label.words(parts.brand(product), (-0.9, 0.0), 0.45, "#fff3e6", heavy=True, spread=0.03)
    label.words("jumbo lip", (1.3, 0.0), 0.36, "#fff3e6")
    with make.place((0, 0, -0.6), (0, 0, 60)):
        _along(make, label, 0.6)


def _along(make: Kit, label: labels.Label, r: float) -> None:
    """A label on a rod along z, its words running along the rod."""
    x = np.linspace(-0.5, 0.5, 2)[:, None] * label.width
    y = np.linspace(-0.5, 0.5, 9)[None, :] * label.height
    far = r + 0.01
    net = np.stack(np.broadcast_arrays(far * np.sin(y / r), -far * np.cos(y / r), x), axis=-1)
    uv = np.stack(np.broadcast_arrays(x, y), axis=-1)
    mesh = grid(net, uv)
    make.mesh(mesh, labels.see_through(make, label, "lacquer"))


def _crayon_cap(make: Kit, tone: Any) -> None:
    """A cap along z with the sharpener's blade and shaving window in its side."""
    shell, metal = make.material("gloss-plastic", darker(tone, 0.15)), make.material("silver")
    dark = make.material("plastic", "#242226")
    profile = [(0.5, -1.0), (0.5, -1.25), (0.68, -1.25, 0.06), (0.72, 1.0, 0.4), (0.4, 1.45, 0.2),
               (0, 1.5)]  # fmt: skip
    make.lathe(profile, shell)
    make.lathe([(0, -0.98), (0.51, -0.98)], dark)
    with make.place((0, 0, 0.1), (0, 0, 110)):
        make.box((0.5, 0.12, 1.0), dark, 0.04, at=(0, -0.68, -0.5))
        make.box((0.34, 0.06, 0.9), metal, 0.02, at=(0.08, -0.73, -0.45), turn=(0, 0, 12))


def booklet(product: Item, make: Kit) -> None:
    """A matchbook of rouge sheets, its cover thrown back."""
    make.view(20, 30, second=(-30, 40))
    tone = parts.shade(product)
    w, h = 5.2, 7.4
    cover = make.material("paper", darker(tone, 0.35) if product.colour == "red" else "#f1dfe0")
    gilt = "#e6c27a" if product.colour == "red" else "#b0433f"
    with make.place((0, 0, 0), (76, 0, 0)):
        make.slab(rectangle(w, h, 0.08), 0.06, cover, 0.02, at=(0, h / 2, 0))
        make.slab(rectangle(w, 1.5, 0.05), 0.05, cover, 0.02, at=(0, 0.75, 0.3))
        make.box((w, 0.36, 0.34), cover, 0.05, at=(0, 0.05, 0.0))
        make.tube([(-0.5, 0.95, 0.37), (0.5, 0.95, 0.37)], 0.04, make.material("brass"))
        sheet = make.material("paper", tone)
        pale = make.material("paper", "#efe0cf")
        for k, angle in enumerate((-13, -7, 0, 6, 13, 21)):
            with make.place((0.05 * k, 0.5, 0.06 + 0.04 * k), (2 + 2.2 * k, 0, -angle)):
                part = sheet if k % 2 or k > 3 else pale
                make.slab(rectangle(w - 0.7, h - 1.5, 0.06), 0.02, part, 0.005,
                          at=(0, h / 2 - 0.6, 0))  # fmt: skip
                _edge_print(make, w - 0.7, h - 1.5, gilt, (0, h / 2 - 0.6, 0.024))
    _closed_booklet(make, product, cover, gilt, w, h)


def _edge_print(make: Kit, w: float, h: float, ink: str, at: Place) -> None:
    """A small seal stamped on a sheet's head."""
    label = labels.Label(w, h)
    label.border(0.35, ink, 0.04)
    labels.decal(make, label, "paper", at=at)


def _closed_booklet(make: Kit, product: Item, cover: Any, gilt: str, w: float, h: float) -> None:
    """A second booklet, shut, lying in front to show its printed cover."""
    with make.place((1.6, -4.4, 0), (0, 0, -18)):
        make.box((w, h, 0.5), cover, 0.08)
        label = labels.Label(w, h)
        label.border(0.3, gilt, 0.07)
        label.border(0.45, gilt, 0.03)
        chance = product.random
        branch = spline([(-2.0, -2.6), (-0.9, -1.2), (0.3, 0.0), (1.5, 1.9)], 30)
        label.line(branch, gilt, 0.1)
        label.line(spline([(-0.6, -0.9), (-1.1, 0.4), (-0.8, 1.4)], 12), gilt, 0.06)
        for x, y in ((1.3, 1.4), (0.5, 0.5), (-0.8, 1.3), (-0.9, -0.9), (0.9, -0.3), (-1.1, 0.2)):
            _blossom(label, (x, y), 0.42 * chance.uniform(0.8, 1.2), gilt)
        label.words("胭脂", (0.9, -2.2), 0.85, gilt)
        labels.decal(make, label, "paper", at=(0, 0, 0.505))


def _blossom(label: labels.Label, at: tuple[float, float], r: float, ink: str) -> None:
    for k in range(5):
        a = k * 2 * np.pi / 5 + 0.3
        label.dot((at[0] + 0.55 * r * np.cos(a), at[1] + 0.55 * r * np.sin(a)), 0.42 * r, ink)
    label.dot(at, 0.2 * r, "#8a2a22")


def sleeved(product: Item, make: Kit) -> None:
    """A fluted brass case, open, before its leather sleeve with a mirror; two refills."""
    wax, brass = make.material("wax", parts.shade(product)), make.material("brass")
    hide = make.material("leather", "#3c1f18" if product.colour != "beige" else "#9a6a44")
    _fluted(make, brass, 1.0, 0.0, 3.4)
    make.lathe([(0.84, 3.3), (0.84, 4.4, 0.06), (0.72, 4.4), (0.72, 4.1)], brass)
    make.lathe([(0, 4.15), (0.73, 4.15)], brass)
    parts.stick(make, wax, 0.66, 4.1, 6.9, slant=1.3)
    with make.place((-2.3, -0.2, 0.0)):
        _fluted(make, brass, 1.0, 0.0, 3.9)
    with make.place((2.5, 0.7, 0), (0, 0, -16)):
        _sleeve(make, hide)
    for k, x in enumerate((-1.1, 1.0)):
        with make.place((x, -2.2, 0.55), (0, 90, 18 - 30 * k)):
            make.lathe([(0, -0.9), (0.55, -0.9, 0.06), (0.55, 0.5, 0.04), (0, 0.5)], brass)
            parts.stick(make, wax, 0.38, 0.4, 1.4, slant=0.5)


def _fluted(make: Kit, metal: Any, r: float, low: float, high: float) -> None:
    angle = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    ridge = r - 0.06 * np.abs(np.cos(angle * 12)) ** 3
    foot = [(low, 0.94, 0), (low + 0.06, 1.0, 0), (low + 0.3, 1.0, 0), (low + 0.36, 1.0, 1)]
    head = [(high - 0.36, 1.0, 1), (high - 0.3, 1.0, 0), (high - 0.05, 1.0, 0), (high, 0.95, 0)]
    rings = []
    for z, size, deep in foot + head:
        radius = size * (ridge * deep + r * (1 - deep))
        rings.append(np.stack([radius * np.cos(angle), radius * np.sin(angle), 0 * angle + z], 1))
    make.loft(np.array(rings), metal)


def _sleeve(make: Kit, hide: Any) -> None:
    """A stitched holster whose raised back carries a mirror."""
    outline = ellipse(1.3, 1.22, 48, 4)
    rings = [flat(outline * s, "xy", z) for s, z in ((0.9, 0), (1, 0.15), (1.0, 4.2), (0.9, 4.2))]
    inner = flat(outline * 0.88, "xy", 0.4)
    make.loft(np.array([*rings, inner]), hide)
    flap = rounded([(-1.2, 0, 0.1), (1.2, 0, 0.1), (1.2, 3.1, 0.7), (-1.2, 3.1, 0.7)], closed=True)
    thread = make.material("linen", "#e8d2a6")
    with make.place((0, 1.2, 4.0), (82, 0, 0)):
        make.slab(flap, 0.2, hide, 0.06)
        glass = rounded([(-0.9, 0.6, 0.1), (0.9, 0.6, 0.1), (0.9, 2.8, 0.5), (-0.9, 2.8, 0.5)],
                        closed=True)  # fmt: skip
        make.slab(glass, 0.05, make.material("brass"), 0.02, at=(0, 0, 0.19))
        make.slab(glass * 0.9 + [0, 0.17], 0.04, make.material("mirror"), 0.01, at=(0, 0, 0.23))
    for x in (-1.05, 1.05):
        seam = np.linspace([x, -1.2, 0.3], [x, -1.2, 4.0], 25)
        parts.stitches(make, thread, seam)


def painted(make: Kit, profile: Points, product: Item, at: Place) -> None:
    """Blue-and-white porcelain with a winding lotus."""
    paper = cobalt.paper_for(profile * 3)
    high = paper.height
    paper.rings(0.35, 0.7, high - 0.5, high - 0.9)
    cobalt.scroll(paper, 0.9, high - 1.0, 4)
    mesh = lathe(profile, 96)
    size = (paper.width / 3, paper.height / 3)
    mesh.uv = mesh.uv - [size[0] / 2, size[1] / 2]
    make.mesh(mesh, make.drawing("porcelain", paper.image, size), at=at)
