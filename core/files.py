"""Facts about files."""

import hashlib
import os
import tempfile
from pathlib import Path

from .errors import InputError


def sha256_of(path: str | os.PathLike) -> str:
    """Return the SHA-256 of a file as hexadecimal text, read in pieces."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def check_suffix(path: str | os.PathLike, suffix: str, parameter: str) -> None:
    """Raise InputError for a name that does not end in ``suffix`` (without its dot), by which programs know what is inside."""
    if Path(path).suffix.lower() != f".{suffix}":
        raise InputError(parameter, path, f"is not a .{suffix} name; end it in .{suffix}")


LONGEST_NAME = 200
"""Bytes of a file's name: file systems allow 255, and the temporary name and side files need some of them."""


def check_writable(path: str | os.PathLike, parameter: str) -> None:
    """Raise InputError when ``path`` cannot be written: where it shall come to lie, or under its name.

    Said before long work, not after it. Folders that are not there yet are not made: the nearest one that is there is tried.
    """
    if len(os.fsencode(Path(path).name)) > LONGEST_NAME:
        raise InputError(parameter, path, "has too long a file name; choose a shorter one")
    folder = next((parent for parent in Path(path).absolute().parents if parent.exists()), None)
    if folder is None:
        raise InputError(parameter, path, "is the root of the disk; choose a folder or file in it")
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise InputError(parameter, path, "cannot be written there; choose another folder") from None
