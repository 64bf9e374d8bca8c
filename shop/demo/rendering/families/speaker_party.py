"""The party speaker on wheels, with its lights and microphones."""

from __future__ import annotations

from colorsys import hsv_to_rgb
from typing import Any

import numpy as np

from shop.demo.rendering.families.speaker_parts import tweeter, woofer
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rounded


def party(product: Item, make: Kit) -> None:
    """A tall box on wheels with a pull-out handle, lit woofers and two microphones."""
    make.view(28, 11, second=(-42, 18))
    make.dim = 0.86
    h, w, d = product.cm("height", 62), 33.0, 28.0
    shell = make.material("plastic", "#19191b")
    dark, steel = make.material("plastic", "#0e0e10"), make.material("iron", "#2a2b2e")
    front = rounded(
        [
            (-w / 2, 3, 2.5),
            (w / 2, 3, 2.5),
            (w / 2 - 1.0, h - 5, 4),
            (w / 2 - 4, h, 4),
            (-w / 2 + 4, h, 4),
            (-w / 2 + 1.0, h - 5, 4),
        ],
        closed=True,
        steps=8,
    )
    body = make.slab(front, d, shell, 1.2, at=(0, d / 2, 0), turn=(90, 0, 0))
    face = make.slab(
        front * [0.9, 0.8] + [0, 3.4], 0.8, dark, 0.3, at=(0, -d / 2 + 0.2, 0), turn=(90, 0, 0)
    )
    y = -d / 2 - 0.7
    for z, r, hues in ((19.0, 10.4, (0.55, 0.95)), (41.5, 8.0, (0.1, 0.5))):
        woofer(make, (0, y, z), r, make.material("paper", "#4a4a50"), steel, (body, face))
        _lights(make, (0, y - 0.35, z), r * 1.2, hues)
    tweeter(make, (0, y, 54.6), 2.6, make.material("silk", "#303034"), steel)
    _panel(make, w, d, h, dark)
    rod = make.material("aluminium")
    for x in (-7.5, 7.5):
        make.tube([(x, d / 2 - 2.5, h - 2), (x, d / 2 - 2.5, h + 15)], 0.75, rod)
    make.tube([(-7.5, d / 2 - 2.5, h + 15), (7.5, d / 2 - 2.5, h + 15)], 1.4, shell)
    for x in (-1, 1):
        make.cylinder(
            4.4,
            2.8,
            make.material("rubber", "#202022"),
            0.6,
            at=(x * (w / 2 + 0.4) - 1.4, d / 2 - 3.4, 4.4),
            turn=(0, 90, 0),
        )
        make.cylinder(
            2.4, 3.2, rod, 0.3, at=(x * (w / 2 + 0.4) - 1.6, d / 2 - 3.4, 4.4), turn=(0, 90, 0)
        )
        make.box((4, 4, 3.4), make.material("rubber"), 0.6, at=(x * 11, -d / 2 + 5, 0))
    for k, (x, yy, turn) in enumerate(((24.0, -13.0, 24.0), (30.0, -8.0, 12.0))):
        with make.place((x, yy, 2.6), (0, 0, turn)):
            _microphone(make, k)


def _lights(
    make: Kit, at: tuple[float, float, float], radius: float, hues: tuple[float, float]
) -> None:
    """A ring of light that runs from one colour to another and back."""
    for k in range(24):
        share = abs(k - 12) / 12
        tone = hsv_to_rgb((hues[0] + (hues[1] - hues[0]) * share) % 1.0, 0.85, 0.9)
        a = np.radians(np.linspace(k * 15 - 0.5, k * 15 + 15.5, 6))
        path = np.stack(
            [at[0] + radius * np.cos(a), at[1] + 0 * a, at[2] + radius * np.sin(a)], axis=1
        )
        make.tube(path, 0.42, make.material("plastic", tone, glow=2.2), ends="flat")


def _panel(make: Kit, w: float, d: float, h: float, dark: Any) -> None:
    """Knobs, a screen and a slot for a tablet on top."""
    make.box((w - 12, d - 12, 0.6), dark, 0.3, at=(0, -1, h - 0.2))
    for k in range(3):
        make.cylinder(1.3, 1.3, make.material("aluminium"), 0.25, at=(-7 + 5 * k, -4, h + 0.3))
    make.box(
        (6, 3, 0.2), make.material("plastic", "#3fb6ff", glow=1.2), 0.05, at=(6, 1.5, h + 0.35)
    )


def _microphone(make: Kit, k: int) -> None:
    """One lying on the floor, its head to the front."""
    body = make.material("aluminium", "#2b2b2d" if k == 0 else "#7a2230")
    make.lathe(
        [(0, 0), (1.3, 0, 0.3), (1.5, 3, 1), (1.9, 15, 1), (2.3, 17.5, 0.3)],
        body,
        turn=(90, 0, 0),
        at=(0, 9, 0),
    )
    make.ball((2.6, 2.9, 2.6), make.material("steel"), at=(0, -10.2, 0))
    make.tube(flat(circle(2.55, 40), "xz", -9.0), 0.3, make.material("chrome"), closed=True)
