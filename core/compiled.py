"""Compilation of inner loops with numba. Importing this module imports numba, so import its users inside ``compute``."""

from collections.abc import Callable

import numba


def compiled(function: Callable) -> Callable:
    """Compile a function at its first call, free of Python's lock, and keep the machine code for later runs.

    The code is kept beside the module or, in a read-only plugin folder, in the user's cache folder; where neither can be
    written it is compiled anew in each run. It is made again when the module changes, but not when a constant changes that the
    module imports. Division by zero follows IEEE, as in numpy. No fast-math: NaN means nodata.
    """
    try:
        return numba.njit(nogil=True, cache=True, error_model="numpy")(function)
    except RuntimeError:  # numba found no folder to keep the machine code in
        return numba.njit(nogil=True, error_model="numpy")(function)
