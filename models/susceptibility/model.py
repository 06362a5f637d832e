"""A trained susceptibility model: from raw factor values to probabilities, whatever computes them."""

from abc import ABC, abstractmethod

import numpy as np

from ...core.errors import InputError
from .applicability import Applicability
from .calibration import Calibrator
from .encoding import FactorEncoder


class SusceptibilityModel(ABC):
    """What every susceptibility model answers; a subclass per way of computing.

    ``kind`` says what the model itself is: ``torch`` (attribute ``network``), ``sklearn`` (a forest), ``xgboost``, ``linear``
    or ``stacking`` (attribute ``estimator``), or ``other``.
    """

    kind = "other"
    payload_name = ""
    device: object = "cpu"
    """Where it computes; networks may compute elsewhere."""

    def __init__(self, card: dict, encoder: FactorEncoder):
        self.card = card
        self.encoder = encoder
        self.calibrator: Calibrator | None = None

    @property
    def factors(self) -> list:
        """The factors in the order the model wants them."""
        return self.encoder.factors

    @property
    def window(self) -> int:
        """Side of the patch in cells; 1 for models that look at the cell alone."""
        return self.card["window"]

    @property
    def margin(self) -> int:
        """How many cells around a block ``predict_raster`` needs."""
        return self.window // 2

    def notes_on_cells(self, cell_width: float) -> list[str]:
        """Return a sentence when cells are not as wide as those the model was trained on, nothing when they are."""
        trained_at = self.card.get("cell_size")
        if not trained_at or abs(cell_width - trained_at) <= 0.01 * trained_at:
            return []
        return [
            f"The model was trained on cells of {trained_at:g} and is applied to cells of {cell_width:g}: "
            "slopes, curvatures and surroundings mean something else at another scale."
        ]

    @property
    def block(self) -> int:
        """Cells a side that are predicted within about a second, so that the user can cancel in between."""
        return 256

    @abstractmethod
    def payload(self) -> bytes:
        """Return what the model file keeps beside the card."""

    @abstractmethod
    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for raw patches whose centre is complete."""

    @abstractmethod
    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        """Return float32 (rows, columns); where ``complete`` is False anything."""

    def predict_patches(self, patches: np.ndarray, calibrated: bool = True) -> np.ndarray:
        """Return float32 (n,): the probability of a landslide for raw patches (n, factors, window, window).

        NaN inside a patch counts as the training mean; where the centre lacks a factor the answer is NaN. ``calibrated`` False
        leaves the calibration curve out.
        """
        centre = self.window // 2
        complete = np.isfinite(patches[:, :, centre, centre]).all(axis=1)
        probabilities = np.full(len(patches), np.nan, dtype=np.float32)
        if complete.any():
            found = self._patch_probabilities(patches[complete])
            probabilities[complete] = self._calibrated(found) if calibrated else found
        return probabilities

    def predict_raster(self, values: np.ndarray) -> np.ndarray:
        """Return float32 (rows, columns) for raw values (factors, rows + 2 × margin, columns + 2 × margin).

        The same as ``predict_patches`` on every cell's patch, to rounding. Cells lacking a factor are NaN.
        """
        complete = self._complete(values)
        if not complete.any():
            return np.full(complete.shape, np.nan, dtype=np.float32)
        return np.where(complete, self._calibrated(self._raster_probabilities(values, complete)), np.float32(np.nan))

    def predict_raster_with_spread(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what ``predict_raster`` does and, of the same shape, the standard deviation over the model's members.

        Members are the models of an ensemble or the trees of a forest. Raises InputError for a model without members.
        """
        complete = self._complete(values)
        if not complete.any():
            return (np.full(complete.shape, np.nan, dtype=np.float32),) * 2
        mean, spread = self._raster_with_spread(values, complete)
        if self.calibrator is not None:
            mean, spread = self.calibrator(mean), self.calibrator.spread(mean, spread)
        return np.where(complete, mean, np.float32(np.nan)), np.where(complete, spread, np.float32(np.nan))

    def check_has_members(self) -> None:
        """Raise InputError when the model has no members whose spread could be told."""
        if type(self)._raster_with_spread is SusceptibilityModel._raster_with_spread:
            raise InputError(
                "UNCERTAINTY",
                self.card["architecture"],
                "is a single model and has no spread; train it with MEMBERS above 1, or use a random forest",
            )

    def applicability(self) -> Applicability:
        """Return how unlike the training samples cells are; raises InputError for a model file without what that needs."""
        if "applicability" not in self.card:
            raise InputError(
                "APPLICABILITY", self.card["architecture"], "was trained without an area of applicability; train it again"
            )
        try:
            return Applicability.from_json(self.factors, self.card["applicability"])
        except (KeyError, TypeError, ValueError):
            raise InputError(
                "APPLICABILITY", self.card["architecture"], "has a damaged area of applicability; train the model again"
            ) from None

    def _raster_with_spread(self, values: np.ndarray, complete: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.check_has_members()
        raise NotImplementedError

    def _calibrated(self, probabilities: np.ndarray) -> np.ndarray:
        return probabilities if self.calibrator is None else self.calibrator(probabilities)

    def _complete(self, values: np.ndarray) -> np.ndarray:
        margin = self.margin
        inner = values[:, margin : values.shape[1] - margin, margin : values.shape[2] - margin]
        return np.isfinite(inner).all(axis=0)
