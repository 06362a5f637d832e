"""Fitting the patch networks."""

import copy
from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.optim.swa_utils import AveragedModel

from ...core.errors import InputError
from ...core.progress import stop_if_asked
from ..device import chosen_device
from ..memory import Portion, is_out_of_memory
from .agreement import check_agreement
from .augmentation import Augmentation
from .encoding import FactorEncoder
from .factor_blurring import FactorBlurring
from .fitting_task import Diverged, Fitted, FittingTask, Round, card_of
from .network_model import NetworkModel, as_batch, large_batch, on_device
from .networks import build_network, set_dropout
from .training_data import TrainingData
from .weight_average import weight_average

OPTIMIZERS = {"adamw": torch.optim.AdamW, "adam": torch.optim.Adam, "adagrad": torch.optim.Adagrad}
"""Those that the settings name."""
Change = Callable[[torch.Tensor], torch.Tensor]
"""What happens to a batch of encoded patches before the network learns from it."""


def fit_network(task: FittingTask) -> Fitted:
    """Fit a network with a learning rate that falls along a cosine; the average of its weights in the best epoch is kept.

    Raises InputError where a batch does not fit into the memory, for a device that computes wrongly, and Diverged.
    """
    try:
        return _fitted(task)
    except RuntimeError as problem:
        if not is_out_of_memory(problem):
            raise
        cure = "does not fit into the memory; choose a smaller one, a smaller WINDOW, or DEVICE cpu"
        raise InputError("BATCH_SIZE", task.settings.batch_size, cure) from problem


def _fitted(task: FittingTask) -> Fitted:
    settings, watched = task.settings, task.watched
    device = chosen_device(settings.device)
    epochs = task.rounds or settings.epochs
    shuffle = np.random.default_rng(settings.seed)
    changes = _changes(task)
    history: list[Round] = []
    with torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
        # another program's random numbers on a GPU are none of the processor's business
        (torch.default_generator.manual_seed if device.type == "cpu" else torch.manual_seed)(settings.seed)
        network = _untrained(task, device)
        learning = [parameter for parameter in network.parameters() if parameter.requires_grad]
        optimizer = OPTIMIZERS[settings.optimizer](learning, settings.learning_rate, weight_decay=settings.weight_decay)
        # the falling rate is laid out for all epochs also when fewer are run, so that each epoch is as it was when watched
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, settings.epochs)
        average = weight_average(network, settings.weight_averaging)
        best, best_loss, best_epoch = copy.deepcopy(average.module.state_dict()), np.inf, 0
        at_once = Portion(large_batch(network), device)
        for epoch in range(1, epochs + 1):
            loss = _trained_epoch(task, network, average, optimizer, shuffle, changes)
            schedule.step()
            watched_loss = None if watched is None else at_once.of(partial(_watched_loss, task, average.module, device))
            if not np.isfinite([loss, watched_loss or 0.0]).all():
                raise Diverged(settings.learning_rate)
            history.append(Round(epoch, loss, watched_loss))
            task.progress(epoch / epochs, f"Training epoch {epoch}")
            if watched_loss is not None and watched_loss < best_loss:
                best, best_loss, best_epoch = copy.deepcopy(average.module.state_dict()), watched_loss, epoch
            if watched_loss is not None and epoch - best_epoch >= settings.patience:
                break
    if watched is not None:
        average.module.load_state_dict(best)
    if not all(values.isfinite().all() for values in average.module.state_dict().values()):
        raise Diverged(settings.learning_rate)
    model = NetworkModel(card_of(settings), task.encoder, average.module, device)
    return Fitted(model, history, epochs if watched is None else best_epoch)


def _untrained(task: FittingTask, device: torch.device) -> torch.nn.Module:
    """Return the network with the weights of its seed, on a device that was seen to compute it rightly."""
    settings, columns = task.settings, len(task.encoder.columns)
    network = build_network(settings.architecture, columns, settings.window, settings.width)
    set_dropout(network, settings.feature_dropout, settings.dropout)
    network = on_device(network, device)
    if device.type != "cpu":
        check_agreement(network.eval(), None, columns, settings.window, device)
    return network


def _changes(task: FittingTask) -> list[Change]:
    """Return what the settings ask to do to batches, each with random numbers of its own."""
    settings, changes = task.settings, []
    if settings.augment:
        changes.append(Augmentation(task.encoder, np.random.default_rng([settings.seed, 1])))
    if settings.hidden_factors or settings.factor_shift:
        random = np.random.default_rng([settings.seed, 2])
        changes.append(FactorBlurring(task.encoder, settings.hidden_factors, settings.factor_shift, random))
    return changes


def _trained_epoch(
    task: FittingTask,
    network: torch.nn.Module,
    average: AveragedModel,
    optimizer: torch.optim.Optimizer,
    shuffle: np.random.Generator,
    changes: list[Change],
) -> float:
    """Train for one epoch, follow the weights with their average, and return the mean loss."""
    network.train()
    device = next(network.parameters()).device
    data, weights = task.data, torch.from_numpy(task.weights)
    order = shuffle.permutation(len(data))
    total = 0.0
    # a last batch of one sample would break batch normalisation, so the batches are evened out
    for chosen in np.array_split(order, max(1, round(len(order) / task.settings.batch_size))):
        stop_if_asked(task.should_stop)
        batch = _batch(data, chosen, task.encoder, device)
        for change in changes:
            batch = change(batch)
        loss = binary_cross_entropy_with_logits(network(batch), _labels(data, chosen, device), weights[chosen].to(device))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        average.update_parameters(network)
        total += float(loss.detach()) * len(chosen)
    return total / len(data)


def _watched_loss(task: FittingTask, network: torch.nn.Module, device: torch.device, at_once: int) -> float:
    """Return the mean loss of the watched samples, without learning from them, ``at_once`` of them at a time."""
    network.eval()
    data = task.watched
    weights = torch.from_numpy(data.weights(task.settings.balanced))
    total = 0.0
    with torch.inference_mode():
        for start in range(0, len(data), at_once):
            stop_if_asked(task.should_stop)
            chosen = np.arange(start, min(start + at_once, len(data)))
            logits = network(_batch(data, chosen, task.encoder, device))
            labels, weight = _labels(data, chosen, device), weights[chosen].to(device)
            total += float(binary_cross_entropy_with_logits(logits, labels, weight, reduction="sum"))
    return total / len(data)


def _batch(data: TrainingData, chosen: np.ndarray, encoder: FactorEncoder, device: torch.device) -> torch.Tensor:
    return as_batch(encoder.encode(np.moveaxis(data.patches[chosen], 1, 0)), device)


def _labels(data: TrainingData, chosen: np.ndarray, device: torch.device) -> torch.Tensor:
    return torch.from_numpy(data.landslide[chosen].astype(np.float32)).to(device)
