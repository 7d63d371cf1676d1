"""Politeness: a pause between requests."""

from __future__ import annotations

import time
from collections.abc import Callable


class Pace:
    """Waits, each time it is called, until `seconds` have passed since the last time."""

    def __init__(
        self,
        seconds: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.seconds = seconds
        self.clock = clock
        self.sleep = sleep
        self.next = clock()

    def __call__(self) -> None:
        wait = self.next - self.clock()
        if wait > 0:
            self.sleep(wait)
        self.next = self.clock() + self.seconds
