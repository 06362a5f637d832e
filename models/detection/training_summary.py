"""What there is to tell of a training: sentences for the log, and the record for the report."""

from dataclasses import astuple

from ...core.detection.detection_report import TrainingRecord
from ...core.progress import ShouldStop
from ...core.search_record import Trial
from .card import settings_used
from .examples import example_predictions
from .training import TrainedDetector, score_name
from .training_data import Chips

EXAMPLES = 6


def summary_of(trained: TrainedDetector) -> list[str]:
    """Return sentences that say what was learnt from and how good the detector is."""
    sentences = [
        f"{split}: {chips} chips with {landslides} outlines of landslides, {share:.1%} of the cells are landslide"
        for split, chips, landslides, share in trained.survey.rows()
    ]
    if trained.search is not None:
        best = trial_in_words(trained.search.best)
        sentences.append(f"Best of the search: trial {trained.search.best_number} with {best}")
    sentences.append(f"Epochs: {len(trained.history)}; the weights of epoch {trained.best_epoch} were kept.")
    sentences.append(f"Threshold chosen on the validation chips: {trained.detector.threshold:.3f}")
    for split, measures in trained.detector.card["metrics"].items():
        known = (f"{name} {value:.3f}" for name, value in measures.items() if value is not None)
        sentences.append(f"{split}: " + ", ".join(known))
    return sentences


def trial_in_words(trial: Trial) -> str:
    """Return values, score and length of a trial."""
    plain = (f"{name} {value:.4g}" if isinstance(value, float) else f"{name} {value}" for name, value in trial.values.items())
    epochs = f"{len(trial.steps)} epoch" + "s" * (len(trial.steps) != 1)
    end = f"given up after {epochs}" if trial.pruned else epochs
    return f"{', '.join(plain)}: validation score {trial.score:.3f}, {end}"


def training_record(trained: TrainedDetector, chips: Chips, should_stop: ShouldStop) -> TrainingRecord:
    """Return what the report of a training shows, with example predictions on test chips, or on validation chips."""
    judged = "test" if "test" in trained.evaluations else "val"
    return TrainingRecord(
        settings=settings_used(trained.settings),
        splits=trained.survey.rows(),
        history=[astuple(row) for row in trained.history],
        score_name=score_name(trained.settings),
        best_epoch=trained.best_epoch,
        threshold=trained.detector.threshold,
        cells={split: evaluation.cells for split, evaluation in trained.evaluations.items()},
        measures=trained.detector.card["metrics"],
        examples=example_predictions(trained.detector, chips, chips.names(judged), EXAMPLES, should_stop),
        band_names=chips.bands,
        search=trained.search,
    )
