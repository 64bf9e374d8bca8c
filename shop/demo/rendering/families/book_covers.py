"""Book covers drawn with Pillow: a pot, a snail, a ferry, a train, a clock, a balcony, a desk."""

from __future__ import annotations

import math
import random

import numpy as np

from shop.demo.rendering.families.labels import Label
from shop.demo.rendering.outlines import Points, arc, ellipse, spline


def pot(w: float, h: float, author: str) -> Label:
    """A lidded clay pot steaming on a stripe of tiles."""
    label = Label(w, h, "#d9652a")
    label.block((0, -h / 2 + 2.6), (w, 5.2), "#f3e3c3")
    for k in range(-5, 6):
        label.line([(k * 2, -h / 2), (k * 2, -h / 2 + 5.2)], "#d9652a", 0.12)
    label.line([(-w / 2, -h / 2 + 2.6), (w / 2, -h / 2 + 2.6)], "#d9652a", 0.12)
    y = -h / 2 + 5.0
    body = spline([(-4.6, y), (-5.9, y + 2.2), (-5.4, y + 4.6)], 20)
    label.shape(np.vstack([body, body[::-1] * [-1, 1]]), "#6b3a22")
    label.shape(ellipse(5.6, 0.7, 40) + [0, y + 4.6], "#8a5030")
    label.shape(arc(5.0, 0, 180, 30, (0, y + 4.8)) * [1, 0.5] + [0, (y + 4.8) / 2], "#5a2f1b")
    label.block((0, y + 7.6), (1.8, 0.9), "#5a2f1b", 0.35)
    for side in (-1, 1):
        label.line(
            [(side * 5.5, y + 3.4), (side * 7.2, y + 3.8), (side * 7.1, y + 2.6)], "#6b3a22", 0.7
        )
    for bend in (-2.4, 0.0, 2.4):
        t = np.linspace(0, 1, 30)
        steam = np.stack([bend + 0.7 * np.sin(t * 7 + bend), y + 8.4 + 2.2 * t], axis=1)
        label.line(steam, "#f8e6c6", 0.28)
    label.words("一口砂锅", (0, h / 2 - 3.0), 3.6, "#fff5df")
    label.words("过四季", (0, h / 2 - 6.6), 3.6, "#fff5df")
    label.words("ONE CLAY POT, FOUR SEASONS", (0, h / 2 - 9.0), 0.92, "#fff5df", heavy=True)
    label.words(author, (0, -h / 2 + 0.9), 0.8, "#6b3a22", heavy=True)
    return label


def snail(w: float, h: float, author: str) -> Label:
    """A snail with a letter on a leaf."""
    label = Label(w, h, "#8cc063")
    label.dot((0, -h * 0.62), w * 0.85, "#5a9a46", h * 0.36)
    label.dot((-6.6, 2.2), 1.3, "#fbe27a")
    foot = spline([(-6.2, -4.2), (-2, -3.6), (3.6, -3.6), (5.6, -1.2), (6.0, 1.0)], 40)
    label.line(foot, "#f0cf9a", 1.7)
    for x in (5.6, 6.7):
        label.line([(6.0, 1.2), (x, 3.0)], "#f0cf9a", 0.35)
        label.dot((x, 3.1), 0.4, "#3a2a22")
    label.line(arc(0.7, 200, 320, 10, (6.0, 1.0)), "#9a5a3a", 0.18)
    label.dot((-0.8, -0.4), 3.5, "#c8553f")
    t = np.linspace(0, 1, 90)
    r, a = 3.0 * (1 - 0.93 * t), t * 15
    label.line(np.stack([-0.8 + r * np.cos(a), -0.4 + r * np.sin(a)], axis=1), "#f3b48a", 0.36)
    label.block((3.6, -2.0), (3.2, 2.2), "#fffdf4", 0.12)
    label.line([(2.1, -1.05), (3.6, -2.1), (5.1, -1.05)], "#b9a27a", 0.12)
    label.dot((3.6, -2.05), 0.34, "#c8392f")
    label.words("送信的小蜗牛", (0, h / 2 - 1.9), 2.3, "#fffdf0")
    label.words("THE SNAIL WHO", (0, h / 2 - 3.9), 1.0, "#2f5a2a", heavy=True)
    label.words("CARRIED THE POST", (0, h / 2 - 5.0), 1.0, "#2f5a2a", heavy=True)
    label.words(author, (0, -h / 2 + 0.9), 0.75, "#f7fbef")
    return label


