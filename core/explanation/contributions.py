"""Contributions of factors at samples: which factors matter, and tables of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..factor import CATEGORICAL, Factor
from ..susceptibility.samples import Samples
from ..table import Table
from .interactions import strongest_interaction


@dataclass(frozen=True)
class Contributions:
    """What each factor contributes to the prediction at each sample: ``base`` plus a row of ``shares`` is the prediction.

    ``values`` (n, factors) in the factors' own units; ``shares`` (n, factors), ``predictions`` (n,) and ``base`` in log-odds
    or, without ``log_odds``, in probability.
    """

    factors: Sequence[Factor]
    values: np.ndarray
    shares: np.ndarray
    predictions: np.ndarray
    base: float
    log_odds: bool

    @property
    def units(self) -> str:
        """Units of the contributions."""
        return "log-odds" if self.log_odds else "probability"

    @property
    def axis_label(self) -> str:
        """What an axis of contributions says."""
        return f"SHAP value ({self.units})"

    @property
    def importance(self) -> np.ndarray:
        """Mean absolute contribution of each factor (factors,)."""
        return np.abs(self.shares).mean(axis=0)

    @property
    def ranking(self) -> np.ndarray:
        """Numbers of the factors, the most important first."""
        return np.argsort(-self.importance, kind="stable")

    @cached_property
    def partners(self) -> list[int | None]:
        """For each factor the number of the one that most changes its effect, None where none does noticeably."""
        numbers = range(len(self.factors))
        return [strongest_interaction(self.factors, self.values, self.shares, number) for number in numbers]

    def importance_table(self) -> Table:
        """Return one row per factor, the most important first."""
        whole = self.importance.sum() or 1.0
        rows = []
        for number in self.ranking:
            partner = self.partners[number]
            rows.append(
                (
                    self.factors[number].name,
                    float(self.importance[number]),
                    float(100 * self.importance[number] / whole),
                    float(self.shares[:, number].min()),
                    float(self.shares[:, number].max()),
                    "" if partner is None else self.factors[partner].name,
                )
            )
        unit = f"({self.units})"
        head = ("factor", f"mean |SHAP| {unit}", "share (%)", f"lowest {unit}", f"highest {unit}", "strongest interaction with")
        return Table(head, rows)

    def sample_table(self, samples: Samples) -> Table:
        """Return one row per sample: where it is, what it is, values, contributions, base and prediction."""
        names = [factor.name for factor in self.factors]
        head = ("x", "y", "landslide", "split", *names, *(f"shap_{name}" for name in names), "base", "prediction")
        rows = []
        for index in range(len(samples)):
            where = (float(samples.x[index]), float(samples.y[index]), int(samples.landslide[index]), str(samples.split[index]))
            own = [_plain(factor, value) for factor, value in zip(self.factors, self.values[index], strict=True)]
            shares = [float(share) for share in self.shares[index]]
            rows.append((*where, *own, *shares, self.base, float(self.predictions[index])))
        return Table(head, rows)


def _plain(factor: Factor, value: float) -> float | int | None:
    if not np.isfinite(value):
        return None
    return int(value) if factor.kind == CATEGORICAL else float(value)
