"""Reads from the demo's log what each call read and made, so that the workflow panel shows it in the demo's project."""

import re
import shlex
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landslide_toolbox.processing_provider.runs import Run


def runs_in(log: Path) -> "list[Run]":
    """Return the runs in the order of their calls: a line ``$ landslide:name --PARAMETER=value …``, then what QGIS printed."""
    calls = re.split(r"^\$ landslide:", log.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_run(*call.split("\n", maxsplit=1)) for call in calls]


def _run(call: str, printed: str) -> "Run":
    from landslide_toolbox.processing_provider.runs import Run, is_there

    algorithm, *given = shlex.split(call)
    results = dict(re.findall(r"^([A-Z_0-9]+):\t(.+)$", printed.rsplit("\nResults\n", maxsplit=1)[-1], flags=re.MULTILINE))
    made = {name: value for name, value in results.items() if is_there(value)}
    read: dict[str, list[str]] = {}
    for name, value in (argument.removeprefix("--").split("=", maxsplit=1) for argument in given):
        if name not in made and is_there(value):
            read.setdefault(name, []).append(value)
    ended = max((Path(path).stat().st_mtime for path in made.values()), default=0.0)
    finished = datetime.fromtimestamp(ended).astimezone().isoformat(timespec="seconds")
    return Run(
        algorithm, finished, read, made, {name: _number_in(value) for name, value in results.items() if name not in made}
    )


def _number_in(value: str) -> str | float:
    try:
        return float(value)
    except ValueError:
        return value