def ferry(w: float, h: float, author: str) -> Label:
    """A lit boat on a dark sea under a low moon, an island in fog."""
    label = Label(w, h)
    label.fade("#0e1a3c", "#5f7cae")
    label.dot((3.7, 2.9), 1.25, "#f2e2b4")
    for k, (y, tone) in enumerate(((0.6, "#3f5788"), (-0.3, "#2c4272"))):
        along = np.linspace(-w / 2, w / 2, 40)
        swell = np.exp(-(((along - 2 + 5 * k) / 5) ** 2))
        hills = y + 0.9 * np.sin(along * 0.55 + k * 2) * swell
        label.shape(
            [*np.stack([along, hills], 1).tolist(), (w / 2, -h / 2), (-w / 2, -h / 2)], tone
        )
    label.shape([(-w / 2, -1.6), (w / 2, -1.6), (w / 2, -h / 2), (-w / 2, -h / 2)], "#13234a")
    hull = [(-4.6, -2.2), (3.8, -2.2), (2.9, -3.7), (-3.7, -3.7)]
    label.shape(hull, "#0a0f22")
    label.block((-0.4, -1.5), (5.2, 1.4), "#e7e0cf", 0.1)
    for k in range(4):
        label.block((-2.2 + 1.2 * k, -1.45), (0.7, 0.6), "#f3b04a", 0.1)
    label.block((0.9, -0.2), (1.0, 1.5), "#b8392c")
    chance = random.Random(3)  # noqa: S311
    for _ in range(46):
        x, y = chance.uniform(-w / 2, w / 2), chance.uniform(-h / 2 + 3.3, -4.2)
        long = chance.uniform(0.3, 1.3)
        bright = abs(x - 0.2) < 2.6
        label.line([(x, y), (x + long, y)], "#e8b560" if bright else "#35507f", 0.07)
    label.words("末班渡船", (0, h / 2 - 2.2), 2.3, "#f6efdc")
    label.words("去雾桥岛", (0, h / 2 - 4.6), 2.3, "#f6efdc")
    label.words("THE LAST FERRY TO WUQIAO ISLAND", (0, -h / 2 + 2.6), 0.62, "#f6efdc", heavy=True)
    label.words(author, (0, -h / 2 + 1.4), 0.72, "#e8cf95")
    return label


def train(w: float, h: float, author: str) -> Label:
    """A green slow train winding out of the hills."""
    label = Label(w, h, "#b8261d")
    label.dot((2.4, 0.2), 2.1, "#f3c14e")
    for k, tone in enumerate(("#e0784a", "#8f1c1a")):
        along = np.linspace(-w / 2, w / 2, 30)
        hills = -0.6 - 1.3 * k + (1.1 - 0.3 * k) * np.sin(along * (0.7 + 0.2 * k) + 2 * k)
        label.shape(
            [*np.stack([along, hills], 1).tolist(), (w / 2, -h / 2), (-w / 2, -h / 2)], tone
        )
    for k in range(3):
        x, y = -3.3 + 3.1 * k, -4.1
        label.block((x, y), (2.9, 2.0), "#2f5a3c", 0.2)
        label.block((x, y - 0.55), (2.9, 0.16), "#f3c14e")
        for j in (-0.85, 0, 0.85):
            label.block((x + j, y + 0.25), (0.55, 0.7), "#f6ecd2", 0.08)
        for j in (-0.8, 0.8):
            label.dot((x + j, y - 1.1), 0.34, "#241a18")
    label.line([(-w / 2, -5.6), (w / 2, -5.6)], "#f6ecd2", 0.14)
    for k in range(-5, 6):
        label.line([(k, -5.9), (k + 0.3, -5.4)], "#f6ecd2", 0.14)
    label.words("西南慢火车", (0, h / 2 - 2.0), 1.9, "#fff3da")
    label.words("SLOW TRAINS OF", (0, h / 2 - 3.9), 0.8, "#fff3da", heavy=True)
    label.words("THE SOUTH-WEST", (0, h / 2 - 4.9), 0.8, "#fff3da", heavy=True)
    label.words(author + " · 14 maps", (0, -h / 2 + 1.2), 0.62, "#fff3da")
    return label


