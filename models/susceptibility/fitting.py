"""Fitting one model of any kind to samples."""

from collections.abc import Callable
from statistics import median

from ...core.progress import Progress, ShouldStop, part
from .encoding import FactorEncoder
from .ensemble_model import EnsembleModel
from .fitting_task import Fitted, FittingTask, card_of
from .settings import FOREST, FREQUENCY_RATIO, NETWORK, REGRESSION, STACKING, SVM, XGBOOST, Settings
from .training_data import TrainingData


def fit(
    data: TrainingData,
    settings: Settings,
    watched: TrainingData | None,
    progress: Progress,
    should_stop: ShouldStop,
    rounds: int | None = None,
) -> Fitted:
    """Return a model fitted to ``data``; encoder and everything else see these samples alone.

    With ``watched`` samples training stops when their loss no longer falls and the best state is kept; without, it runs for
    ``rounds`` epochs or trees (default: all that the settings allow). Samples in several draws make an ensemble with a member
    per draw; with several members in the settings each draw has so many, fitted to landslides and cells without drawn anew.
    The history is that of the first member.
    """
    encoder = FactorEncoder.fit(data.factors, data.centres, settings.encoding)
    fitter = _fitter(settings.family)
    count = len(data.draws) * settings.members
    fitted = []
    for number in range(count):
        report = part(progress, number / count, (number + 1) / count)
        draw, own = data.draws[number // settings.members], settings.changed(seed=settings.seed + number)
        drawn, own_watched = data, watched
        if len(data.draws) > 1:
            drawn = data.chosen(data.in_draw(draw))
            own_watched = None if watched is None else watched.chosen(watched.in_draw(draw))
        if settings.members > 1:
            drawn = drawn.resampled(own.seed)
        fitted.append(fitter(FittingTask(drawn, encoder, own, own_watched, rounds, report, should_stop)))
    if count == 1:
        return fitted[0]
    model = EnsembleModel(card_of(settings) | {"members": count}, encoder, [one.model for one in fitted])
    return Fitted(model, fitted[0].history, int(median(one.rounds for one in fitted)))


def _fitter(family: str) -> Callable[[FittingTask], Fitted]:
    if family == NETWORK:
        from .network_fitting import fit_network

        return fit_network
    if family in (FOREST, XGBOOST):
        from .tree_fitting import fit_forest, fit_xgboost

        return {FOREST: fit_forest, XGBOOST: fit_xgboost}[family]
    if family == FREQUENCY_RATIO:
        from .frequency_ratio_model import fit_frequency_ratio

        return fit_frequency_ratio
    from .regression_fitting import fit_regression, fit_stacking, fit_svm

    return {REGRESSION: fit_regression, SVM: fit_svm, STACKING: fit_stacking}[family]
