"""Running one command of a package: `python -m language train` and the like."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from shop.errors import ShopError


def run(
    parser: argparse.ArgumentParser, arguments: Sequence[str] | None, log: str = "%(message)s"
) -> int:
    """Call what the parser has set as `run`; an error of the shop ends it with one sentence."""
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format=log)
    try:
        options.run(options)
    except ShopError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
