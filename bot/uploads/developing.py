"""The process that decodes: takes pictures on its standard input, gives photos on its output.

Apart from the gateway, because decoders may crash, fill the memory or never end. Its data is
bounded by `RLIMIT_DATA`, each picture by processor time, which the kernel ends even within C; it
may write no file and knows no secret of the shop.
"""

from __future__ import annotations

import contextlib
import gc
import resource
import signal
import sys
from typing import BinaryIO

from bot.uploads.cleaning import clean
from bot.uploads.passing import ANSWER, QUESTION
from bot.uploads.refusals import Refused

MEMORY = 256 * 1024 * 1024  # bytes of data; a PNG of 24 megapixels with transparency needs 215
SECONDS = 1.6  # of processor time; a HEIC of 24 megapixels needs about one


def main() -> None:
    """Clean pictures until the gateway is gone."""
    bound()
    photos, answers = sys.stdin.buffer, sys.stdout.buffer
    while head := photos.read(QUESTION.size):
        raw = photos.read(QUESTION.unpack(head)[0])
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        _answer(raw, answers)
        signal.setitimer(signal.ITIMER_PROF, 0)
        del raw
        gc.collect()  # pictures hold one another in rings


def bound() -> None:
    """Take from this process what it does not need."""
    limits = {resource.RLIMIT_DATA: MEMORY, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    for limit, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # a system that has not this limit
            resource.setrlimit(limit, (most, most))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the gateway's, which ends us


def _answer(raw: bytes, answers: BinaryIO) -> None:
    try:
        photo = clean(raw)
    except Refused as refused:
        reason = refused.reason.encode()
        answers.write(ANSWER.pack(0, 0, 0, len(reason)) + reason)
    else:
        answers.write(ANSWER.pack(1, photo.width, photo.height, len(photo.jpeg)))
        answers.write(photo.jpeg)
    answers.flush()


if __name__ == "__main__":
    main()
