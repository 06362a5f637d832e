"""Calls of GDAL that may fail. Its exceptions are on in QGIS 3.40, off in 3.22, and any plugin may turn them over."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from osgeo import gdal

from .errors import ToolboxError


def attempt(function: Callable, *arguments: object, otherwise: object = None, **options: object) -> Any:
    """Return what a function of GDAL returns, or ``otherwise`` where it raises; ``last_error`` says why."""
    try:
        return function(*arguments, **options)
    except RuntimeError:
        return otherwise


def last_error() -> str:
    """Return what GDAL said last, without the full stop: newer GDAL adds lines on what may have caused it."""
    return (gdal.GetLastErrorMsg().splitlines() or [""])[0].rstrip(".")


@contextmanager
def writing(path: str | os.PathLike) -> Iterator[None]:
    """Raise ToolboxError for what GDAL raises, or only notes where its exceptions are off, while it writes ``path``."""
    gdal.ErrorReset()
    raised = False
    try:
        yield
    except RuntimeError:
        raised = True
    if raised or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise ToolboxError(f"{path} cannot be written: {last_error()}; free space on the disk.")
