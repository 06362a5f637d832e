"""The text with which a user sets class limits factor by factor: ``slope: 0, 10, 20, 30; aspect: sectors``."""

from collections.abc import Sequence

from ..errors import InputError
from ..factor import CATEGORICAL, CIRCULAR, CONTINUOUS, Factor
from ..number_lists import increasing_numbers_in

SECTORS_WORD = "sectors"
EXAMPLE = "slope: 0, 10, 20, 30; aspect: sectors"


def written_breaks(text: str, factors: Sequence[Factor], parameter: str = "BREAKS") -> dict[str, list[float]]:
    """Return the limits per factor name; circular factors set to ``sectors`` are left out, because sectors are their default.

    Raises InputError for a factor that is not in the stack, named twice or categorical, and for limits that are not
    increasing numbers.
    """
    kinds = {factor.name: factor.kind for factor in factors}
    found: dict[str, list[float]] = {}
    seen = set()
    for piece in filter(None, map(str.strip, text.split(";"))):
        name, colon, limits = (word.strip() for word in piece.partition(":"))
        if not colon:
            raise InputError(parameter, text, f'cannot be read at "{piece}"; write it like {EXAMPLE}')
        if name not in kinds:
            raise InputError(
                parameter, text, f"names the factor {name}, and the stack has {', '.join(kinds)}; correct the name"
            )
        if name in seen:
            raise InputError(parameter, text, f"names the factor {name} twice; keep one of the two")
        seen.add(name)
        if kinds[name] == CATEGORICAL:
            raise InputError(parameter, text, f"sets limits for {name}, whose categories are its classes; leave it out")
        if limits == SECTORS_WORD:
            if kinds[name] != CIRCULAR:
                raise InputError(parameter, text, f"asks for sectors of {name}, which is no direction; write numbers for it")
            continue
        found[name] = increasing_numbers_in(limits, parameter, text, f"for {name} ")
    return found


def check_all_written(breaks: dict[str, list[float]], factors: Sequence[Factor], parameter: str = "BREAKS") -> None:
    """Raise InputError when a continuous factor has no written limits."""
    missing = [factor.name for factor in factors if factor.kind == CONTINUOUS and factor.name not in breaks]
    if missing:
        text = "; ".join(breaks) or "none"
        raise InputError(
            parameter,
            text,
            f"has no limits for {', '.join(missing)}, and METHOD manual needs them for every continuous factor; "
            f"write them like {EXAMPLE} or choose another METHOD for the rest",
        )
