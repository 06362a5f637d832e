"""Numbers and limits that users write as text."""

import math
from itertools import pairwise

from .errors import InputError


def numbers_in(text: str, parameter: str, whole: str = "", of: str = "") -> list[float]:
    """Return the numbers of a text such as ``0, 10, 20.5``; raises InputError for anything else.

    Where the text is a piece of the parameter's value, ``whole`` is that value and ``of`` says whose numbers these are.
    """
    found = []
    for word in text.replace(";", ",").split(","):
        try:
            found.append(float(word))
        except ValueError:
            found.append(math.nan)
    if not all(map(math.isfinite, found)):
        raise InputError(parameter, whole or text, f"{of}is not a list of numbers; write them like 10, 20, 30.5")
    return found


def increasing_numbers_in(text: str, parameter: str, whole: str = "", of: str = "") -> list[float]:
    """Return the numbers of a text as ``numbers_in`` does; raises InputError unless each is larger than the one before."""
    found = numbers_in(text, parameter, whole, of)
    if any(after <= before for before, after in pairwise(found)):
        raise InputError(parameter, whole or text, f"{of}does not increase; write the limits from the lowest to the highest")
    return found
