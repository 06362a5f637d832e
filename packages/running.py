"""Other programs, run so that their lines arrive as they are printed and that cancelling ends all they have started."""

import os
import queue
import signal
import subprocess  # nosec B404  # commands are lists of words, never shell texts
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ..core.progress import ShouldStop, never_stop, stop_if_asked

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_END = 3.0
WINDOWS = sys.platform == "win32"


def run(
    command: list[str],
    environment: dict[str, str],
    on_line: Callable[[str], None],
    should_stop: ShouldStop = never_stop,
    folder: Path | None = None,
) -> int:
    """Run a program and return its exit code; ``on_line`` gets every line of output and errors.

    ``should_stop`` is asked a few times per second; then the program and all that it started are ended and Cancelled is raised.
    """
    process = subprocess.Popen(  # nosec B603
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        **apart(),
    )
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        while (line := _next_line(lines)) is not None:
            if line:
                on_line(line)
            stop_if_asked(should_stop)
        return process.wait()
    except BaseException:
        end_with_children(process)
        raise
    finally:
        reader.join(SECONDS_TO_END)
        process.stdout.close()


def answer_of(command: list[str], environment: dict[str, str] | None = None, seconds: float = 60.0) -> str | None:
    """Return what a short program prints; None when it is not there, fails or takes too long."""
    try:
        return subprocess.run(  # nosec B603
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=True,
            **apart(),
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def apart(windows: bool = WINDOWS) -> dict:
    """Return what lets a program be ended together with its children, and on Windows opens no console window."""
    if windows:
        return {"creationflags": 0x08000000}  # CREATE_NO_WINDOW, a name that subprocess has on Windows alone
    return {"start_new_session": True}


def end_with_children(process: subprocess.Popen, windows: bool = WINDOWS) -> None:
    """End a program started ``apart`` and all that it started: first asked to, after a few seconds made to."""
    if windows:
        answer_of(["taskkill", "/PID", str(process.pid), "/T", "/F"])
        process.wait(SECONDS_TO_END)
        return
    deadline = time.monotonic() + SECONDS_TO_END
    while _signal_group(process.pid, signal.SIGTERM) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    _signal_group(process.pid, signal.SIGKILL)  # also children that outlived it
    process.wait()


def _signal_group(group: int, number: int) -> bool:
    """Send a signal to a group of processes; False when none is left (macOS refuses it where all have ended)."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _next_line(lines: "queue.SimpleQueue[str | None]") -> str | None:
    """Return the next line, an empty one when there is none for a moment, None after the last."""
    try:
        return lines.get(timeout=SECONDS_BETWEEN_LOOKS)
    except queue.Empty:
        return ""


def _read(stream: IO[str], lines: "queue.SimpleQueue[str | None]") -> None:
    for line in stream:
        lines.put(line.rstrip())
    lines.put(None)
