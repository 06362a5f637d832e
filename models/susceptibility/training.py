"""Training a susceptibility model: validated on held-out samples, then fitted to all training samples."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from ...core.errors import InputError
from ...core.names import listed
from ...core.progress import Progress, ShouldStop, part
from ...core.search_record import SearchRecord
from ...core.susceptibility.evaluation import Evaluation, common_thresholds, cross_fitted
from ...core.susceptibility.metrics import auc
from .applicability import Applicability
from .calibration import NONE, Calibrator
from .fitting import fit
from .fitting_task import Round
from .folds import blocks_are_known, folds_are_blocks, folds_of
from .model import SusceptibilityModel
from .settings import Settings
from .training_data import TrainingData
from .tuning import tuned
from .validation import HeldOut, cross_validate, fit_watched

TEST_SPLIT = "test_split"
RANDOM_CV = "random_cv"
SPATIAL_CV = "spatial_cv"
SHARE_OF_SEARCH = 0.7
TITLES = {TEST_SPLIT: "test samples", RANDOM_CV: "random cross-validation", SPATIAL_CV: "spatial cross-validation"}


@dataclass(frozen=True)
class Trained:
    """A model fitted to all training samples, and what held-out samples say of it.

    ``evaluations`` by kind of validation, the asked one first; ``histories`` by name; ``thresholds`` are chosen on held-out
    training samples. ``search`` tells how the settings were chosen, None when they were given.
    """

    model: SusceptibilityModel
    evaluations: dict[str, Evaluation]
    histories: dict[str, list[Round]]
    thresholds: dict[str, float]
    notes: list[str]
    search: SearchRecord | None = None


def train(
    training: TrainingData,
    test: TrainingData | None,
    settings: Settings,
    validation: str,
    progress: Progress,
    should_stop: ShouldStop,
    trials: int = 0,
) -> Trained:
    """Validate and fit; ``test`` samples are only ever scored, by the final model.

    ``validation`` is ``test_split``, ``random_cv`` or ``spatial_cv``. Random cells are optimistic where neighbours resemble
    each other, so where blocks are known a spatial cross-validation is run beside random folds, and beside test samples that
    lie in the blocks of training samples. With ``trials`` the settings are first searched on the training samples. Raises
    InputError for samples of one class, constant factors, and a test split without test samples.
    """
    check_trainable(training)
    if test is not None:
        _check_both_classes(test, "test")
    if validation == TEST_SPLIT and test is None:
        raise InputError(
            "VALIDATION", validation, "needs test samples and there are none; draw them with a TEST_FRACTION above 0"
        )
    search, share = None, 0.0
    if trials:
        share = SHARE_OF_SEARCH
        settings, search = tuned(training, settings, trials, validation, part(progress, 0.0, share), should_stop)
    progress = part(progress, share, 1.0)
    if validation == TEST_SPLIT:
        trained = _trained_with_test_alone(training, test, settings, progress, should_stop)
    else:
        trained = _trained_with_folds(training, test, settings, validation, progress, should_stop)
    notes = [*trained.notes, *_unknown_categories(trained.model, test)]
    notes += _nearness_of_the_test(training, test, trained.evaluations)
    if search and validation != TEST_SPLIT:
        notes.append(
            "The settings were chosen on the training samples, which makes their cross-validation a little optimistic; test "
            "samples took no part."
        )
    return replace(trained, notes=notes, search=search)


def _unknown_categories(model: SusceptibilityModel, test: TrainingData | None) -> list[str]:
    if test is None:
        return []
    return [
        f"{name} has categories among the test samples that training never saw and that count as unknown: {listed(values)}."
        for name, values in model.encoder.unknown_categories(test.centres.T).items()
    ]


def check_trainable(data: TrainingData) -> None:
    """Raise InputError when a class is missing or a factor tells nothing."""
    _check_both_classes(data, "training")
    for factor, values in zip(data.factors, data.centres.T, strict=True):
        if values.min() == values.max():
            raise InputError(
                "FACTORS",
                factor.name,
                f"is {values.min():g} at every training sample and tells nothing; leave it out of the stack",
            )


def _check_both_classes(data: TrainingData, which: str) -> None:
    landslides = int(data.landslide.sum())
    if landslides in (0, len(data)):
        lacking = "landslides" if landslides == 0 else "cells without landslides"
        raise InputError("SAMPLES", data.source, f'has no {lacking} among the {which} samples; draw it with "Sample points"')


def _trained_with_folds(
    training: TrainingData,
    test: TrainingData | None,
    settings: Settings,
    validation: str,
    progress: Progress,
    should_stop: ShouldStop,
) -> Trained:
    compared = validation == RANDOM_CV and blocks_are_known(training)
    share = 0.45 if compared else 0.9
    fold, notes = folds_of(training, validation == SPATIAL_CV, settings.seed)
    held_out = cross_validate(training, fold, validation == SPATIAL_CV, settings, part(progress, 0, share), should_stop)
    notes = [*notes, *held_out.notes]
    evaluations = {validation: _evaluation_of_folds(validation, training, held_out, settings)}
    rounds = int(np.median(held_out.rounds))
    histories = {f"fold {number}": history for number, history in enumerate(held_out.histories, start=1) if history}
    calibrator, thresholds = _calibrated_thresholds(training, held_out.scores, settings)
    if compared:
        spatial, remarks = _spatial_beside(training, settings, part(progress, share, 0.9), should_stop)
        evaluations |= spatial
        notes = [*notes, *remarks]
    final = fit(training, settings, None, part(progress, 0.9, 1.0), should_stop, rounds or None)
    final.model.calibrator = calibrator
    if test is not None:
        evaluations[TEST_SPLIT] = _evaluation_of_test(test, final.model, thresholds, settings)
    _complete_card(final.model, replace(training, fold=fold), settings, evaluations, thresholds, should_stop)
    return Trained(final.model, evaluations, histories, thresholds, notes)


def _trained_with_test_alone(
    training: TrainingData, test: TrainingData, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> Trained:
    compared = blocks_are_known(training) and _shares_blocks(training, test)
    share = 0.1 if compared else 0.5  # five folds of two trainings each follow
    spatial = folds_are_blocks(training)
    fitted, watched, notes = fit_watched(training, spatial, settings, part(progress, 0, share), should_stop)
    held_out = training.chosen(watched)
    calibrator, thresholds = _calibrated_thresholds(held_out, fitted.model.predict_patches(held_out.patches), settings)
    final = fit(training, settings, None, part(progress, share, 2 * share), should_stop, fitted.rounds or None)
    final.model.calibrator = calibrator
    evaluations = {TEST_SPLIT: _evaluation_of_test(test, final.model, thresholds, settings)}
    if compared:
        beside, remarks = _spatial_beside(training, settings, part(progress, 2 * share, 1.0), should_stop)
        evaluations |= beside
        notes += [remark for remark in remarks if remark not in notes]
    histories = {"training": fitted.history} if fitted.history else {}
    _complete_card(final.model, training, settings, evaluations, thresholds, should_stop)
    return Trained(final.model, evaluations, histories, thresholds, notes)


def _spatial_beside(
    training: TrainingData, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> tuple[dict[str, Evaluation], list[str]]:
    """Return what spatial folds say, to hold random cells against it, and notes; nothing where blocks are too few for folds."""
    try:
        fold, notes = folds_of(training, True, settings.seed)
        held_out = cross_validate(training, fold, True, settings, progress, should_stop)
    except InputError as error:
        return {}, [f"Spatial cross-validation could not be run beside it: {error}"]
    return {SPATIAL_CV: _evaluation_of_folds(SPATIAL_CV, training, held_out, settings)}, [*notes, *held_out.notes]


def _shares_blocks(training: TrainingData, test: TrainingData) -> bool:
    return bool(np.isin(test.block, training.block).any())


def _nearness_of_the_test(training: TrainingData, test: TrainingData | None, evaluations: dict[str, Evaluation]) -> list[str]:
    """Return a note on how much easier test samples are that lie among the training samples."""
    if test is None or SPATIAL_CV not in evaluations or not _shares_blocks(training, test):
        return []
    near, far = (evaluations[kind].curve.area for kind in (TEST_SPLIT, SPATIAL_CV))
    return [
        "Test samples lie in the same spatial blocks as training samples, which can make them easy to tell: their AUC is "
        f"{near:.3f}, by spatial blocks it is {far:.3f} ({near - far:+.3f})."
    ]


def _calibrated_thresholds(
    data: TrainingData, scores: np.ndarray, settings: Settings
) -> tuple[Calibrator | None, dict[str, float]]:
    """Return the calibration curve and, after it, the threshold of each way of choosing, from held-out scores."""
    chosen = data.in_draw(data.draws[0])
    landslide, scores = data.landslide[chosen], scores[chosen]
    calibrator = Calibrator.fit(settings.calibration, landslide, scores)
    return calibrator, common_thresholds(landslide, scores if calibrator is None else calibrator(scores))


def _evaluation_of_folds(kind: str, data: TrainingData, held_out: HeldOut, settings: Settings) -> Evaluation:
    """Return what the folds say; calibration curve and thresholds of a fold are those of the others."""
    chosen = data.in_draw(data.draws[0])
    landslide, raw, fold = data.landslide[chosen], held_out.scores[chosen], held_out.fold[chosen]
    scores, thresholds = cross_fitted(landslide, raw, fold, partial(Calibrator.fit, settings.calibration))
    return Evaluation(
        TITLES[kind],
        landslide,
        data.landslide_id[chosen],
        scores,
        fold,
        thresholds,
        settings.seed,
        None if settings.calibration == NONE else raw,
        _areas_of_draws(data, held_out.scores),
    )


def _evaluation_of_test(
    test: TrainingData, model: SusceptibilityModel, thresholds: dict[str, float], settings: Settings
) -> Evaluation:
    chosen = test.in_draw(test.draws[0])
    everywhere = {name: np.full(int(chosen.sum()), value) for name, value in thresholds.items()}
    every_raw = model.predict_patches(test.patches, calibrated=False)
    raw = every_raw[chosen]
    return Evaluation(
        TITLES[TEST_SPLIT],
        test.landslide[chosen],
        test.landslide_id[chosen],
        raw if model.calibrator is None else model.calibrator(raw),
        test.fold[chosen],
        everywhere,
        settings.seed,
        None if model.calibrator is None else raw,
        _areas_of_draws(test, every_raw),
    )


def _areas_of_draws(data: TrainingData, scores: np.ndarray) -> tuple[float, ...]:
    if len(data.draws) == 1:
        return ()
    return tuple(auc(data.landslide[own], scores[own]) for own in map(data.in_draw, data.draws))


def _complete_card(
    model: SusceptibilityModel,
    training: TrainingData,
    settings: Settings,
    evaluations: dict[str, Evaluation],
    thresholds: dict[str, float],
    should_stop: ShouldStop,
) -> None:
    applicability = Applicability.of(model, training, settings.seed, should_stop)
    model.card |= {
        "applicability": applicability.to_json(),
        "threshold": thresholds["youden"],
        "thresholds": thresholds,
        "training": {
            "settings": settings.to_json(),
            "samples": len(training),
            "landslide_cells": int(training.landslide.sum()),
            "landslides": training.landslide_count,
            "source": training.source,
            "sha256": training.sha256(),
        },
        "metrics": {kind: evaluation.measures() for kind, evaluation in evaluations.items()},
        "seed": settings.seed,
        "licence": "not stated; belongs to whoever trained the model, within the terms of the training data",
    }
