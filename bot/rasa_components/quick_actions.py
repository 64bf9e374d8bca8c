"""Call actions without what Rasa 3.6 does anew for each call, most of a turn's time.

It opens a connection, sends all events of the tracker, builds a JSON schema validator (18 ms), and
looks for the class of each event among all classes of events. Here the connection is kept, slots
and latest message are sent (no action of ours reads more), the validator is built once, and the
classes are known. What is checked stays the same: an answer with slots alone, which is what ours
give, is checked by hand, any other by Rasa's schema.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import aiohttp
import rasa
from jsonschema import Validator, validators
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

_new_session = EndpointConfig.session
_class_of = Event.resolve_by_type


def install() -> None:
    """Replace the four in this process."""
    RemoteAction._action_call_format = _call
    RemoteAction._validate_action_result = _validate
    EndpointConfig.session = lambda endpoint: _Kept(endpoint)
    Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(_class_of))


class _Kept:
    """An endpoint's session, opened at the first call and left open at the end of each."""

    _open: dict[int, aiohttp.ClientSession] = {}

    def __init__(self, endpoint: EndpointConfig) -> None:
        self._endpoint = endpoint

    async def __aenter__(self) -> aiohttp.ClientSession:
        session = self._open.get(id(self._endpoint))
        if session is None or session.closed:
            session = self._open[id(self._endpoint)] = _new_session(self._endpoint)
        return session

    async def __aexit__(self, *_error: object) -> None:
        """Leave it open."""


def _call(action: RemoteAction, tracker: DialogueStateTracker, _domain: Domain) -> dict[str, Any]:
    state = tracker.current_state(EventVerbosity.NONE)
    return {
        "next_action": action.name(),
        "sender_id": tracker.sender_id,
        "tracker": state | {"events": []},
        "version": rasa.__version__,
    }


@lru_cache(maxsize=1)
def _validator() -> Validator:
    schema = RemoteAction.action_response_format_spec()
    return validators.validator_for(schema)(schema)


def _validate(_action: RemoteAction, result: dict[str, Any]) -> bool:
    if not _only_slots(result):
        _validator().validate(result)
    return True


def _only_slots(result: Any) -> bool:
    """Whether an answer is right and has no events but slots."""
    return (
        isinstance(result, dict)
        and isinstance(result.get("events"), list)
        and isinstance(result.get("responses"), list)
        and all(isinstance(response, dict) for response in result["responses"])
        and all(
            isinstance(event, dict)
            and event.get("event") == "slot"
            and isinstance(event.get("name"), str)
            and "value" in event
            and isinstance(event.get("timestamp"), (int, float, type(None)))
            for event in result["events"]
        )
    )
