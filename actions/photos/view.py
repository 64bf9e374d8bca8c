"""Which photo is meant, and which part of it: kept with a search as one short word."""

from __future__ import annotations

from typing import NamedTuple, Self

from vision.pictures import Box

AT = "@"  # no photo's id has one


class View(NamedTuple):
    """A photo, or the part of it that a shopper means; the box in shares of its sides."""

    photo_id: str
    box: Box | None = None

    @classmethod
    def read(cls, written: str) -> Self:
        """What `str` gives; raises `ValueError` for anything else."""
        photo_id, _, sides = written.partition(AT)
        if not sides:
            return cls(photo_id)
        left, top, right, bottom = (min(max(float(side), 0.0), 1.0) for side in sides.split(","))
        if not (left < right and top < bottom):
            raise ValueError(f"no box: {sides}")
        return cls(photo_id, Box(left, top, right, bottom))

    def __str__(self) -> str:
        if self.box is None:
            return self.photo_id
        return self.photo_id + AT + sides_of(self.box)

    def part(self, box: Box) -> View:
        """One box of this view, as a view of its own."""
        if self.box is None:
            return View(self.photo_id, box)
        left, top, right, bottom = self.box
        wide, high = right - left, bottom - top
        return View(
            self.photo_id,
            Box(
                left + box.left * wide,
                top + box.top * high,
                left + box.right * wide,
                top + box.bottom * high,
            ),
        )


def sides_of(box: Box) -> str:
    """A box as `left,top,right,bottom`, to a thousandth."""
    return ",".join(f"{side:.3f}" for side in box)
