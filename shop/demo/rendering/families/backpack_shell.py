"""A backpack with a faceted shell."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.bag_parts import case, edge_of, raised, upper_part
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rounded
from shop.demo.rendering.shapes import Mesh, boxed_uv


def shell(product: Item, make: Kit) -> None:
    tone = "#2b2c2f" if product.colour == "black" else "#d9dad8"
    plastic = make.material("plastic", tone)
    cloth, web = make.material("polyester", "#232326"), make.material("nylon", "#1b1b1d")
    metal = make.material("steel")
    w, h, d = 30.0, 45.0, 13.0
    body = raised(rounded([(-w / 2, -h / 2, 4), (w / 2, -h / 2, 4), (w / 2, h / 2, 7),
        (-w / 2, h / 2, 7)], closed=True), h / 2)  # fmt: skip
    make.mesh(case(body, d, edge=1.0, bulge=0.2), cloth)
    line = edge_of(body * [1.005, 1.0], -d / 2 + 3.2)
    parts.zip_line(make, upper_part(line, 5), web, metal, 1.4, pull=None)
    lock = line[(abs(line[:, 2] - 24) + 99 * (line[:, 0] > 0)).argmin()]
    make.box((1.6, 3.6, 6.0), make.material("plastic", "#17171a"), 0.4, at=lock - [0.4, 0, 3])
    for k in range(3):
        make.cylinder(0.8, 0.5, metal, at=lock + [-1.0, 0, -1.6 + 1.6 * k], turn=(0, -90, 0))
    make.mesh(_facets(w - 0.6, h - 0.6, 5.0), plastic, at=(0, -d / 2 + 0.8, h / 2))
    make.box((4.5, 0.3, 0.9), metal, 0.1, at=(0, -d / 2 - 1.0, 5.4), turn=(14, 0, 0))
    parts.handle(make, web, 4.2, h, 2.6, y=2, size=(2.6, 0.8))
    parts.shoulder_straps(make, cloth, web, h - 3, 4, d / 2, half=5.5, width=6.6)
    port = make.material("plastic", "#0f0f10")
    make.box((0.6, 1.8, 3.0), port, 0.3, at=(w / 2, 2, 14))


def _facets(w: float, h: float, out: float) -> Mesh:
    """A shell of flat triangles: every facet has its own corners, so that its edges stay sharp."""
    a, b = w / 2, h / 2
    rim = [(-a + 3, -b), (0, -b), (a - 3, -b), (a, -b + 4), (a, 0), (a, b - 6), (a - 5, b), (0, b),
        (-a + 5, b), (-a, b - 6), (-a, 0), (-a, -b + 4)]  # fmt: skip
    inner = [(-a * 0.5, -b * 0.62, 0.8), (a * 0.45, -b * 0.66, 0.82), (a * 0.62, -b * 0.05, 0.9),
        (a * 0.36, b * 0.55, 0.85), (-a * 0.42, b * 0.6, 0.82), (-a * 0.6, b * 0.02, 0.9),
        (-a * 0.06, -b * 0.14, 1.15), (0.1 * a, b * 0.2, 1.1)]  # fmt: skip
    p = np.array([(x, 0.0, z) for x, z in rim] + [(x, -out * y, z) for x, z, y in inner])
    faces = [(0, 1, 12), (1, 13, 12), (1, 2, 13), (2, 3, 13), (3, 4, 13), (4, 14, 13), (4, 5, 14),
        (5, 15, 14), (5, 6, 15), (6, 7, 15), (7, 16, 15), (7, 8, 16), (8, 9, 16), (9, 10, 16),
        (10, 17, 16), (10, 11, 17), (11, 12, 17), (11, 0, 12), (12, 13, 18), (13, 14, 18),
        (14, 19, 18), (14, 15, 19), (15, 16, 19), (16, 17, 19), (17, 18, 19),
        (17, 12, 18)]  # fmt: skip
    points = p[np.array(faces)].reshape(-1, 3)
    n = len(points)
    return boxed_uv(Mesh(points, np.arange(n), np.full(len(faces), 3), np.zeros((n, 2))))
