"""What the benchmarks measure with: clocks, turns taken alternately, and rows of results with what was wanted."""

import time
from collections.abc import Callable
from dataclasses import dataclass


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def best_of_turns(ours: Callable[[], object], theirs: Callable[[], object], turns: int) -> tuple[float, float]:
    """Return the best time of each of two actions that take turns, so that a busy moment hits both."""
    times = [(seconds(ours), seconds(theirs)) for _ in range(turns)]
    return min(time[0] for time in times), min(time[1] for time in times)


@dataclass(frozen=True)
class Row:
    """One result: a number, what was wanted of it (``at least`` or ``at most``), and what stands behind it."""

    what: str
    measured: float
    wanted: float
    reached: bool
    direction: str
    note: str

    def __str__(self) -> str:
        verdict = "reached" if self.reached else "MISSED"
        return f"{self.what:<44} {self.measured:>9.3g}   wanted {self.direction} {self.wanted:g}: {verdict}   {self.note}"


def at_least(what: str, measured: float, wanted: float, note: str) -> Row:
    """Return the row of a number that should be large."""
    return Row(what, measured, wanted, measured >= wanted, "at least", note)


def at_most(what: str, measured: float, wanted: float, note: str) -> Row:
    """Return the row of a number that should be small."""
    return Row(what, measured, wanted, measured <= wanted, "at most", note)
