"""Outputs that appear whole or not at all: written under a temporary name beside the target, then renamed."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError, ToolboxError

SIDE_FILES = (".aux.xml", ".ovr", ".msk", "-journal", "-wal", "-shm")
"""What GDAL and SQLite may lay beside a file; looked up by name, because listing a folder of many files is slow."""


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
    check_replaceable(target, marker, parameter)
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


def check_replaceable(folder: str | os.PathLike, marker: str, parameter: str) -> None:
    """Raise InputError for a folder that holds anything but what an earlier run made, which the file ``marker`` shows."""
    target = Path(folder)
    made_before = target.is_dir() and ((target / marker).is_file() or not any(target.iterdir()))
    if target.exists() and not made_before:
        raise InputError(parameter, target, "already holds other files; choose an empty or new folder")


@contextmanager
def together(*paths: str | os.PathLike | None) -> Iterator[None]:
    """Remove what the block wrote at ``paths``, with everything that belongs to it, when the block fails or is cancelled.

    For algorithms with several outputs: each appears whole, and this sees to it that all of them do. None is skipped.
    """
    belonging = [companion for path in paths if path is not None for companion in _with_companions(Path(path))]
    before = {path: _last_change(path) for path in belonging}
    try:
        yield
    except BaseException:
        for path, changed in before.items():
            if _last_change(path) != changed:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _with_companions(path: Path) -> list[Path]:
    """Return a file and what outputs put beside it: GDAL's side file, the style and the folder of a report."""
    return [path, path.with_name(f"{path.name}.aux.xml"), path.with_suffix(".qml"), path.with_name(f"{path.stem}_files")]


def _last_change(path: Path) -> int | None:
    return path.stat().st_mtime_ns if path.exists() else None


def _side_files(temporary: Path) -> list[Path]:
    candidates = (temporary.with_name(temporary.name + suffix) for suffix in SIDE_FILES)
    return [path for path in candidates if path.exists()]


def _temporary_name(target: Path) -> Path:
    return target.with_name(f".{target.stem}.{secrets.token_hex(4)}.partial{target.suffix}")
