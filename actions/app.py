"""The action server: rasa-sdk's executor inside an aiohttp application, on the loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import torch
from aiohttp import web
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions import people, service, small_talk
from actions.cart import add, cart, checkout, coupons, missing, undo
from actions.goods import compare, details, fitting, items, recommend, search
from actions.orders import orders
from actions.photos import photos
from actions.services import Services
from actions.understand import Understand
from shop.database import create_engine, create_sessions
from shop.settings import Settings

log = logging.getLogger(__name__)

SETTINGS = web.AppKey("settings", Settings)
EXECUTOR = web.AppKey("executor", ActionExecutor)

SKILLS = (
    *search.SKILLS,
    *recommend.SKILLS,
    *items.SKILLS,
    *details.SKILLS,
    *compare.SKILLS,
    *fitting.SKILLS,
    *add.SKILLS,
    *cart.SKILLS,
    *undo.SKILLS,
    *checkout.SKILLS,
    *coupons.SKILLS,
    *missing.SKILLS,
    *orders.SKILLS,
    *photos.SKILLS,
    *service.SKILLS,
    *people.SKILLS,
    *small_talk.SKILLS,
)
MAX_BODY = 8 * 1024 * 1024  # a tracker with all its events


def init_app(settings: Settings) -> web.Application:
    """The action server as an aiohttp application."""
    app = web.Application(client_max_size=MAX_BODY)
    app[SETTINGS] = settings
    app.add_routes([web.post("/webhook", webhook), web.get("/health", health)])
    app.cleanup_ctx.append(services)
    return app


async def services(app: web.Application) -> AsyncIterator[None]:
    """Database and models, loaded before the first request and kept fresh."""
    torch.set_num_threads(1)
    engine = create_engine(app[SETTINGS])
    found = Services(app[SETTINGS], create_sessions(engine))
    await found.refresh()
    executor = ActionExecutor()
    executor.register_action(Understand(found))
    found.skills = {skill.called: skill(found) for skill in SKILLS}
    for skill in found.skills.values():
        executor.register_action(skill)
    app[EXECUTOR] = executor
    tasks = [asyncio.create_task(each) for each in (found.keep_fresh(), found.look_at_pictures())]
    yield
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    await engine.dispose()


async def webhook(request: web.Request) -> web.Response:
    """Run one action for Rasa; the protocol of rasa-sdk's own server."""
    call = await request.json()
    call.setdefault("domain", {})  # left out, see bot/rasa_components/quick_actions.py
    try:
        result = await request.app[EXECUTOR].run(call)
    except ActionExecutionRejection as error:
        body = {"error": error.message, "action_name": error.action_name}
        return web.json_response(body, status=400)
    except ActionNotFoundException as error:
        body = {"error": error.message, "action_name": error.action_name}
        return web.json_response(body, status=404)
    if result is None:
        return web.json_response({"events": [], "responses": []})
    return web.json_response(result.model_dump() if hasattr(result, "model_dump") else result)


async def health(request: web.Request) -> web.Response:
    """200 once the models are loaded."""
    return web.json_response({"actions": len(request.app[EXECUTOR].actions)})
