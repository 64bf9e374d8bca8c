"""python -m shop.demo.rendering: make the demo shop's pictures with Blender."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from shop.demo.rendering import pictures, views
from shop.demo.rendering.items import Item, items
from shop.demo.rendering.sheet import rendered, sheet

HERE = Path(__file__).parent
PICTURES = HERE.parent / "pictures"


def main() -> None:
    """Read the command line and run one command."""
    top = argparse.ArgumentParser(prog="python -m shop.demo.rendering", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    it = commands.add_parser("catalogue", help="render the pictures of products that are missing")
    _which(it, PICTURES)
    _how(it, 640, 6)
    it.add_argument("--kinds", default=",".join(pictures.KINDS), help="some of %(default)s")
    it.add_argument("--every-colour", action="store_true", help="one catalogue picture per colour")
    it = commands.add_parser("sheet", help="put rendered pictures on one page to look at")
    _which(it, PICTURES)
    it.add_argument("--kinds", default="catalogue", help="as of `catalogue` (default %(default)s)")
    it.add_argument("--columns", type=int, default=10)
    it.add_argument("--side", type=int, default=200, help="pixels of one picture")
    it.add_argument("--to", type=Path, default=Path("sheet.png"), help="the page's file")
    it = commands.add_parser("views", help="render training views with boxes")
    _which(it, Path("var/views"))
    _how(it, 256, 5)
    it.add_argument("--count", type=int, default=8, help="views of each product")
    options = top.parse_args()
    {"catalogue": _catalogue, "sheet": _sheet, "views": _views}[options.command](options)


def _which(parser: argparse.ArgumentParser, out: Path) -> None:
    parser.add_argument("--products", default="*", metavar="GLOB", help="ids, such as 'kettle-*'")
    parser.add_argument("--out", type=Path, default=out, help="the pictures' folder (%(default)s)")


def _how(parser: argparse.ArgumentParser, size: int, samples: int) -> None:
    parser.add_argument("--size", type=int, default=size, help="pixels (default %(default)s)")
    parser.add_argument("--samples", type=int, default=samples, help="per pixel (%(default)s)")


def _catalogue(options: argparse.Namespace) -> None:
    wanted = _modelled(options.products)
    kinds = tuple(options.kinds.split(","))
    wish = pictures.Wish(options.out, options.size, options.samples, kinds, options.every_colour)
    _tell(pictures.render(wanted, wish), pictures.missing(wanted, wish))


def _views(options: argparse.Namespace) -> None:
    wanted = _modelled(options.products)
    total = len(wanted) * options.count
    _tell(views.render(wanted, options.out, options.count, options.size, options.samples), total)


def _sheet(options: argparse.Namespace) -> None:
    found = rendered(options.out, options.products, options.kinds.split(","))
    if not found:
        raise SystemExit(f"no pictures of {options.products} in {options.out}")
    sheet(found, min(options.columns, len(found)), options.side).save(options.to)
    print(f"{len(found)} pictures on {options.to}")


def _modelled(pattern: str) -> list[Item]:
    """The matching products whose family has a model; says which have none."""
    names = {p.stem.replace("_", "-") for p in (HERE / "families").glob("*.py")}
    found = items(pattern)
    without = sorted({item.family for item in found} - names)
    if without:
        print("no model yet:", ", ".join(without))
    return [item for item in found if item.family in names]


def _tell(made: Iterator[tuple[Path, float]], total: int) -> None:
    for k, (path, seconds) in enumerate(made, 1):
        print(
            f"{k}/{total} {path.name} {seconds:.1f} s {path.stat().st_size / 1000:.0f} KB",
            flush=True,
        )


if __name__ == "__main__":
    main()
