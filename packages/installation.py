"""Installs and removes the environment with the packages: a folder of the user's, beside QGIS and never in it."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from ..core.errors import InputError, ToolboxError
from ..core.progress import ShouldStop, never_stop
from .making import UNDER_WAY, make_environment
from .places import COMPLETE, environments
from .plan import Plan

SECONDS_UNTIL_DEAD = 120.0


def install(plan: Plan, on_line: Callable[[str], None], should_stop: ShouldStop = never_stop) -> Path:
    """Make the environment of a plan and return its folder; it counts from the moment it is complete.

    When it fails or is cancelled nothing of it is left, and an earlier environment still serves. Raises ToolboxError with one
    sentence, or Cancelled.
    """
    plan.sources.check()
    folder = plan.environment.parent
    was_there = folder.exists()
    for dead in filter(_is_dead, {plan.environment, *environments(folder)}):
        discard(dead)
    try:
        plan.environment.mkdir(parents=True)
    except OSError as problem:
        cure = "cannot be made; name another folder with --folder or ask for the right to write there"
        raise InputError("Folder", plan.environment, f"{cure} ({problem.strerror})") from problem
    try:
        make_environment(plan, on_line, should_stop)
    except BaseException:
        discard(plan.environment)
        if not was_there:
            _remove_if_empty(folder)
        raise
    for older in environments(folder):
        if older != plan.environment and (older / COMPLETE).exists():
            discard(older)
    return plan.environment


def remove(folder: Path) -> list[Path]:
    """Remove every environment in ``folder`` that was made with this version of Python; return them.

    Raises ToolboxError when a program still uses files of one; it counts no more all the same.
    """
    found = environments(folder)
    left = [path for path in found if not discard(path)]
    if left:
        raise ToolboxError(
            f"Files in {left[0]} are still in use: close QGIS and remove it once more, from the terminal, to free the disk."
        )
    _remove_if_empty(folder)
    return found


def discard(environment: Path) -> bool:
    """Remove an environment; it counts no more even where Windows keeps files of it that are in use. True when all is gone."""
    if environment.is_symlink():  # what it leads to is not the toolbox's
        environment.unlink()
        return True
    for marker in (COMPLETE, UNDER_WAY):
        (environment / marker).unlink(missing_ok=True)
    shutil.rmtree(environment, ignore_errors=True)
    return not environment.exists()


def _is_dead(environment: Path) -> bool:
    """True for what a killed installation or an incomplete removal left; never for a folder that has another name."""
    is_ours = environment.name.startswith("environment-")
    if not is_ours or not environment.exists() or (environment / COMPLETE).exists():
        return False
    sign = environment / UNDER_WAY
    return not sign.exists() or time.time() - sign.stat().st_mtime > SECONDS_UNTIL_DEAD


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
