"""Continuous factors stretched to 0–1 or 0–255, with units that say so."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..factor import CONTINUOUS, Factor

HIGHEST = {"unit": 1, "byte": 255}


def scaled_factor(factor: Factor, scaling: str, lowest: float, highest: float) -> Factor:
    """Return a factor as it is after scaling; its units tell what the scaled ends were before."""
    if not _is_scaled(factor, scaling):
        return factor
    before = f"{lowest:.6g} to {highest:.6g} {factor.units}".strip()
    return replace(factor, units=f"0 to {HIGHEST[scaling]}, was {before}")


def scale(values: np.ndarray, factors: Sequence[Factor], scaling: str, lowest: np.ndarray, highest: np.ndarray) -> np.ndarray:
    """Return float32 (factors, rows, columns) with continuous factors stretched from ``lowest``–``highest`` per factor.

    ``none`` changes nothing, ``unit`` stretches to 0–1, ``byte`` to whole numbers 0–255. Circular and categorical factors
    pass unchanged: degrees and codes would lose their meaning.
    """
    scaled = values.copy()
    for index, factor in enumerate(factors):
        if _is_scaled(factor, scaling):
            share = (values[index].astype(np.float64) - lowest[index]) / (highest[index] - lowest[index])
            scaled[index] = np.rint(255 * share) if scaling == "byte" else share
    return scaled


def _is_scaled(factor: Factor, scaling: str) -> bool:
    return scaling in HIGHEST and factor.kind == CONTINUOUS
