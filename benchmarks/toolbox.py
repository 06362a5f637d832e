"""Importing this makes the repository importable as ``landslide_toolbox``, as in the tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "test"))

import conftest  # noqa: F401
