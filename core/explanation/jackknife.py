"""What factors are worth by what a model loses without them: areas under the ROC curve with, without and alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..table import Table


@dataclass(frozen=True)
class Jackknife:
    """AUC on held-out folds: ``complete`` (folds,) with all factors; ``without`` and ``alone`` (factors, folds)."""

    names: Sequence[str]
    complete: np.ndarray
    without: np.ndarray
    alone: np.ndarray

    @property
    def decrease(self) -> np.ndarray:
        """Relative decrease of the AUC (factors, folds) in per cent: (all − without) / all, on the same fold."""
        return 100.0 * (self.complete - self.without) / self.complete

    @property
    def ranking(self) -> np.ndarray:
        """Numbers of the factors, the one most missed first."""
        return np.argsort(-self.decrease.mean(axis=1), kind="stable")

    def table(self) -> Table:
        """Return a row for all factors and one per factor, the one most missed first; spread is between folds."""
        head = ("factor", "auc_without", "spread_without", "relative_decrease_percent", "spread_decrease", "auc_alone")
        head = (*head, "spread_alone")
        rows = [("all factors", float(self.complete.mean()), spread_of(self.complete), 0.0, 0.0, None, None)]
        for number in self.ranking:
            row: list = [self.names[number]]
            for values in (self.without[number], self.decrease[number], self.alone[number]):
                row += [float(values.mean()), spread_of(values)]
            rows.append(tuple(row))
        return Table(head, rows)

    def fold_table(self) -> Table:
        """Return the AUC of every model on every fold."""
        head = ("factors", *(f"fold {number}" for number in range(1, len(self.complete) + 1)))
        rows = [("all factors", *map(float, self.complete))]
        for number in self.ranking:
            rows.append((f"without {self.names[number]}", *map(float, self.without[number])))
        for number in self.ranking:
            rows.append((f"{self.names[number]} alone", *map(float, self.alone[number])))
        return Table(head, rows)

    def lines(self) -> list[str]:
        """Return a sentence per factor for the log, the one most missed first."""
        return [
            f"{name}: {lost:+.1f} ± {spread_lost:.1f} % lost without it; AUC {alone:.3f} ± {spread_alone:.3f} alone."
            for name, _, _, lost, spread_lost, alone, spread_alone in self.table().rows[1:]
        ]


def spread_of(values: np.ndarray) -> float:
    """Return the standard deviation between folds."""
    return float(np.std(values, ddof=1)) if len(values) > 1 else 0.0