def clock(w: float, h: float, author: str) -> Label:
    """A cracked clock face, its hands thirteen minutes behind."""
    label = Label(w, h, "#121214")
    y = -1.6
    label.dot((0, y), 4.6, "#b5222a")
    label.dot((0, y), 4.25, "#ece3cc")
    for k in range(60):
        a = k * math.pi / 30
        inner = 3.5 if k % 5 == 0 else 3.8
        label.line([(inner * math.sin(a), y + inner * math.cos(a)),
                    (4.0 * math.sin(a), y + 4.0 * math.cos(a))], "#121214",
                   0.16 if k % 5 == 0 else 0.05)  # fmt: skip
    for turn, long, thick in ((-0.6, 2.1, 0.3), (-1.36, 3.3, 0.2)):
        way = np.array([math.sin(turn), math.cos(turn)])
        label.line([-0.5 * way + [0, y], long * way + [0, y]], "#121214", thick)
    lost = np.linspace(-1.36, 0, 13)
    wedge = np.stack([3.98 * np.sin(lost), y + 3.98 * np.cos(lost)], axis=1)
    label.shape([(0, y), *wedge], "#b5222a")
    label.dot((0, y), 0.35, "#121214")
    label.line([(1.0, y - 0.8), (1.9, y - 1.4), (2.1, y - 2.5), (3.4, y - 3.3), (3.7, y - 5.2)],
               "#121214", 0.1)  # fmt: skip
    label.words("THIRTEEN", (0, h / 2 - 1.9), 1.75, "#ece3cc", heavy=True, spread=0.08)
    label.words("MINUTES SLOW", (0, h / 2 - 3.6), 1.25, "#e0353b", heavy=True, spread=0.06)
    label.words("a mystery", (0, -h / 2 + 2.5), 0.7, "#ece3cc")
    label.words(author.upper(), (0, -h / 2 + 1.3), 0.85, "#ece3cc", heavy=True, spread=0.1)
    return label


def balcony(w: float, h: float, author: str) -> Label:
    """Pots of flowers and tomatoes on a balcony rail."""
    label = Label(w, h, "#f2c23c")
    label.words("两米宽的花园", (0, h / 2 - 2.3), 2.45, "#3a4a20")
    label.words("A GARDEN TWO METRES WIDE", (0, h / 2 - 4.4), 0.85, "#3a4a20", heavy=True)
    floor = -h / 2 + 3.2
    label.block((0, floor - 0.9), (w, 0.5), "#7a4f2a")
    for k in range(-8, 9):
        label.block((k, floor - 2.3), (0.22, 2.6), "#7a4f2a")
    chance = random.Random(5)  # noqa: S311
    inks = ("#d9443a", "#f7f3e8", "#e0708a", "#e8722a", "#8a5ab0")
    for k, x in enumerate((-6.2, -2.2, 2.0, 6.1)):
        tall = (5.4, 8.2, 6.4, 8.8)[k]
        for _ in range(11):
            tip = (x + chance.uniform(-1.9, 1.9), floor + 2.6 + tall * chance.uniform(0.35, 0.95))
            label.line(spline([(x, floor + 2.4), (x * 0.5 + tip[0] * 0.5, tip[1] - 1.2), tip], 10),
                       "#3f7a3a", 0.13)  # fmt: skip
            _sprig(label, tip, 1.15, chance)
            _bloom(
                label, tip, 0.72 * chance.uniform(0.8, 1.2), inks[(k + chance.randint(0, 1)) % 5]
            )
        label.shape([(x - 1.3, floor - 0.4), (x + 1.3, floor - 0.4), (x + 1.7, floor + 2.3),
                     (x - 1.7, floor + 2.3)], "#b8582f")  # fmt: skip
        label.block((x, floor + 2.4), (3.9, 0.7), "#c96a3c", 0.15)
    label.block((0, -h / 2 + 0.75), (w, 1.5), "#f2c23c")
    label.words(author, (0, -h / 2 + 0.75), 0.75, "#3a4a20", heavy=True)
    return label


