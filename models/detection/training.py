"""Training a detector from start to finish: what goes in, what comes out."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn

from ...core.progress import Progress, ShouldStop, part
from ...core.search_record import SearchRecord
from .card import detector_card, provisional_card
from .checkpoint import check_checkpoint, fingerprint_of, read_checkpoint, write_checkpoint
from .detector import Detector
from .evaluation import Evaluation, evaluate
from .networks import ARCHITECTURES
from .objectives import begin_with_share, make_objective
from .settings import TrainingSettings
from .starting_weights import Start
from .trainer import EpochRecord, Trainer
from .training_data import Batches, Chips, KeptChips, Survey, survey_chips

if TYPE_CHECKING:
    # it needs Optuna, which a training without a search does not
    from .tuning import Tuning

SHARE_OF_READING, SHARE_OF_EVALUATING = 0.05, 0.05
"""Parts of the whole time, for the progress bar."""


@dataclass(frozen=True)
class TrainedDetector:
    """The best epoch's network as a detector, how it got there, and how it does on chips it was not trained on."""

    detector: Detector
    settings: TrainingSettings
    """Those asked for, with the best trial's in their place when there was a search."""
    history: list[EpochRecord]
    best_epoch: int
    survey: Survey
    evaluations: dict[str, Evaluation]
    """``val`` and, when there are test chips, ``test``."""
    search: SearchRecord | None = None


def train_detector(
    chips: Chips,
    settings: TrainingSettings,
    start: Start,
    device: torch.device,
    progress: Progress,
    should_stop: ShouldStop,
    note: Callable[[str], None],
    checkpoint: str | os.PathLike | None = None,
    tuning: "Tuning | None" = None,
) -> TrainedDetector:
    """Train a network on the train chips, choose epoch and threshold on the val chips, and judge on the test chips.

    ``note`` takes sentences the user should know. With ``checkpoint`` the state is kept in that file after each epoch, and
    a run that finds it goes on from it. With ``tuning`` hyper-parameters are searched first, on the val chips, too. Raises
    InputError for chips that nothing can be learnt from and Cancelled between two batches.
    """
    if checkpoint is not None:
        check_checkpoint(checkpoint)
    kept = KeptChips(chips)
    survey = survey_chips(chips, kept, part(progress, 0, SHARE_OF_READING), should_stop)
    network = start.network
    if not start.is_trained:
        begin_with_share(network, survey.landslide_share())

    def trainer_of(network: nn.Module, settings: TrainingSettings) -> Trainer:
        return _trainer(chips, kept, survey, network, settings, device, note)

    search, searched = None, SHARE_OF_READING
    if tuning is not None:
        share = tuning.trials / (tuning.trials + 1)
        searched += share * (1 - SHARE_OF_READING - SHARE_OF_EVALUATING)
        searching = part(progress, SHARE_OF_READING, searched)
        settings, search = tuning.run(settings, network, trainer_of, survey.sha256, searching, should_stop)
    trainer = trainer_of(network, settings)
    _run_epochs(
        trainer,
        checkpoint,
        fingerprint_of({"settings": settings.to_json(), "chips": survey.sha256}, network),
        settings.epochs,
        part(progress, searched, 1 - SHARE_OF_EVALUATING),
        should_stop,
        note,
    )
    trainer.take_best_weights()
    detector = Detector(network, provisional_card(chips, settings), device)
    evaluations = {}
    evaluating = part(progress, 1 - SHARE_OF_EVALUATING, 1)
    for split, begin in (("val", 0.0), ("test", 0.5)):
        if names := survey.names[split]:
            evaluations[split] = evaluate(detector, kept, names, part(evaluating, begin, begin + 0.5), should_stop)
    card = detector_card(chips, settings, survey, start.origin, trainer.best_epoch, len(trainer.history), evaluations, search)
    detector = Detector(network, card, device)
    return TrainedDetector(detector, settings, trainer.history, trainer.best_epoch, survey, evaluations, search)


def _trainer(
    chips: Chips,
    kept: KeptChips,
    survey: Survey,
    network: nn.Module,
    settings: TrainingSettings,
    device: torch.device,
    note: Callable[[str], None],
) -> Trainer:
    detector = Detector(network, provisional_card(chips, settings), device)
    return Trainer(
        network,
        make_objective(settings, survey.landslide_share()),
        Batches(chips, kept, survey.names["train"], settings),
        lambda should_stop: validation_score(evaluate(detector, kept, survey.names["val"], should_stop=should_stop)),
        settings,
        device,
        note,
    )


def _run_epochs(
    trainer: Trainer,
    checkpoint: str | os.PathLike | None,
    fingerprint: str,
    epochs: int,
    progress: Progress,
    should_stop: ShouldStop,
    note: Callable[[str], None],
) -> None:
    """Train to the end, from the state in ``checkpoint`` when there is one, and keep the state there after each epoch."""
    if checkpoint is not None and (state := read_checkpoint(checkpoint, fingerprint)) is not None:
        trainer.restore(state)
        note(f"Going on after epoch {len(trainer.history)}, kept in {checkpoint}.")
    while not trainer.is_done():
        done = len(trainer.history)
        trainer.run_epoch(part(progress, done / epochs, (done + 1) / epochs), should_stop)
        if checkpoint is not None:
            write_checkpoint(checkpoint, fingerprint, trainer.state())


def score_name(settings: TrainingSettings) -> str:
    """Return what the validation score is called."""
    return "validation mask AP50" if ARCHITECTURES[settings.architecture].is_instance else "validation IoU"


def validation_score(evaluation: Evaluation) -> float:
    """Return what early stopping watches: mask AP at IoU ½ for Mask R-CNN, else the greatest IoU over all thresholds."""
    if evaluation.objects is not None:
        return evaluation.objects.ap50_mask()
    return evaluation.cells.confusion(evaluation.cells.best_threshold()).iou
