"""Looks at every package: there with its version, missing or broken.

Loading a package tells whether it works, but one that has been loaded cannot be replaced, and a broken one may end Python.
So ``look`` loads them in a Python of its own, which runs this file as a program.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ..core.progress import ShouldStop, never_stop
from .catalogue import PACKAGES
from .places import PLUGIN_FOLDER
from .qgis_python import Interpreter
from .running import run
from .state import installed_version, why_not

ANSWER = "STATE "
"""Starts the lines with states, since packages may print when they are loaded."""


@dataclass(frozen=True)
class State:
    """A package, its version when it is there, and why it cannot be used, None when it can."""

    name: str
    version: str | None
    problem: str | None


def look(
    python: Interpreter,
    places: Iterable[str | Path],
    on_state: Callable[[State], None],
    should_stop: ShouldStop = never_stop,
    names: Iterable[str] = tuple(PACKAGES),
) -> None:
    """Give ``on_state`` each package as ``python`` finds it with ``places`` first on its path; takes some seconds."""
    waiting = list(names)

    def on_line(line: str) -> None:
        if line.startswith(ANSWER):
            waiting.pop(0)
            on_state(State(**json.loads(line[len(ANSWER) :])))

    environment = python.environment(PYTHONPATH=os.pathsep.join(map(str, places)))
    while waiting:
        command = [str(python.path), "-m", f"{PLUGIN_FOLDER.name}.packages.looking", *waiting]
        code = run(command, environment, on_line, should_stop, PLUGIN_FOLDER.parent)
        if waiting:
            on_state(State(waiting.pop(0), None, f"ends Python when it loads (exit code {code})"))


def main(names: list[str]) -> None:
    """Print the state of each package, a line when it is known."""
    sys.path.remove(str(Path.cwd()))  # a folder beside the plugin is no package
    for name in names:
        reason = why_not(name)
        print(ANSWER + json.dumps(asdict(State(name, installed_version(name), reason))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
