"""Work that goes on beside a window. The window asks from time to time what has happened, so nothing of Qt is in the thread."""

import queue
import threading
from collections.abc import Callable

from ...core.errors import Cancelled, ToolboxError
from ...core.progress import ShouldStop
from ...processing_provider.sentences import translated_problem

Tell = Callable[[object], None]


class Background(threading.Thread):
    """Runs ``work(tell, should_stop)``; ``told`` hands over what it has told since the last time."""

    def __init__(self, work: Callable[[Tell, ShouldStop], object]):
        super().__init__(daemon=True)
        self._work = work
        self._told: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._asked_to_stop = threading.Event()
        self.cancelled = False
        """True when it ended because it was asked to."""
        self.problem = ""
        """One sentence when it failed."""

    def cancel(self) -> None:
        """Ask the work to stop; it does within seconds."""
        self._asked_to_stop.set()

    def told(self) -> list[object]:
        """Return what has been told and not yet been handed over."""
        return [self._told.get() for _ in range(self._told.qsize())]

    def run(self) -> None:
        """Do the work; called by ``start``."""
        try:
            self._work(self._told.put, self._asked_to_stop.is_set)
        except Cancelled:
            self.cancelled = True
        except ToolboxError as problem:
            self.problem = translated_problem(problem)
        except Exception as problem:  # the window says what went wrong in here
            self.problem = f"{type(problem).__name__}: {problem}"
