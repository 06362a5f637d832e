"""Susceptibility models in model files: writing them, and reading them with a look at everything before it is used."""

import math
import os

import numpy as np

from ...core.errors import InputError
from ...core.susceptibility.evaluation import CHOICES
from ..model_file import ModelFile, check_cell_size, is_number, read_model_file, write_model_file
from .calibration import Calibrator
from .encoding import FactorEncoder
from .model import SusceptibilityModel
from .settings import DEFAULTS, FOREST, FREQUENCY_RATIO, NETWORK, REGRESSION, STACKING, SVM, XGBOOST, Settings

TASK = "susceptibility"


def load_susceptibility_model(path: str | os.PathLike, device: str = "auto", parameter: str = "MODEL") -> SusceptibilityModel:
    """Return the model of a file written by ``save_susceptibility_model``; raises InputError for any other file."""
    from .ensemble_model import EnsembleModel

    file = read_model_file(path, TASK, parameter)
    try:
        settings = _settings_of(file.card["architecture"], path, parameter)
        model = model_class(settings.family)
        _check_window(file.card["window"], settings.sees_surroundings)
        check_cell_size(file.card.get("cell_size"))
        is_ensemble = file.card.get("members", 1) > 1
        expected = EnsembleModel.payload_name if is_ensemble else model.payload_name
        if file.payload_name != expected:
            raise ValueError(f"{file.payload_name} where {expected} is expected")
        parts = (file.card, FactorEncoder.from_json(file.card["encoder"]), file.payload, device)
        loaded = EnsembleModel.load_members(*parts, model) if is_ensemble else model.load(*parts)
        _check_thresholds(file.card)
        if file.card.get("calibration"):
            loaded.calibrator = Calibrator.from_json(file.card["calibration"])
        _check_answer(loaded)
        return loaded
    except InputError:
        raise
    except Exception as problem:  # what a damaged payload raises depends on the library that reads it
        cause = f"{type(problem).__name__}: {problem}".splitlines()[0]
        raise InputError(parameter, path, f"is damaged ({cause}); train the model again") from problem


def _settings_of(architecture: object, path: str | os.PathLike, parameter: str) -> Settings:
    if isinstance(architecture, str) and architecture not in DEFAULTS:
        raise InputError(parameter, path, f"is a {architecture}, which this toolbox does not know; update it")
    return DEFAULTS[architecture]


def _check_window(window: object, sees_surroundings: bool) -> None:
    if not (type(window) is int and (window > 1 if sees_surroundings else window == 1)):
        raise ValueError(f"a window of {window} cells")


def _check_answer(model: SusceptibilityModel) -> None:
    """Raise ValueError, or what its library raises, unless the model makes a probability of a patch."""
    answer = model.predict_patches(np.zeros((1, len(model.factors), model.window, model.window), np.float32))
    if not 0 <= answer[0] <= 1:
        raise ValueError(f"an answer of {answer[0]}")


def _check_thresholds(card: dict) -> None:
    """Raise ValueError when the thresholds of a trained model are not numbers by way of choosing."""
    thresholds = card.get("thresholds", {})
    wanted = set(CHOICES) if "training" in card else set()
    if not wanted <= set(thresholds) or not all(is_number(value) and not math.isnan(value) for value in thresholds.values()):
        raise ValueError(f"thresholds {thresholds}")


def model_class(family: str) -> type[SusceptibilityModel]:
    """Return the class of the models of a family of the settings."""
    from .frequency_ratio_model import FrequencyRatioModel
    from .network_model import NetworkModel
    from .regression_models import LogisticModel, StackingModel, SvmModel
    from .table_model import ForestModel, XGBoostModel

    return {
        NETWORK: NetworkModel,
        FOREST: ForestModel,
        XGBOOST: XGBoostModel,
        REGRESSION: LogisticModel,
        SVM: SvmModel,
        STACKING: StackingModel,
        FREQUENCY_RATIO: FrequencyRatioModel,
    }[family]


def save_susceptibility_model(path: str | os.PathLike, model: SusceptibilityModel) -> None:
    """Write a model file, whole or not at all."""
    card = {**model.card, "task": TASK, "encoder": model.encoder.to_json()}
    if model.calibrator is not None:
        card["calibration"] = model.calibrator.to_json()
    write_model_file(path, ModelFile(card, model.payload_name, model.payload()))
