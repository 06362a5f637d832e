"""How long work reports: ``progress(fraction, message)`` and ``should_stop()``, two plain callables."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .errors import Cancelled

Progress = Callable[[float, str], None]
ShouldStop = Callable[[], bool]
Item = TypeVar("Item")


def no_progress(fraction: float, message: str = "") -> None:
    """Report to nobody."""


def never_stop() -> bool:
    """Run to the end."""
    return False


def stop_if_asked(should_stop: ShouldStop) -> None:
    """Raise Cancelled when the user has asked to stop."""
    if should_stop():
        raise Cancelled


def part(progress: Progress, start: float, end: float) -> Progress:
    """Return a progress callable that fills the share from ``start`` to ``end`` of a longer run."""
    return lambda fraction, message="": progress(start + (end - start) * fraction, message)


def track(
    items: Iterable[Item],
    total: int,
    message: str,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Iterator[Item]:
    """Yield ``items``, reporting after each and raising Cancelled between two of them when asked to stop."""
    for done, item in enumerate(items, start=1):
        stop_if_asked(should_stop)
        yield item
        progress(done / max(total, 1), message)
    stop_if_asked(should_stop)
