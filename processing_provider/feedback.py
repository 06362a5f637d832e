"""The bridge between QGIS's feedback and the two plain callables that core and models know."""

import time

from qgis.core import QgsProcessingFeedback

from .language import tr
from .sentences import translated

SECONDS_BETWEEN_MESSAGES = 5.0
SECONDS_BETWEEN_CHANGES = 0.5


class Feedback:
    """Gives core and models ``progress(fraction, message)`` and ``should_stop()``; adds the time left to messages."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self._feedback = feedback
        self._started = time.monotonic()
        self._last_message = ""
        self._last_time = 0.0

    def progress(self, fraction: float, message: str = "") -> None:
        """Show the share done (0–1); a message appears when it changes and otherwise every few seconds."""
        self._feedback.setProgress(100.0 * min(max(fraction, 0.0), 1.0))
        now = time.monotonic()
        waited = now - self._last_time
        changed = message != self._last_message and waited > SECONDS_BETWEEN_CHANGES
        if message and (changed or waited > SECONDS_BETWEEN_MESSAGES):
            self._feedback.setProgressText(translated(message) + self._time_left(fraction, now))
            self._last_message, self._last_time = message, now

    def should_stop(self) -> bool:
        """True once the user has pressed Cancel."""
        return self._feedback.isCanceled()

    def info(self, text: str) -> None:
        """Write a line to the log."""
        self._feedback.pushInfo(translated(text))

    def warn(self, text: str) -> None:
        """Write a warning to the log."""
        self._feedback.pushWarning(translated(text))

    def notes(self, notes: list[str]) -> None:
        """Write what was repaired or left out to the log, as warnings."""
        for note in notes:
            self.warn(note)

    def _time_left(self, fraction: float, now: float) -> str:
        elapsed = now - self._started
        if elapsed < SECONDS_BETWEEN_MESSAGES or fraction < 0.02 or fraction >= 1:
            return ""
        seconds = elapsed * (1 - fraction) / fraction
        if seconds >= 90:
            return tr(" – about {minutes} min left").format(minutes=f"{seconds / 60:.0f}")
        return tr(" – about {seconds} s left").format(seconds=f"{seconds:.0f}")
