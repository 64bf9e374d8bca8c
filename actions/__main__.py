"""python -m actions: the action server, on the loopback interface."""

from __future__ import annotations

import logging

from aiohttp import web

from actions.app import init_app
from shop.settings import Settings


def main() -> None:
    """Serve until a signal ends it."""
    settings = Settings.from_env()
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    app = init_app(settings)
    web.run_app(app, host="127.0.0.1", port=settings.actions_port, print=None, access_log=None)


if __name__ == "__main__":
    main()
