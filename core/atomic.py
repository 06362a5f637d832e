"""Outputs that appear whole or not at all: written under a temporary name beside the target, then renamed."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError, ToolboxError


@contextmanager
def whole_file(path: str | os.PathLike) -> Iterator[Path]:
    """Yield a temporary path in the target's folder; rename it to ``path`` on success, remove it on any failure.

    The temporary name keeps the suffix, because GDAL and OGR choose drivers by it.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary_name(target)
    try:
        yield temporary
        # GDAL keeps attribute tables and statistics in a side file; one of an earlier output must not describe this one
        target.with_name(target.name + ".aux.xml").unlink(missing_ok=True)
        for side_file in _side_files(temporary):
            os.replace(side_file, target.with_name(target.name + side_file.name[len(temporary.name) :]))
        os.replace(temporary, target)
    finally:
        for leftover in (temporary, *_side_files(temporary)):
            leftover.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: str | os.PathLike, marker: str, parameter: str = "OUTPUT") -> Iterator[Path]:
    """Yield a temporary folder; rename it to ``path`` on success, remove it on any failure.

    A folder that already stands at ``path`` is replaced only when it is empty or holds the file ``marker``, which shows
    that an earlier run made it. Raises InputError otherwise.
    """
    target = Path(path)
    if target.exists() and not _may_replace(target, marker):
        raise InputError(parameter, target, "already holds other files; choose an empty or new folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary_name(target)
    temporary.mkdir()
    try:
        yield temporary
        if not (temporary / marker).exists():
            raise ToolboxError(f"The folder {target} was not completed: {marker} is missing.")
        if target.exists():
            shutil.rmtree(target)
        os.replace(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _side_files(temporary: Path) -> list[Path]:
    return [path for path in temporary.parent.iterdir() if path.name.startswith(temporary.name) and path != temporary]


def _may_replace(folder: Path, marker: str) -> bool:
    return folder.is_dir() and ((folder / marker).is_file() or not any(folder.iterdir()))


def _temporary_name(target: Path) -> Path:
    return target.with_name(f".{target.stem}.{secrets.token_hex(4)}.partial{target.suffix}")
