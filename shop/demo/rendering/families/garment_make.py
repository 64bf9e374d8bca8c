"""Cutting and sewing: the pieces of a garment put into the scene in their cloths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import BACK, FRONT, Torso, panel_mesh
from shop.demo.rendering.families.garment_folds import sleeve_folds, torso_folds
from shop.demo.rendering.families.garment_sleeves import Sleeve, armhole, sleeve, sleeve_mesh
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even
from shop.demo.rendering.shapes import Mesh, join

FINE = 3.0  # jersey is finer than the studio's weaves by this


@dataclass
class Sewn:
    """A garment in the scene: where its pieces are."""

    make: Kit
    torso: Torso
    nets: dict[int, Points]
    rings: dict[int, Points] = field(default_factory=dict)  # of the sleeves, mirrored to +x
    hood_edge: Points = field(default_factory=lambda: np.zeros((0, 3)))

    def cuff_ring(self, side: int, k: int = -1) -> Points:
        """A ring of a sleeve, where it is in the scene."""
        return self.rings[side][k] * [side, 1, 1]

    def hem_ring(self) -> Points:
        """The closed hem of the body."""
        front, back = self.nets[FRONT][0], self.nets[BACK][0]
        return np.concatenate([front, back[-2:0:-1]])


def washed(product: Item) -> Item:
    """Black cloth is never quite black: else its folds could not be seen."""
    return product.in_colour("#38383d") if product.colour == "black" else product


def clothed(
    mesh: Mesh, fine: float = FINE, swap: bool = False, middle: float | None = None
) -> Mesh:
    """The mesh with its cloth coordinates made finer, turned by a quarter, or centred in height."""
    if middle is not None:
        mesh.uv = mesh.uv - [0, middle]
    mesh.uv = mesh.uv * fine
    if swap:
        mesh.uv = mesh.uv[:, ::-1].copy()
    return mesh


def crumpled(product: Item, torso: Torso, strength: float, soft: float = 1.0, **how: int) -> Torso:
    """The torso with folds front and back."""
    chance = product.random
    (half, high), low = torso.underarm, torso.sides[0][0]
    for side in (FRONT, BACK):
        torso.folds[side] = torso_folds(chance, half, high, low, strength, soft, **how)
    return torso


def sewn(
    make: Kit, product: Item, torso: Torso, cloth: Any, arm: Sleeve | None = None,
    strength: float = 1.0, soft: float = 1.0, back: Any = None, arms: Any = None, **how: Any,
) -> Sewn:  # fmt: skip
    """Body and sleeves in the scene; `back` and `arms`: their cloths where they are others."""
    nets = {side: torso.panel(side) for side in (FRONT, BACK)}
    done = Sewn(make, torso, nets)
    piles: dict[int, tuple[Any, list[Mesh]]] = {}

    def lay(material: Any, mesh: Mesh) -> None:
        piles.setdefault(id(material), (material, []))[1].append(mesh)

    for side, net in nets.items():
        lay(cloth if side == FRONT else back or cloth, panel_mesh(net, side))
    chance = product.random
    for side in (1, -1) if arm else ():
        assert arm is not None  # noqa: S101
        wide = arm.widths[0][1] * 6.0
        arm.folds = sleeve_folds(chance, arm.length, wide, strength, soft)
        done.rings[side] = sleeve(armhole(torso, nets, side), arm)
        lay(arms or cloth, sleeve_mesh(done.rings[side], side))
    for material, meshes in piles.values():
        make.mesh(clothed(join(*meshes), **how), material)
    return done


def lining(
    done: Sewn, tone: Any, material: str = "cotton", deep: float = 15.0, glow: float = 0.1
) -> None:
    """The inside of the back, seen through the neck: a little lit, as it lies in shade."""
    torso, make = done.torso, done.make
    cloth = make.material(material, lighter(tone, 0.12), glow=glow)
    top = torso.top(BACK)
    line = even(top[abs(top[:, 0]) <= torso.neck[0] + 1e-6], 40)
    wide = np.interp(torso.neck[1] - deep, [torso.underarm[1], torso.neck[1]], [1.3, 1.0])
    low = line * [wide, 0] + [0, line[:, 1].min() - deep]
    net = parts.patch_of(torso, low, line, BACK, -0.35)
    make.sheet(net, cloth, 0.05)


def label(
    done: Sewn, words: str, tone: str = "#f4f1ea", ink: str = "#3a3a3c", below: float = 1.6
) -> None:
    """A woven label inside the back neck."""
    torso, make = done.torso, done.make
    z = torso.neck[1] - torso.back_drop - below
    corners = np.array([(-2.2, z - 1.5), (2.2, z - 1.5), (2.2, z), (-2.2, z)])
    make.sheet(
        parts.patch(torso, corners, BACK, -0.55, 6), make.material("satin", tone, glow=0.15), 0.06
    )
    p = torso.on(0, z - 0.8, BACK, -0.75)
    make.text(words, 0.8, make.material("paper", ink), at=p)


def rib_cuffs(
    done: Sewn,
    cloth: Any,
    length: float = 6.0,
    ribs: int = 24,
    tight: float = 0.72,
    deep: float = 0.1,
) -> None:
    """Ribbed cuffs at the sleeves' ends."""
    for side in done.rings:
        ring = done.cuff_ring(side)
        ahead = ring.mean(0) - done.cuff_ring(side, -3).mean(0)
        ahead /= np.linalg.norm(ahead)
        middle = ring.mean(0)
        near = middle + (ring - middle) * (tight + 0.06) + ahead * length * 0.25
        far = middle + (ring - middle) * tight + ahead * length
        start = middle + (ring - middle) * 0.97 - ahead * 0.4
        done.make.mesh(clothed(parts.band(start, near, 0, 0, 0.5, 0.2, 6)), cloth)
        done.make.mesh(clothed(parts.band(near, far, ribs, deep, 0.25, 0.3)), cloth)


def rib_hem(
    done: Sewn,
    cloth: Any,
    length: float = 6.5,
    ribs: int = 70,
    tight: float = 0.9,
    deep: float = 0.11,
) -> None:
    """A ribbed band below the body, drawn in a little."""
    ring = done.hem_ring()
    near = ring * [tight + 0.02, tight, 1] - [0, 0, 1.0]
    done.make.mesh(
        clothed(parts.band(ring * [0.99, 0.98, 1] + [0, 0, 0.5], near, 0, 0, 0.6, 0.3, 7)), cloth
    )
    done.make.mesh(
        clothed(parts.band(near, ring * [tight, tight, 1] - [0, 0, length], ribs, deep, 0.4, 0.35)),
        cloth,
    )


def hem_seams(done: Sewn, cloth: Any, up: float = 2.2, arms: bool = True) -> None:
    """The stitching of the hems and of the armholes, hardly more than a shadow."""
    torso, make = done.torso, done.make
    z0 = torso.sides[0][0] + up
    for side in (FRONT, BACK):
        x = np.linspace(-1, 1, 60) * float(torso.width(np.array(z0))) * 0.99
        line = np.stack([x, z0 + torso.hem(np.linspace(-1, 1, 60), side)], axis=1)
        parts.seam(make, torso, line, cloth, side, 0.1, 0.0)
    for side in done.rings if arms else ():
        k = max(1, round(len(done.rings[side]) * (1 - 2.0 / 19)))
        make.tube(done.cuff_ring(side, k), 0.12, cloth, closed=True)
