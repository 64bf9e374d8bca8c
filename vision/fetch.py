"""The bytes of a catalogue picture: a file of the shop's, or what a web address gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

OWN = "/media/"
LARGEST = 8 * 1024 * 1024
PATIENCE = 10.0  # seconds


def fetcher(media: Path) -> Callable[[str], bytes]:
    """A function from an address to bytes; it raises `OSError` or `ValueError` saying why not."""

    def fetch(address: str) -> bytes:
        if address.startswith(OWN):
            name = Path(address).name  # a feed names files of this folder and no others
            return (media / name).read_bytes()
        if not address.startswith("https://"):
            raise ValueError("neither a picture of the shop's nor an https address")
        asked = Request(address, headers={"User-Agent": "Shopkeeper"})  # noqa: S310  https, see above
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310
            raw: bytes = answer.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ValueError(f"larger than {LARGEST >> 20} MiB")
        return raw

    return fetch
