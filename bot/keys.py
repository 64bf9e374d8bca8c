"""What the gateway's parts find in the application, each under a typed key."""

from __future__ import annotations

import aiohttp
from aiohttp import web

from bot.live import Hub
from bot.rasa import Rasa
from bot.turns import TurnQueue
from shop.database import Sessions
from shop.office import Office
from shop.settings import Settings

SETTINGS = web.AppKey("settings", Settings)
SESSIONS = web.AppKey("sessions", Sessions)
HTTP = web.AppKey("http", aiohttp.ClientSession)
HUB = web.AppKey("hub", Hub)
RASA = web.AppKey("rasa", Rasa)
TURNS = web.AppKey("turns", TurnQueue)
OFFICE = web.AppKey("office", Office)
IDENTITY_SECRET = web.AppKey("identity_secret", str)
