"""Calls of GDAL that may fail. Its exceptions are on in QGIS 3.40, off in 3.22, and any plugin may turn them over."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from osgeo import gdal

from .errors import ToolboxError


def attempt(function: Callable, *arguments: object, otherwise: object = None, **options: object) -> Any:
    """Return what a function of GDAL returns, or ``otherwise`` where it raises; gdal.GetLastErrorMsg says why."""
    try:
        return function(*arguments, **options)
    except RuntimeError:
        return otherwise


@contextmanager
def writing(path: str | os.PathLike) -> Iterator[None]:
    """Raise ToolboxError for what GDAL raises, or only notes where its exceptions are off, while it writes ``path``."""
    gdal.ErrorReset()
    failure = ""
    try:
        yield
    except RuntimeError as problem:
        failure = str(problem)
    if not failure and gdal.GetLastErrorType() >= gdal.CE_Failure:
        failure = gdal.GetLastErrorMsg()
    if failure:
        raise ToolboxError(f"{path} cannot be written: {failure.rstrip('.')}; free space on the disk.")
