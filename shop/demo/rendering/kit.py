"""What a family file builds with: makers that put parts into the scene, and hints for the camera.

Everything is in centimetres; z is up and the front looks towards -y. What stands, stands on its
base: `at` is the middle of a box's or a lathe's underside, but the middle of a ball. `turn` is in
degrees about x, y and z. Each maker returns the Blender object.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from mathutils import Euler, Matrix  # type: ignore[import-not-found]

from shop.demo.rendering import cloth, cutting, materials, shapes, sweeps
from shop.demo.rendering.blender import added, solid
from shop.demo.rendering.colours import Colour
from shop.demo.rendering.items import Item
from shop.demo.rendering.outlines import Points, rounded, vessel
from shop.demo.rendering.shapes import Mesh

Place = Sequence[float] | Points
HERE: Place = (0, 0, 0)


class Kit:
    """The makers for one product; its parts hang on `root`, so that the whole can be moved."""

    def __init__(self, item: Item | None = None) -> None:
        self.root = added(None, item.id if item else "prop")
        self.seed = item.id if item else ""
        self.azimuth, self.elevation = -28.0, 16.0
        self.second = (38.0, 30.0)  # azimuth and elevation of the second picture
        self.hangs = False  # pendants and pictures: no ground under them
        self.dim = 1.0  # how bright the studio is; below 1 for what shines by itself
        self._frames: list[Any] = [Matrix()]
        self._known: dict[Any, Any] = {}

    # -- the camera ------------------------------------------------------------------------------

    def view(
        self, azimuth: float, elevation: float, second: tuple[float, float] | None = None
    ) -> None:
        """From where the catalogue looks, in degrees: azimuth 0 is the front, -90 the left."""
        self.azimuth, self.elevation = azimuth, elevation
        self.second = second or (azimuth + 66 if azimuth < 0 else azimuth - 66, elevation + 14)

    # -- materials -------------------------------------------------------------------------------

    def material(self, name: str, colour: str | Colour | None = None, **how: Any) -> Any:
        """A catalogue material; see `materials.material` for pattern, figure, scale and glow."""
        key = (name, colour, *sorted(how.items()))
        if key not in self._known:
            self._known[key] = materials.material(name, colour, seed=self.seed, **how)
        return self._known[key]

    def drawing(
        self, name: str, picture: Any, size: tuple[float, float], colour: str = "white"
    ) -> Any:
        """A material showing a Pillow picture once, `size` cm round the origin of a flat part."""
        return materials.pictured(name, picture, size, colour)

    # -- places ----------------------------------------------------------------------------------

    @contextmanager
    def place(
        self, at: Place = HERE, turn: Place = HERE, scale: float | Place = 1.0
    ) -> Iterator[None]:
        """Everything made inside is moved, turned and scaled together; may be nested."""
        self._frames.append(self._frames[-1] @ _matrix(at, turn, scale))
        try:
            yield
        finally:
            self._frames.pop()

    def around(
        self, n: int, radius: float = 0.0, start: float = 0.0, arc: float = 360.0
    ) -> Iterator[float]:
        """`for angle in make.around(4, 10):` what is made inside goes round the z axis, n times."""
        step = arc / n if arc >= 360 else arc / max(n - 1, 1)
        for k in range(n):
            angle = start + k * step
            a = math.radians(angle)
            with self.place((radius * math.cos(a), radius * math.sin(a), 0), (0, 0, angle)):
                yield angle

    def mirrored(self, axis: str = "x") -> Iterator[int]:
        """`for side in make.mirrored():` made twice, once as in a mirror; side is 1, then -1."""
        for side in (1, -1):
            scale = [side if axis == a else 1 for a in "xyz"]
            with self.place(scale=scale):
                yield side

    # -- makers: `where` is at=(x, y, z), turn=(degrees about x, y, z), scale= ------------------

    def mesh(self, mesh: Mesh, material: Any, **where: Any) -> Any:
        """Any mesh of `shapes` or `cloth`."""
        return self._put(solid(mesh, material), **where)

    def lathe(
        self, profile: Sequence[Place] | Points, material: Any, wall: float = 0.0,
        segments: int = 72, arc: float = 360.0, **where: Any,
    ) -> Any:  # fmt: skip
        """Turn a profile of (radius, height[, rounding]), bottom to top, round the z axis.

        `wall`: make it a vessel of that thickness, open at the top.
        """
        line = profile if isinstance(profile, np.ndarray) else rounded(profile)
        if wall:
            line = vessel(line, wall)
        return self.mesh(shapes.lathe(line, segments, arc), material, **where)

    def cylinder(
        self, radius: float, height: float, material: Any, bevel: float = 0.1,
        top: float | None = None, **where: Any,
    ) -> Any:  # fmt: skip
        """A round disc, rod or (with another `top` radius) cone, its edges bevelled."""
        top = radius if top is None else top
        b = min(bevel, 0.45 * height, 0.9 * min(radius, max(top, 0.01)))
        profile = [(0, 0), (radius, 0, b), (top, height, b), (0, height)]
        return self.lathe(profile, material, segments=48, **where)

    def box(self, size: Place, material: Any, radius: float = 0.3, **where: Any) -> Any:
        """A box of width, depth and height with rounded edges."""
        return self.mesh(shapes.box(size, radius), material, **where)

    def ball(self, radius: float | Place, material: Any, power: float = 2.0, **where: Any) -> Any:
        """A ball, or with three radii an ellipsoid; power above 2 makes it boxier."""
        radii = (radius,) * 3 if isinstance(radius, int | float) else radius
        return self.mesh(shapes.ball(radii, power), material, **where)

    def tube(
        self, path: Sequence[Place] | Points, radius: Any, material: Any,
        section: Points | None = None, closed: bool = False, ends: str = "round",
        up: Place | None = None, **where: Any,
    ) -> Any:  # fmt: skip
        """A rod, cord or strap along a path in space; see `sweeps.sweep`."""
        line = np.asarray(path, dtype=float)
        mesh = sweeps.sweep(line, radius, section, closed, ends, up)
        return self.mesh(mesh, material, **where)

    def slab(
        self, outline: Points, thickness: float, material: Any, bevel: float = 0.1,
        holes: Sequence[Points] = (), **where: Any,
    ) -> Any:  # fmt: skip
        """A flat piece cut along an outline (x, y), with holes; turn (90, 0, 0) stands it up."""
        return self._put(cutting.slab(outline, thickness, material, bevel, holes), **where)

    def sheet(self, points: Points, material: Any, thickness: float = 0.2, **where: Any) -> Any:
        """A curved sheet over a net of points (rows, columns, 3)."""
        return self.mesh(shapes.sheet(points, thickness), material, **where)

    def loft(self, rings: Points, material: Any, caps: bool = True, **where: Any) -> Any:
        """A skin over closed rings (rings, points, 3)."""
        return self.mesh(shapes.loft(rings, caps), material, **where)

    def pillow(
        self, outline: Points, thickness: float, material: Any, wrinkle: float = 0.25, **where: Any
    ) -> Any:
        """A stuffed cushion lying flat, sewn along an outline."""
        seed = sum(self.seed.encode())
        return self.mesh(cloth.stuffed(outline, thickness, wrinkle, seed), material, **where)

    def text(
        self, words: str, size: float, material: Any, depth: float = 0.01,
        at: Place = HERE, turn: Place = (90, 0, 0),
    ) -> Any:  # fmt: skip
        """Letters, standing upright and read from the front, centred at `at`."""
        return self._put(cutting.letters(words, size, material, depth), at, turn)

    def copy(self, part: Any, at: Place = HERE, turn: Place = HERE, scale: float = 1.0) -> Any:
        """The same part once more elsewhere (its mesh is shared)."""
        return self._put(added(part.data, part.name), at, turn, scale)

    # -- afterwards ------------------------------------------------------------------------------

    def soften(self, part: Any, levels: int = 1) -> Any:
        """Subdivide a part, rounding what is coarse."""
        step = part.modifiers.new("soften", "SUBSURF")
        step.levels = step.render_levels = levels
        return part

    def cut(self, part: Any, tool: Any) -> Any:
        """Take the shape of another part out of a part; the tool vanishes."""
        return cutting.cut(part, tool)

    def lamp(
        self, power: float, at: Place, radius: float = 1.0, colour: Colour = materials.WARM
    ) -> Any:
        """A light inside the product, in watts at a lamp's size."""
        data = bpy.data.lights.new("bulb", "POINT")
        data.energy, data.color, data.shadow_soft_size = power * 100, colour, radius
        return self._put(added(data, "bulb"), at, HERE)

    def _put(
        self, made: Any, at: Place = HERE, turn: Place = HERE, scale: float | Place = 1.0
    ) -> Any:
        made.parent = self.root
        made.matrix_local = self._frames[-1] @ _matrix(at, turn, scale)
        return made


def _matrix(at: Place, turn: Place, scale: float | Place) -> Any:
    size = (scale,) * 3 if isinstance(scale, int | float) else scale
    return Matrix.LocRotScale(at, Euler([math.radians(t) for t in turn]), size)
