"""Shapley values of any model: factors change hands one after the other, in random order and in the reverse order.

For one background sample and one order of the factors, each factor in turn takes its value, over the whole patch, from the
sample instead of the background, and the step of the prediction is its contribution (Castro et al. 2009, Computers & Operations
Research 36, 1726–1730; Štrumbelj & Kononenko 2014). The steps of one order add up exactly to f(x) − f(z). With the reverse
order beside it the mean is the exact Shapley value for any model whose factors act together at most in pairs, and nearly so
otherwise (antithetic sampling, Mitchell et al. 2022, JMLR 23, 43).
"""

from collections.abc import Callable

import numpy as np

Predict = Callable[[np.ndarray], np.ndarray]
"""From raw patches (n, factors, window, window) to float64 (n,)."""


class PermutationShap:
    """Contributions of factors to what ``predict`` says, with one order and its reverse per background sample."""

    def __init__(self, predict: Predict, background: np.ndarray):
        """``background`` float32 (m, factors, window, window); the orders are the same in every run."""
        self._predict = predict
        self._background = background
        random = np.random.default_rng(0)
        self._orders = [random.permutation(background.shape[1]) for _ in background]

    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return float64 (n, factors) for raw patches (n, factors, window, window); exactly additive."""
        found = np.zeros(patches.shape[:2])
        for start, order in zip(self._background, self._orders, strict=True):
            for way in (order, order[::-1]):
                found[:, way] += self._steps(patches, start, way)
        return found / (2 * len(self._background))

    def _steps(self, patches: np.ndarray, start: np.ndarray, order: np.ndarray) -> np.ndarray:
        """Return (n, factors): the steps of the prediction from ``start`` to the patches, in ``order``."""
        mixed = np.empty((len(order) + 1, *patches.shape), dtype=np.float32)
        mixed[0] = start
        for step, factor in enumerate(order):
            mixed[step + 1] = mixed[step]
            mixed[step + 1, :, factor] = patches[:, factor]
        predictions = self._predict(mixed.reshape(-1, *patches.shape[1:]))
        return np.diff(predictions.reshape(len(mixed), -1), axis=0).T
