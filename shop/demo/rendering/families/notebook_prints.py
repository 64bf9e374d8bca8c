"""What is printed in and on notebooks: name boxes, rulings, week plans, a pencil sketch."""

from __future__ import annotations

import math
import random

import numpy as np

from shop.demo.rendering.colours import Colour
from shop.demo.rendering.families.labels import Label
from shop.demo.rendering.outlines import spline

INK = "#3a2a1c"


def name_box(width: float, height: float, brand: str) -> Label:
    """The front of an exercise book."""
    label = Label(width, height)
    label.words(brand, (0, 0.33 * height), 1.15, INK, heavy=True, spread=0.12)
    label.words("EXERCISE BOOK", (0, 0.25 * height), 0.6, INK, spread=0.1)
    label.block((0, -0.04 * height), (9.2, 5.4), INK, 0.25)
    label.block((0, -0.04 * height), (9.0, 5.2), "#f8f2e2", 0.2)
    for k, word in enumerate(("NAME", "SUBJECT", "CLASS")):
        y = -0.04 * height + 1.4 - 1.55 * k
        label.words(word, (-4.1, y), 0.52, INK, anchor="lm")
        label.line([(-1.5, y - 0.25), (4.1, y - 0.25)], INK, 0.05)
    label.words("30 sheets · lined", (0, -0.4 * height), 0.5, INK)
    return label


def dot_grid(width: float, height: float, ink: str | Colour, step: float = 0.7) -> Label:
    """A field of dots."""
    label = Label(width, height)
    for x in np.arange(-width / 2 + step, width / 2 - step / 2, step):
        for y in np.arange(-height / 2 + step, height / 2 - step / 2, step):
            label.dot((x, y), 0.12, ink)
    return label


def week(width: float, height: float, first: int, ink: str) -> Label:
    """One half of a weekly spread."""
    label = Label(width, height, "#fbf8f0")
    x, top = width / 2 - 1.0, height / 2 - 1.2
    label.words("WEEK" if first == 0 else "PLAN", (-x, top), 0.9, ink, heavy=True, anchor="lm")
    days = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "TO DO")[first : first + 4]
    tall = (height - 3.4) / 4
    for k, day in enumerate(days):
        y = top - 1.0 - k * tall
        label.block((0, y - 0.2), (2 * x, 0.75), ink, 0.12)
        label.words(day, (-x + 0.3, y - 0.2), 0.5, "white", heavy=True, anchor="lm")
        for row in range(1, 5):
            if row * 0.85 + 0.6 < tall:
                label.line(
                    [(-x, y - 0.25 - row * 0.85), (x, y - 0.25 - row * 0.85)], "#c9c2b0", 0.04
                )
    return label


def sketch(width: float, height: float, chance: random.Random) -> Label:
    """A pencil drawing of a jug with a branch, hatched with short strokes."""
    label = Label(width, height, "#f7f4ec")
    grey = "#5a5a5c"
    body = spline(
        [(-1.6, -6.4), (-3.0, -4.4), (-3.3, -2.2), (-2.0, 0.2), (-1.3, 1.6), (-1.7, 2.4)], 40
    )
    for side in (-1, 1):
        for _ in range(3):
            wobble = np.array([chance.uniform(-0.07, 0.07), chance.uniform(-0.07, 0.07)])
            label.line(body * [side, 1] + wobble, grey, 0.07)
    for y, half in ((2.4, 1.7), (-6.4, 1.6)):
        oval = [(half * math.cos(t / 9), y + 0.4 * math.sin(t / 9)) for t in range(58)]
        label.line(oval, grey, 0.06)
    label.line(spline([(1.6, 0.9), (3.6, 1.0), (4.2, -0.8), (2.9, -2.6)], 24), grey, 0.16)
    _hatching(label, chance)
    for stem in (((0, 2.4), (0.5, 5.0), (2.4, 8.2)), ((-0.3, 2.4), (-1.1, 4.6), (-1.9, 6.6))):
        line = spline(list(stem), 30)
        label.line(line, grey, 0.08)
        for k in range(6, 30, 4):
            _leaf(
                label,
                line[k],
                1.25,
                chance.uniform(0.3, 1.1) * (1 if k % 8 < 4 else -1) + 1.2,
                grey,
            )
    return label


def _hatching(label: Label, chance: random.Random) -> None:
    """Shade on the jug's right side and under its foot."""
    for k in range(46):
        x = 0.4 + 2.7 * chance.random()
        y = -5.6 + 6.0 * chance.random()
        if x < 1.2 + 1.9 * math.sin((y + 6.6) / 8.2 * math.pi) - 0.2:
            label.line([(x - 0.5, y - 0.55), (x + 0.3, y + 0.55)], "#8d8d90", 0.05)
        foot = (-4.4 + k * 0.19, -6.7 - 0.2 * math.sin(k))
        label.line([foot, (-4.0 + k * 0.19, -6.5)], "#a9a9ac", 0.05)


def _leaf(label: Label, at: np.ndarray, long: float, turn: float, ink: str) -> None:
    t = np.linspace(0, 1, 12)
    half = 0.22 * np.sin(np.pi * t)
    line = np.stack([np.r_[t, t[::-1]], np.r_[half, -half[::-1]]], axis=1) * long
    c, s = math.cos(turn), math.sin(turn)
    label.line(line @ np.array([[c, s], [-s, c]]) + at, ink, 0.06)
