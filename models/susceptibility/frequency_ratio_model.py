"""The frequency ratio as a model: how much commoner landslides are in a class than elsewhere, added up over factors."""

import numpy as np

from ...core.analysis import class_limits
from ...core.compass import SECTORS, direction_class
from ...core.factor import CATEGORICAL, CIRCULAR, Factor
from ...core.progress import stop_if_asked
from .encoding import FactorEncoder
from .fitting_task import Fitted, FittingTask, card_of
from .model import SusceptibilityModel


class FrequencyRatioModel(SusceptibilityModel):
    """Sum of the frequency ratios of a cell's classes, turned into a probability by a logistic curve.

    ``limits`` are the values that part the classes of each factor (for categories the categories themselves), ``ratios`` the
    ratio of each class. Aspect has eight sectors and flat ground. A category never seen counts as 1: neither more nor less
    landslides than elsewhere. ``curve`` is slope and intercept.
    """

    payload_name = "weights.safetensors"

    def __init__(
        self,
        card: dict,
        encoder: FactorEncoder,
        limits: list[np.ndarray],
        ratios: list[np.ndarray],
        curve: tuple[float, float],
    ):
        super().__init__(card, encoder)
        self.limits, self.ratios, self.curve = limits, ratios, curve

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "FrequencyRatioModel":
        """Return the model; raises what safetensors raises, and KeyError for a factor without its classes."""
        from safetensors.numpy import load

        arrays = load(payload)
        limits = [arrays[f"{name}.limits"] for name in encoder.names]
        ratios = [arrays[f"{name}.ratios"] for name in encoder.names]
        return cls(card, encoder, limits, ratios, tuple(arrays["curve"].tolist()))

    def payload(self) -> bytes:
        """Return limits, ratios and curve as safetensors."""
        from safetensors.numpy import save

        arrays = {"curve": np.array(self.curve)}
        for name, limits, ratios in zip(self.encoder.names, self.limits, self.ratios, strict=True):
            arrays |= {f"{name}.limits": np.ascontiguousarray(limits), f"{name}.ratios": np.ascontiguousarray(ratios)}
        return save(arrays)

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Return float64 (...): the sum of the ratios for complete raw values (factors, ...)."""
        total = np.zeros(values.shape[1:])
        for factor, raw, limits, ratios in zip(self.factors, values, self.limits, self.ratios, strict=True):
            total += np.append(ratios, 1.0)[class_numbers(factor, raw, limits)]
        return total

    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        return self._probabilities(patches[:, :, 0, 0].T)

    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        probabilities = np.empty(complete.shape, dtype=np.float32)
        probabilities[complete] = self._probabilities(values[:, complete])
        return probabilities

    def _probabilities(self, values: np.ndarray) -> np.ndarray:
        slope, intercept = self.curve
        return (1 / (1 + np.exp(-(slope * self.sums(values) + intercept)))).astype(np.float32)


def class_numbers(factor: Factor, raw: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Return the class (from 0) of raw values of a factor; the number after the last class for an unknown category."""
    if factor.kind == CATEGORICAL:
        place = np.minimum(np.searchsorted(limits, raw), len(limits) - 1)
        return np.where(limits[place] == raw, place, len(limits))
    if factor.kind == CIRCULAR:
        return direction_class(raw)
    return class_limits.class_numbers(raw, limits)


def fit_frequency_ratio(task: FittingTask) -> Fitted:
    """Fit classes of equal size, their ratios and the curve.

    The ratio of a class is its share of the landslide samples over its share of the samples without, which stand for the
    area: landslides cover little of it.
    """
    from sklearn.linear_model import LogisticRegression

    stop_if_asked(task.should_stop)
    data, settings = task.data, task.settings
    values = data.centres.T
    limits, ratios = [], []
    for factor, raw in zip(data.factors, values, strict=True):
        limits.append(_limits(factor, raw, settings.classes))
        ratios.append(_ratios(class_numbers(factor, raw, limits[-1]), data.landslide == 1, _class_count(factor, limits[-1])))
    model = FrequencyRatioModel(card_of(settings), task.encoder, limits, ratios, (1.0, 0.0))
    sums = model.sums(values)[:, np.newaxis]
    curve = LogisticRegression(C=1e6).fit(sums, data.landslide, task.weights)
    model.curve = (float(curve.coef_[0, 0]), float(curve.intercept_[0]))
    task.progress(1.0, "Counting")
    return Fitted(model, [], 0)


def _limits(factor: Factor, raw: np.ndarray, classes: int) -> np.ndarray:
    if factor.kind == CATEGORICAL:
        return np.unique(raw)
    if factor.kind == CIRCULAR:
        return np.empty(0, dtype=raw.dtype)
    return np.unique(np.quantile(raw, np.arange(1, classes) / classes).astype(raw.dtype))


def _class_count(factor: Factor, limits: np.ndarray) -> int:
    if factor.kind == CIRCULAR:
        return len(SECTORS) + 1
    return len(limits) if factor.kind == CATEGORICAL else len(limits) + 1


def _ratios(number: np.ndarray, landslide: np.ndarray, classes: int) -> np.ndarray:
    """Return float64 (classes,): share of landslides over share of the rest; 1 for a class without samples."""
    with_landslide = np.bincount(number[landslide], minlength=classes) / max(int(landslide.sum()), 1)
    without = np.bincount(number[~landslide], minlength=classes) / max(int((~landslide).sum()), 1)
    # a class that only landslides know has no finite ratio; it gets the ratio of one sample without
    at_least = np.maximum(without, 1 / max(int((~landslide).sum()), 1))
    return np.where(with_landslide + without > 0, with_landslide / at_least, 1.0)
