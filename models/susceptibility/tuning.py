"""The search for settings: which values a model may take, and how a choice is judged on the training samples alone."""

import numpy as np

from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop, part
from ...core.search_record import Between, Choice, SearchRecord, Space
from ...core.susceptibility.metrics import auc
from ...core.susceptibility.splitting import Shares
from .fitting import fit
from .fitting_task import Diverged
from .folds import blocks_are_known, with_both_classes
from .settings import DEFAULTS, FOREST, FREQUENCY_RATIO, NETWORK, REGRESSION, STACKING, SVM, XGBOOST, Settings
from .training_data import TrainingData
from .validation import fit_watched

FOLDS = 3
RANDOM = "random_cv"

SPACES: dict[str, Space] = {
    NETWORK: {
        "learning_rate": Between(1e-4, 1e-1, logarithmic=True),
        "weight_decay": Choice((0.0, 1e-4, 1e-3, 1e-2, 1e-1, 0.3), ordered=True),
        "batch_size": Choice((32, 64, 128, 256), ordered=True),
        "dropout": Between(0.0, 0.6),
        "feature_dropout": Between(0.0, 0.5),
        "hidden_factors": Between(0.0, 0.5),
        "factor_shift": Between(0.0, 1.0),
    },
    FOREST: {
        "tree_depth": Choice((4, 6, 8, 12, 16, 24, 0), ordered=True),
        "leaf_samples": Between(1, 30, whole=True, logarithmic=True),
        "columns_per_split": Choice((0.0, 0.1, 0.2, 0.3, 0.5, 0.8, 1.0)),
    },
    XGBOOST: {
        "learning_rate": Between(0.01, 0.3, logarithmic=True),
        "tree_depth": Between(2, 10, whole=True),
        "row_share": Between(0.4, 1.0),
        "columns_per_tree": Between(0.3, 1.0),
        "leaf_weight": Between(1.0, 50.0, logarithmic=True),
        "l2_penalty": Between(0.1, 30.0, logarithmic=True),
    },
    REGRESSION: {"penalty": Between(1e-3, 1e2, logarithmic=True)},
    SVM: {
        "penalty": Between(1e-2, 1e2, logarithmic=True),
        "kernel_width": Choice((0.0, 0.003, 0.01, 0.03, 0.1, 0.3)),
    },
    STACKING: {
        "learning_rate": Between(0.02, 0.3, logarithmic=True),
        "trees": Between(30, 300, whole=True, logarithmic=True),
        "tree_depth": Between(2, 6, whole=True),
        "penalty": Between(1e-3, 10.0, logarithmic=True),
    },
    FREQUENCY_RATIO: {"classes": Between(3, 30, whole=True, logarithmic=True)},
}
"""What may vary, by family of the settings."""


def tuned(
    data: TrainingData, settings: Settings, trials: int, validation: str, progress: Progress, should_stop: ShouldStop
) -> tuple[Settings, SearchRecord]:
    """Return the best settings of ``trials`` choices, the given ones among them, and how the search went.

    Settings that differ from the model's own were asked for, and stay. Raises InputError when that leaves nothing to search.
    A choice is judged by its mean AUC over three folds of the training samples, which keep blocks whole where they are known
    and ``validation`` is not random, else landslides. One worse than the others by the same fold is given up.
    """
    from ..search import search

    spatial = validation != RANDOM and blocks_are_known(data)
    # folds of their own, so that a choice does not fit the very folds it is validated on
    drawn = data.grouped_parts(spatial, Shares(0.0, FOLDS), settings.seed + 1)
    fold, _ = with_both_classes(data, drawn, [])
    default = DEFAULTS[settings.architecture]
    whole = SPACES[settings.family]
    space = {name: space for name, space in whole.items() if getattr(settings, name) == getattr(default, name)}
    if not space:
        raise InputError(
            "TUNING_TRIALS",
            trials,
            f"leaves nothing to search, as all of {', '.join(whole)} is set; leave one as it is, or choose 0",
        )

    def judged(values: dict, report, progress: Progress, should_stop: ShouldStop) -> float:  # noqa: ANN001
        areas: list[float] = []
        numbers = np.unique(fold)
        for done, number in enumerate(numbers):
            own = part(progress, done / len(numbers), (done + 1) / len(numbers))
            try:
                areas.append(_area(data, fold == number, spatial, settings.changed(**values), own, should_stop))
            except Diverged:
                return 0.0
            report(done + 1, float(np.mean(areas)))
        return float(np.mean(areas))

    first = {name: getattr(settings, name) for name in space}
    record = search(space, judged, trials, settings.seed, None, progress, should_stop, first=first)
    return settings.changed(**record.best.values), record


def _area(
    data: TrainingData, scored: np.ndarray, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> float:
    """Return the AUC on the ``scored`` samples of a model of the others."""
    others = data.chosen(~scored)
    if settings.stops_early:
        model = fit_watched(others, spatial, settings, progress, should_stop)[0].model
    else:
        model = fit(others, settings, None, progress, should_stop).model
    return auc(data.landslide[scored], model.predict_patches(data.patches[scored]))
