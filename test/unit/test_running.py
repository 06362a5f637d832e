"""Programs: their lines arrive while they run, and cancelling ends all that they started."""

import os
import sys
import time
from pathlib import Path

import pytest

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.packages import running


def python(code):
    return [sys.executable, "-u", "-c", code]


def is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"  # one whose parent has not asked for its end yet is a zombie, not alive


def test_lines_arrive_while_the_program_runs():
    arrived = []
    code = "import sys, time; print('first'); sys.stderr.buffer.write(b'bad byte \\xff\\n'); time.sleep(1); sys.exit('last')"
    ended = running.run(python(code), dict(os.environ), lambda line: arrived.append((time.monotonic(), line)))
    assert ended == 1
    assert [line for _, line in arrived] == ["first", "bad byte \ufffd", "last"]
    assert arrived[2][0] - arrived[0][0] > 0.7


@pytest.mark.parametrize("stubborn", [False, True], ids=["asked", "made to"])
def test_cancel_ends_the_program_and_its_children(stubborn, monkeypatch):
    monkeypatch.setattr(running, "SECONDS_TO_END", 1.0)
    ignore = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " if stubborn else ""
    child = f"{ignore}import time; time.sleep(100)"
    code = f"{ignore}import os, subprocess, sys, time\nchild = subprocess.Popen([sys.executable, '-c', {child!r}])\n"
    code += "time.sleep(0.3)\nprint(os.getpid(), child.pid)\ntime.sleep(100)"
    pids = []
    started = time.monotonic()
    with pytest.raises(Cancelled):
        running.run(python(code), dict(os.environ), lambda line: pids.extend(map(int, line.split())), lambda: bool(pids))
    assert time.monotonic() - started < 15
    assert len(pids) == 2
    while any(map(is_alive, pids)) and time.monotonic() - started < 15:
        time.sleep(0.01)  # a busy system takes a moment to bury what was killed
    assert not any(map(is_alive, pids))


def test_a_failing_listener_ends_the_program_too():
    pids = []

    def listen(line):
        pids.append(int(line))
        raise RuntimeError("window is gone")

    with pytest.raises(RuntimeError):
        running.run(python("import os, time; print(os.getpid()); time.sleep(100)"), dict(os.environ), listen)
    assert not is_alive(pids[0])


def test_on_windows_no_console_opens_and_taskkill_ends_the_tree(monkeypatch):
    assert running.apart(windows=True) == {"creationflags": 0x08000000}
    asked = []
    monkeypatch.setattr(running, "answer_of", lambda command, **options: asked.append(command))

    class Program:
        pid = 4321

        def wait(self, seconds):
            assert seconds <= 5

    running.end_with_children(Program(), windows=True)
    assert asked == [["taskkill", "/PID", "4321", "/T", "/F"]]


def test_short_answers_and_those_that_never_come():
    assert running.answer_of(python("print('yes')")) == "yes\n"
    assert running.answer_of(python("raise SystemExit(1)")) is None
    assert running.answer_of(["/no/such/program"]) is None
    assert running.answer_of(python("import time; time.sleep(50)"), seconds=0.5) is None
