"""Words on figures: factors with their units, categories with their labels."""

import numpy as np

from ..compass import SECTORS, sector_of
from ..factor import CATEGORICAL, CIRCULAR, Factor

_SHORT_UNITS = {"1": "", "degree": "°", "degrees": "°", "metre": "m", "metres": "m", "meter": "m", "meters": "m"}


def factor_name(name: str) -> str:
    """Return ``distance_to_rivers`` as ``distance to rivers``."""
    return name.replace("_", " ")


def factor_units(factor: Factor) -> str:
    """Return the units in short: ``degree`` as ``°``, ``1`` of a mere number as nothing.

    A circular factor is in degrees whatever its band says.
    """
    units = "degree" if factor.kind == CIRCULAR else factor.units
    return _SHORT_UNITS.get(units, units)


def factor_label(factor: Factor) -> str:
    """Return name and units, as an axis shows them: ``distance to rivers (m)``."""
    units = factor_units(factor)
    return f"{factor_name(factor.name)} ({units})" if units else factor_name(factor.name)


def category_label(factor: Factor, value: float) -> str:
    """Return the label of a category, or its number when it has none."""
    return factor.categories.get(int(value), f"{int(value)}")


def value_text(factor: Factor, value: float) -> str:
    """Return one value with its units: ``slope = 31.2°``, ``aspect = 310° (NW)``, ``lithology = shale``."""
    name = factor_name(factor.name)
    if not np.isfinite(value):
        return f"{name} = no data"
    if factor.kind == CATEGORICAL:
        return f"{name} = {category_label(factor, value)}"
    if factor.kind == CIRCULAR:
        return f"{name} = flat" if value < 0 else f"{name} = {round(value) % 360}° ({SECTORS[int(sector_of(value))]})"
    units = factor_units(factor)
    return f"{name} = {_short_number(value)}{units if units in ('', '°', '%') else ' ' + units}"


def shortened(text: str, limit: int = 34) -> str:
    """Return the text cut to ``limit`` letters with an ellipsis, so that one long label cannot squeeze a figure."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _short_number(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u2009") if abs(value) >= 1000 else f"{value:.3g}".replace("-", "−")
