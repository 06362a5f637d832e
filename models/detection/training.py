"""Training a detector from start to finish: what goes in, what comes out."""

import os
from collections.abc import Callable
from dataclasses import dataclass

import torch

from ...core.progress import Progress, ShouldStop, part
from .card import detector_card, provisional_card
from .checkpoint import fingerprint_of, read_checkpoint, write_checkpoint
from .detector import Detector
from .evaluation import Evaluation, evaluate
from .networks import ARCHITECTURES
from .objectives import begin_with_share, make_objective
from .settings import TrainingSettings
from .starting_weights import Start
from .trainer import EpochRecord, Trainer
from .training_data import Batches, Chips, KeptChips, Survey, survey_chips

SHARE_OF_READING, SHARE_OF_EVALUATING = 0.05, 0.05
"""Parts of the whole time, for the progress bar."""


@dataclass(frozen=True)
class TrainedDetector:
    """The best epoch's network as a detector, how it got there, and how it does on chips it was not trained on."""

    detector: Detector
    history: list[EpochRecord]
    best_epoch: int
    survey: Survey
    evaluations: dict[str, Evaluation]
    """``val`` and, when there are test chips, ``test``."""


def train_detector(
    chips: Chips,
    settings: TrainingSettings,
    start: Start,
    device: torch.device,
    progress: Progress,
    should_stop: ShouldStop,
    note: Callable[[str], None],
    checkpoint: str | os.PathLike | None = None,
) -> TrainedDetector:
    """Train a network on the train chips, choose epoch and threshold on the val chips, and judge on the test chips.

    ``note`` takes sentences the user should know. With ``checkpoint`` the state is kept in that file after each epoch, and
    a run that finds it goes on from it. Raises InputError for chips that nothing can be learnt from and Cancelled between
    two batches.
    """
    kept = KeptChips(chips)
    survey = survey_chips(chips, kept, part(progress, 0, SHARE_OF_READING), should_stop)
    network = start.network
    if not start.is_trained:
        begin_with_share(network, survey.landslide_share())
    detector = Detector(network, provisional_card(chips, settings), device)
    trainer = Trainer(
        network,
        make_objective(settings, survey.landslide_share()),
        Batches(chips, kept, survey.names["train"], settings),
        lambda should_stop: validation_score(evaluate(detector, kept, survey.names["val"], should_stop=should_stop)),
        settings,
        device,
        note,
    )
    fingerprint = fingerprint_of({"settings": settings.to_json(), "chips": survey.sha256}, network)
    if checkpoint is not None and (state := read_checkpoint(checkpoint, fingerprint)) is not None:
        trainer.restore(state)
        note(f"Going on after epoch {len(trainer.history)}, kept in {checkpoint}.")
    epochs_progress = part(progress, SHARE_OF_READING, 1 - SHARE_OF_EVALUATING)
    while not trainer.is_done():
        done, epochs = len(trainer.history), settings.epochs
        trainer.run_epoch(part(epochs_progress, done / epochs, (done + 1) / epochs), should_stop)
        if checkpoint is not None:
            write_checkpoint(checkpoint, fingerprint, trainer.state())
    trainer.take_best_weights()
    evaluations = {}
    evaluating = part(progress, 1 - SHARE_OF_EVALUATING, 1)
    for split, begin in (("val", 0.0), ("test", 0.5)):
        if names := survey.names[split]:
            evaluations[split] = evaluate(detector, kept, names, part(evaluating, begin, begin + 0.5), should_stop)
    card = detector_card(chips, settings, survey, start.origin, trainer.best_epoch, len(trainer.history), evaluations)
    return TrainedDetector(Detector(network, card, device), trainer.history, trainer.best_epoch, survey, evaluations)


def score_name(settings: TrainingSettings) -> str:
    """Return what the validation score is called."""
    return "validation mask AP50" if ARCHITECTURES[settings.architecture].is_instance else "validation IoU"


def validation_score(evaluation: Evaluation) -> float:
    """Return what early stopping watches: mask AP at IoU ½ for Mask R-CNN, else the greatest IoU over all thresholds."""
    if evaluation.objects is not None:
        return evaluation.objects.ap50_mask()
    return evaluation.cells.confusion(evaluation.cells.best_threshold()).iou
