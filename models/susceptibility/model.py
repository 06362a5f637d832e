"""A trained susceptibility model: from raw factor values to probabilities, whatever computes them."""

import os
from abc import ABC, abstractmethod

import numpy as np

from ...core.errors import InputError
from ..model_file import ModelFile, read_model_file, write_model_file
from .encoding import FactorEncoder

TASK = "susceptibility"


class SusceptibilityModel(ABC):
    """What every susceptibility model answers; a subclass per way of computing.

    ``kind`` is ``torch``, ``sklearn`` or ``xgboost`` and says where the model itself lies: ``network`` or ``estimator``.
    """

    kind = ""
    payload_name = ""

    def __init__(self, card: dict, encoder: FactorEncoder):
        self.card = card
        self.encoder = encoder

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

    @abstractmethod
    def payload(self) -> bytes:
        """Return what the model file keeps beside the card."""

    @abstractmethod
    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for raw patches whose centre is complete."""

    @abstractmethod
    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        """Return float32 (rows, columns); where ``complete`` is False anything."""

    def predict_patches(self, patches: np.ndarray) -> np.ndarray:
        """Return float32 (n,): the probability of a landslide for raw patches (n, factors, window, window).

        NaN inside a patch counts as the training mean; where the centre lacks a factor the answer is NaN.
        """
        centre = self.window // 2
        complete = np.isfinite(patches[:, :, centre, centre]).all(axis=1)
        probabilities = np.full(len(patches), np.nan, dtype=np.float32)
        if complete.any():
            probabilities[complete] = self._patch_probabilities(patches[complete])
        return probabilities

    def predict_raster(self, values: np.ndarray) -> np.ndarray:
        """Return float32 (rows, columns) for raw values (factors, rows + 2 × margin, columns + 2 × margin).

        The same as ``predict_patches`` on every cell's patch, to rounding. Cells lacking a factor are NaN.
        """
        margin = self.margin
        inner = values[:, margin : values.shape[1] - margin, margin : values.shape[2] - margin]
        complete = np.isfinite(inner).all(axis=0)
        if not complete.any():
            return np.full(complete.shape, np.nan, dtype=np.float32)
        return np.where(complete, self._raster_probabilities(values, complete), np.float32(np.nan))


def load_susceptibility_model(path: str | os.PathLike, device: str = "auto", parameter: str = "MODEL") -> SusceptibilityModel:
    """Return the model of a file written by ``save_susceptibility_model``; raises InputError for any other file."""
    from .network_model import NetworkModel
    from .table_model import ForestModel, XGBoostModel

    file = read_model_file(path, TASK, parameter)
    loaders = {model.payload_name: model.load for model in (NetworkModel, ForestModel, XGBoostModel)}
    try:
        encoder = FactorEncoder.from_json(file.card["encoder"])
        return loaders[file.payload_name](file.card, encoder, file.payload, device)
    except InputError:
        raise
    except Exception as problem:  # what a damaged payload raises depends on the library that reads it
        cause = f"{type(problem).__name__}: {problem}".splitlines()[0]
        raise InputError(parameter, path, f"is damaged ({cause}); train the model again") from problem


def save_susceptibility_model(path: str | os.PathLike, model: SusceptibilityModel) -> None:
    """Write a model file, whole or not at all."""
    card = {**model.card, "task": TASK, "encoder": model.encoder.to_json()}
    write_model_file(path, ModelFile(card, model.payload_name, model.payload()))
