"""Makes one environment: a virtual environment by QGIS's own Python, filled by pip under constraints."""

import contextlib
import json
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..core.errors import ToolboxError
from ..core.progress import ShouldStop
from .carried import locked_versions
from .failures import why_it_failed
from .places import COMPLETE, PLUGIN_FOLDER, python_of
from .plan import Plan
from .qgis_python import Interpreter
from .running import run

UNDER_WAY = "under_way"
"""A file that a running installation touches every few seconds; where it is old, the installation was killed."""
SECONDS_BETWEEN_SIGNS = 5.0
SECONDS_OF_SILENCE = 10.0
OnLine = Callable[[str], None]


def make_environment(plan: Plan, on_line: OnLine, should_stop: ShouldStop) -> None:
    """Fill the plan's folder, which is there and empty, and mark it as complete at the end."""
    maker = _Maker(plan, on_line, should_stop)
    try:
        maker.make()
    except OSError as problem:
        raise maker.failure([str(problem)]) from problem


class _Maker:
    """The programs that make an environment, what they printed, and the signs of life while they run."""

    def __init__(self, plan: Plan, on_line: OnLine, should_stop: ShouldStop):
        self.plan = plan
        self.environment = plan.environment
        self.python = Interpreter(python_of(plan.environment), plan.python.variables)
        self.on_line = on_line
        self.should_stop = should_stop
        self.printed: deque[str] = deque(maxlen=1000)
        self.last_sign = self.last_line = time.monotonic()
        # pip unpacks where there is room for the packages, not on a small /tmp; what it leaves goes with the environment
        self.temporary = plan.environment / "temporary"
        self.variables = {name: str(self.temporary) for name in ("TMPDIR", "TEMP", "TMP")}
        self.variables |= {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_COLOR": "1"}
        self.variables |= plan.sources.variables()

    def make(self) -> None:
        """Make the environment, fill it, and mark it as complete."""
        self.give_sign_of_life()
        self.temporary.mkdir()
        self.make_bare()
        constraints = ["--constraint", str(self.write_constraints())]
        sources = self.plan.sources
        torch = [line for line in self.plan.wanted() if line.startswith("torch")]
        if sources.index and torch and not sources.wheels:
            # named twice, because another index in pip's settings would offer another build of the same version
            self.pip(["--index-url", sources.index, *constraints, *torch], PIP_EXTRA_INDEX_URL=sources.index)
        self.pip([*sources.pip_options(), *constraints, "--requirement", str(self.plan.requirements)])
        shutil.rmtree(self.temporary)
        (self.environment / COMPLETE).write_text("\n".join(self.plan.lines()) + "\n", encoding="utf-8")
        (self.environment / UNDER_WAY).unlink()

    def make_bare(self) -> None:
        """Make an environment that sees what QGIS carries, with a pip of its own where QGIS carries none."""
        self.must(self.plan.python, ["-m", "venv", "--system-site-packages", "--without-pip", str(self.environment)])
        if self.run(self.python, ["-m", "pip", "--version"]):
            self.must(self.python, ["-m", "ensurepip", "--default-pip"])

    def write_constraints(self) -> Path:
        """Write the versions that keep what QGIS carries, and those the tests ran with where they fit."""
        answer: list[str] = []
        module = ["-m", f"{PLUGIN_FOLDER.name}.packages.carried"]
        self.must(self.python, module, on_line=answer.append, folder=PLUGIN_FOLDER.parent)
        found = json.loads(answer[-1])
        if not Path(found["packages"]).resolve().is_relative_to(self.environment.resolve()):
            raise ToolboxError(
                f"Nothing was installed, because {self.plan.python.path} would install into {found['packages']} instead of an "
                "environment of its own; install with the Python of another QGIS of the same version."
            )
        versions = dict(found["carried"])
        locks = [] if self.plan.sources.wheels else sorted(PLUGIN_FOLDER.glob("requirements-lock*.txt"))
        for text in [lock.read_text(encoding="utf-8") for lock in locks]:
            versions |= locked_versions(text, versions, own_torch=bool(self.plan.sources.index))
        file = self.environment / "constraints.txt"
        file.write_text("".join(f"{name}=={number}\n" for name, number in versions.items()), encoding="utf-8")
        return file

    def pip(self, arguments: list[str], **variables: str) -> None:
        """Install; wheels alone, because building a package would run its code and need a compiler."""
        self.must(self.python, ["-m", "pip", "install", "--only-binary", ":all:", *arguments], **variables)

    def must(self, python: Interpreter, arguments: list[str], **options: Any) -> None:
        """Run a Python program to its end; raises ToolboxError with what went wrong."""
        if self.run(python, arguments, **options):
            raise self.failure(self.printed)

    def run(
        self,
        python: Interpreter,
        arguments: list[str],
        on_line: OnLine | None = None,
        folder: Path | None = None,
        **variables: str,
    ) -> int:
        """Run a Python program to its end, in an empty folder if in no other, and return its exit code."""
        command = [str(python.path), *arguments]
        self.printed.clear()  # what an earlier program said, such as one that only asks for pip, is not why this one fails
        if on_line is None:
            self.say(f"$ {' '.join(command)}")
        environment = python.environment(**self.variables, **variables)
        return run(command, environment, on_line or self.say, self.asked_to_stop, folder or self.temporary)

    def say(self, line: str) -> None:
        """Pass a line on, without the password of a proxy."""
        line = self.plan.sources.without_password(line)
        self.last_line = time.monotonic()
        self.printed.append(line)
        self.on_line(line)

    def asked_to_stop(self) -> bool:
        """Ask the user; from time to time give a sign of life, and say how much is there when pip has been silent for long."""
        now = time.monotonic()
        if now - self.last_sign > SECONDS_BETWEEN_SIGNS:
            self.give_sign_of_life()
        if now - self.last_line > SECONDS_OF_SILENCE:
            self.last_line = now
            self.on_line(f"… {_size(self.environment) / 1e6:.0f} MB so far")
        return self.should_stop()

    def give_sign_of_life(self) -> None:
        """Touch the file that tells a running installation from a dead one."""
        (self.environment / UNDER_WAY).touch()
        self.last_sign = time.monotonic()

    def failure(self, lines: Iterable[str]) -> ToolboxError:
        """Return the sentence for what was printed."""
        why = why_it_failed(lines, self.plan.sources, self.environment.parent)
        return ToolboxError(f"Nothing was installed, and what was there before still is: {why}.")


def _size(folder: Path) -> int:
    """Return the bytes of all files in a folder that changes meanwhile."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                total += os.lstat(os.path.join(place, name)).st_size
    return total
