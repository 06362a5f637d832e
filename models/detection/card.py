"""The model card of a detector: all that is needed to use it well and to know where it comes from."""

import importlib.metadata

from ...core.search_record import SearchRecord
from .evaluation import Evaluation
from .networks import ARCHITECTURES
from .settings import TrainingSettings
from .training_data import Chips, Survey


def settings_used(settings: TrainingSettings) -> dict:
    """Return the settings that had an effect, as plain JSON values: Mask R-CNN has losses of its own."""
    unused = ("loss", "alpha", "gamma") if ARCHITECTURES[settings.architecture].is_instance else ()
    return {name: value for name, value in settings.to_json().items() if name not in unused}


def provisional_card(chips: Chips, settings: TrainingSettings) -> dict:
    """Return as much of the card as predicting needs, before a threshold has been chosen."""
    return {
        "architecture": settings.architecture,
        "bands": list(chips.bands),
        "statistics": [dict(band) for band in chips.statistics],
        "cell_size": chips.cell_size,
        "chip_size": chips.chip_size,
        "threshold": 0.5,
    }


def detector_card(
    chips: Chips,
    settings: TrainingSettings,
    survey: Survey,
    origin: str,
    best_epoch: int,
    epochs_run: int,
    evaluations: dict[str, Evaluation],
    search: SearchRecord | None = None,
) -> dict:
    """Return the card as plain JSON values, with the threshold that is best on the validation chips.

    ``origin`` says where the weights came from before the training, ``search`` how the settings were found.
    """
    searched = None if search is None else {"trials": len(search.trials), "importance": search.importances}
    threshold = evaluations["val"].best_threshold()
    return provisional_card(chips, settings) | {
        "threshold": threshold,
        "training": {
            "settings": settings_used(settings),
            "search": searched,
            "start": origin,
            "best_epoch": best_epoch,
            "epochs_run": epochs_run,
            "chips": {split: len(names) for split, names in survey.names.items()},
            "landslides": survey.landslides,
            "sha256": survey.sha256,
            "data": chips.description,
        },
        "metrics": {split: evaluation.measures(threshold) for split, evaluation in evaluations.items()},
        "seed": settings.seed,
        "versions": {name: importlib.metadata.version(name) for name in ("torch", "torchvision", "numpy")},
        "licence": "not stated; belongs to whoever trained the model, within the terms of the training data",
    }
