"""python -m shop import: bring in what an owner has.

Nothing is ever deleted, and the same file brought in again changes nothing. A row that cannot be
used is reported as FILE:LINE: reason, and the others go in. Files may be packed with gzip. The exit
status is 0 when something went in or was there already, 1 when nothing was or a file could not be
read to its end.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy import inspect
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from shop.database import create_engine, create_sessions
from shop.errors import Invalid, Unavailable
from shop.feeds import (
    coupons,
    customers,
    events,
    forms,
    google,
    order_rows,
    own,
    policies,
    reviews,
    shopify,
)
from shop.feeds.goods import IN_STOCK, Terms
from shop.feeds.money import currency
from shop.feeds.report import Report
from shop.feeds.run import Job, run
from shop.migrate import migrate
from shop.settings import Settings

ABOUT: dict[str, tuple[str, tuple[Any, ...]]] = {
    "products": ("the catalogue, in four forms", (own, google, shopify)),
    "customers": ("who buys", (customers,)),
    "orders": ("what was bought", (order_rows,)),
    "reviews": ("what buyers say", (reviews,)),
    "events": ("what shoppers did", (events,)),
    "policies": ("what the shop promises", (policies,)),
    "coupons": ("what takes something off", (coupons,)),
}
OF_PRODUCTS = {"currency": "", "language": "", "in_stock": IN_STOCK, "replace": False}
ERRORS = "import-errors.log"


def add_to(commands: Any) -> None:
    """Put `import` and its kinds among the commands."""
    short, _, long = (__doc__ or "").partition("\n\n")
    words = short.partition(": ")[2].rstrip(".")
    top = commands.add_parser("import", help=words, description=long)
    kinds = top.add_subparsers(title="what", required=True, metavar="WHAT")
    for kind, (about, modules) in ABOUT.items():
        command = kinds.add_parser(
            kind,
            help=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            description="\n\n".join(str(module.__doc__).strip() for module in modules),
        )
        command.set_defaults(command=import_files, kind=kind, **OF_PRODUCTS)
        _options(command, kind)


def _options(command: argparse.ArgumentParser, kind: str) -> None:
    add = command.add_argument
    possible = forms.FORMS if kind == "products" else (forms.AUTO, forms.CSV, forms.JSONL)
    add("files", nargs="+", type=Path, metavar="FILE", help="read one after the other")
    add(
        "--format",
        choices=possible,
        default=forms.AUTO,
        help="what the files are; auto tells it by their content (the default)",
    )
    add("--dry-run", action="store_true", help="check everything, write nothing")
    where = f"where all rejected rows are listed (default: {ERRORS} in SHOP_VAR)"
    add("--errors", type=Path, metavar="FILE", help=where)
    if kind in ("products", "orders", "events", "policies", "coupons"):
        named = "of amounts that name none (default: SHOP_CURRENCY)"
        add("--currency", metavar="CODE", help=named)
    if kind == "products":
        _options_of_products(add)


def _options_of_products(add: Callable[..., Any]) -> None:
    written = "of titles and descriptions in one language (default: by their characters)"
    add("--language", choices=("en", "zh"), help=written)
    some = f"stock where a feed says only that there is some (default: {IN_STOCK})"
    add("--in-stock", type=_count, metavar="N", help=some)
    whole = "the files are the whole catalogue: hide other products, empty other variants"
    add("--replace", action="store_true", help=whole)


def _count(raw: str) -> int:
    if not raw.isdecimal() or not 0 < int(raw) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{raw!r} is not a number from 1 to 1000000")
    return int(raw)


async def import_files(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Run `python -m shop import`; its exit status."""
    code = currency(options.currency, "--currency") or currency(settings.currency, "SHOP_CURRENCY")
    job = Job(
        options.kind,
        options.files,
        options.format,
        Terms(code, options.language),
        options.in_stock,
        options.dry_run,
        options.replace,
    )
    errors = options.errors or settings.var / ERRORS
    with ExitStack() as stack, Report(console, errors) as report:
        engine = await _engine(settings, job.dry, stack)
        try:
            await run(create_sessions(engine), job, report)
        except (OperationalError, InterfaceError) as error:
            said = "the database stopped answering; what went in stays, so import the files again"
            raise Unavailable(f"{said}: {error.orig}") from error
        finally:
            await engine.dispose()
        return 0 if report.ok else 1


async def _engine(settings: Settings, dry: bool, stack: ExitStack) -> AsyncEngine:
    """The database, brought to this version; for a dry run as it is, or an empty one."""
    if dry and not settings.database_url and not (settings.var / "shop.db").exists():
        var = stack.enter_context(tempfile.TemporaryDirectory())
        settings, dry = replace(settings, var=Path(var)), False
    engine = create_engine(settings)
    if not dry:
        await migrate(engine)
        return engine
    async with engine.connect() as connection:
        there = await connection.run_sync(lambda sync: inspect(sync).has_table("products"))
    if not there:
        raise Invalid("the database has no tables yet: python -m shop migrate")
    return engine