def _bloom(label: Label, at: tuple[float, float], r: float, ink: str) -> None:
    for k in range(6):
        a = k * math.pi / 3
        label.dot((at[0] + 0.6 * r * math.cos(a), at[1] + 0.6 * r * math.sin(a)), 0.42 * r, ink)
    label.dot(at, 0.32 * r, "#f6d13f" if ink != "#f7f3e8" else "#e0a030")


def _sprig(label: Label, at: tuple[float, float], long: float, chance: random.Random) -> None:
    t = np.linspace(0, 1, 10)
    half = 0.22 * np.sin(np.pi * t)
    line: Points = np.stack([np.r_[t, t[::-1]], np.r_[half, -half[::-1]]], axis=1) * long
    for _ in range(2):
        a = chance.uniform(0, 6.28)
        c, s = math.cos(a), math.sin(a)
        label.shape(line @ np.array([[c, s], [-s, c]]) + np.array(at) - [0, 0.7], "#4f8f45")


def desk(w: float, h: float, author: str, blue: bool) -> Label:
    """Nothing but an hour with one tidy quarter, and the title."""
    ground, ink, accent = (
        ("#2f68a8", "#ffffff", "#f6c945") if blue else ("#f7f5ef", "#26282c", "#e0642f")
    )
    label = Label(w, h, ground)
    y = -1.0
    label.dot((0, y), 2.9, ink)
    label.dot((0, y), 2.65, ground)
    wedge = np.linspace(0, np.pi / 2, 16)
    label.shape([(0, y), *[(2.35 * math.sin(a), y + 2.35 * math.cos(a)) for a in wedge]], accent)
    label.line([(0, y + 2.35), (0, y), (2.35, y)], ink, 0.14)
    label.words("整理一小时", (0, h / 2 - 1.9), 1.75, ink)
    label.words("THE TIDY HOUR", (0, h / 2 - 3.5), 0.82, ink, heavy=True, spread=0.06)
    for k in range(3):
        label.line([(-2.6, -h / 2 + 2.7 - 0.5 * k), (2.6, -h / 2 + 2.7 - 0.5 * k)], ink, 0.05)
    label.words(author, (0, -h / 2 + 0.9), 0.58, ink)
    return label


def roofs(w: float, h: float, ink: str) -> Label:
    """Stamped in cloth: three roofs in the rain, the title beside them."""
    label = Label(w, h)
    chance = random.Random(11)  # noqa: S311
    for k, (x, y, half) in enumerate(((-2.0, -4.4, 3.0), (2.4, -5.6, 2.6), (0.4, -7.2, 3.6))):
        left = spline([(x - half, y), (x - half * 0.5, y + 0.6), (x, y + 1.9)], 12)
        right = left[::-1] * [-1, 1] + [2 * x, 0]
        label.line(np.vstack([left, right]), ink, 0.16)
        label.line([(x - half * 0.8, y + 0.1), (x + half * 0.8, y + 0.1)], ink, 0.1)
        for j in range(-3, 4):
            if k == 2:
                label.line([(x + j * 0.6, y + 0.2), (x + j * 0.32, y + 1.3)], ink, 0.06)
    for _ in range(40):
        x, y = chance.uniform(-5, 5), chance.uniform(-2.4, 1.4)
        label.line([(x, y), (x - 0.15, y - chance.uniform(0.4, 0.9))], ink, 0.05)
    label.words("借来的屋檐听雨", (0, h / 2 - 3.4), 1.45, ink)
    label.words("Rain on Borrowed Roofs", (0, h / 2 - 5.2), 0.82, ink)
    return label
