"""`python -m vision`: enhance."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from shop.errors import ShopError
from vision import enhance_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of the shop end it with one sentence."""
    parser = argparse.ArgumentParser(prog="python -m vision", description=__doc__)
    commands = parser.add_subparsers(required=True)
    enhance_folder.add_command(commands)
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except ShopError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
