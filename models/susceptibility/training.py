"""Training a susceptibility model: validated on held-out samples, then fitted to all training samples."""

from dataclasses import dataclass

import numpy as np

from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop, part
from ...core.susceptibility.evaluation import Evaluation, common_thresholds, cross_fitted_thresholds
from .fitting import Round, fit
from .folds import blocks_are_known, folds_are_blocks, folds_of
from .model import SusceptibilityModel
from .settings import Settings
from .training_data import TrainingData
from .validation import HeldOut, cross_validate, fit_watched

TEST_SPLIT = "test_split"
RANDOM_CV = "random_cv"
SPATIAL_CV = "spatial_cv"
TITLES = {TEST_SPLIT: "test samples", RANDOM_CV: "random cross-validation", SPATIAL_CV: "spatial cross-validation"}


@dataclass(frozen=True)
class Trained:
    """A model fitted to all training samples, and what held-out samples say of it.

    ``evaluations`` by kind of validation, the asked one first; ``histories`` by name; ``thresholds`` are chosen on held-out
    training samples.
    """

    model: SusceptibilityModel
    evaluations: dict[str, Evaluation]
    histories: dict[str, list[Round]]
    thresholds: dict[str, float]
    notes: list[str]


def train(
    training: TrainingData,
    test: TrainingData | None,
    settings: Settings,
    validation: str,
    progress: Progress,
    should_stop: ShouldStop,
) -> Trained:
    """Validate and fit; ``test`` samples are only ever scored, by the final model.

    ``validation`` is ``test_split``, ``random_cv`` or ``spatial_cv``. Random cross-validation is optimistic where neighbours
    resemble each other, so where blocks are known a spatial one is run beside it. Raises InputError for samples of one class,
    constant factors, and a test split without test samples.
    """
    check_trainable(training)
    if test is not None:
        _check_both_classes(test, "test")
    if validation == TEST_SPLIT:
        if test is None:
            raise InputError(
                "VALIDATION", validation, "needs test samples and there are none; draw them with a TEST_FRACTION above 0"
            )
        return _trained_with_test_alone(training, test, settings, progress, should_stop)
    return _trained_with_folds(training, test, settings, validation, progress, should_stop)


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
    kinds = [validation]
    if validation == RANDOM_CV and blocks_are_known(training):
        kinds.append(SPATIAL_CV)
    evaluations, histories, notes = {}, {}, []
    share = 0.9 / len(kinds)
    for place, kind in enumerate(kinds):
        report = part(progress, share * place, share * (place + 1))
        fold, remarks = folds_of(training, kind == SPATIAL_CV, settings.seed)
        held_out = cross_validate(training, fold, kind == SPATIAL_CV, settings, report, should_stop)
        notes += remarks
        evaluations[kind] = _evaluation_of_folds(kind, training, held_out, settings.seed)
        if kind == validation:
            rounds = int(np.median(held_out.rounds))
            histories = {f"fold {number}": history for number, history in enumerate(held_out.histories, start=1) if history}
            thresholds = common_thresholds(training.landslide, held_out.scores)
    final = fit(training, settings, None, part(progress, 0.9, 1.0), should_stop, rounds or None)
    if test is not None:
        evaluations[TEST_SPLIT] = _evaluation_of_test(test, final.model, thresholds, settings.seed)
    _complete_card(final.model, training, settings, evaluations, thresholds)
    return Trained(final.model, evaluations, histories, thresholds, notes)


def _trained_with_test_alone(
    training: TrainingData, test: TrainingData, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> Trained:
    spatial = folds_are_blocks(training)
    fitted, watched = fit_watched(training, spatial, settings, part(progress, 0, 0.5), should_stop)
    scores = fitted.model.predict_patches(training.patches[watched])
    thresholds = common_thresholds(training.landslide[watched], scores)
    final = fit(training, settings, None, part(progress, 0.5, 1.0), should_stop, fitted.rounds or None)
    evaluation = _evaluation_of_test(test, final.model, thresholds, settings.seed)
    histories = {"training": fitted.history} if fitted.history else {}
    _complete_card(final.model, training, settings, {TEST_SPLIT: evaluation}, thresholds)
    return Trained(final.model, {TEST_SPLIT: evaluation}, histories, thresholds, [])


def _evaluation_of_folds(kind: str, data: TrainingData, held_out: HeldOut, seed: int) -> Evaluation:
    thresholds = cross_fitted_thresholds(data.landslide, held_out.scores, held_out.fold)
    return Evaluation(TITLES[kind], data.landslide, data.landslide_id, held_out.scores, held_out.fold, thresholds, seed)


def _evaluation_of_test(test: TrainingData, model: SusceptibilityModel, thresholds: dict[str, float], seed: int) -> Evaluation:
    scores = model.predict_patches(test.patches)
    everywhere = {name: np.full(len(test), value) for name, value in thresholds.items()}
    return Evaluation(TITLES[TEST_SPLIT], test.landslide, test.landslide_id, scores, test.fold, everywhere, seed)


def _complete_card(
    model: SusceptibilityModel,
    training: TrainingData,
    settings: Settings,
    evaluations: dict[str, Evaluation],
    thresholds: dict[str, float],
) -> None:
    model.card |= {
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
