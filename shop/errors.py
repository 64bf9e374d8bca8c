"""What can go wrong, as one small tree.

    ShopError
    ├── NotFound            no such row, or not this shopper's: the two read the same
    ├── NotAllowed          who asks may not do this
    ├── Conflict            the state no longer permits it (shipped order, taken conversation)
    ├── Invalid             the input itself is wrong (row of a feed, message, photo)
    ├── TooMany             a limit was reached; `retry_after` tells seconds
    ├── Unavailable         something we need did not answer in time
    └── ArtefactError       a trained model is missing or does not match its manifest

Errors are raised low and translated once, at the edge, into what a person can act on.
"""

from __future__ import annotations


class ShopError(Exception):
    """Base of everything the shop raises on purpose; its text is fit for a log."""


class NotFound(ShopError):
    """There is no such thing, or it is not theirs; callers must not tell which."""


class NotAllowed(ShopError):
    """Who asks may not do this."""


class Conflict(ShopError):
    """The thing is in a state that does not permit this."""


class Invalid(ShopError):
    """The input is wrong; the message says what and where."""


class TooMany(ShopError):
    """A limit was reached."""

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Unavailable(ShopError):
    """A service that we need did not answer, or not in time."""


class ArtefactError(ShopError):
    """A trained model is missing, broken or made for other code."""
