"""What passes between the gateway and the process that decodes.

A picture is `QUESTION` (length) and its bytes; the answer `ANSWER` (1 for a photo, width, height,
length) and a JPEG, or 0 and the reason in its place.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

QUESTION = struct.Struct("!I")
ANSWER = struct.Struct("!BIII")


@dataclass(frozen=True)
class Cleaned:
    """A photo as it is kept."""

    jpeg: bytes
    width: int
    height: int
