"""The epochs of a training: one pass over the chips after another, with early stopping and the best weights kept."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

import torch
from torch import nn

from ...core.errors import ToolboxError
from ...core.progress import Progress, ShouldStop
from ..memory import is_out_of_memory
from .checkpoint import TrainingState, optimizer_tensors, restore_optimizer
from .memory import free_memory
from .objectives import Objective
from .optimization import learning_rate_at, make_optimizer
from .precision import MixedPrecision
from .settings import TrainingSettings
from .training_data import Batch, Batches

SHARE_OF_TRAINING = 0.9
"""Part of an epoch's time, the rest is validation."""


@dataclass(frozen=True)
class EpochRecord:
    """One row of the learning curves; ``score`` is that of the validation chips, which early stopping watches."""

    epoch: int
    learning_rate: float
    loss: float
    score: float


class Diverged(ToolboxError):
    """The loss is no longer a number."""


class Trainer:
    """Runs epochs. Every random draw of an epoch depends on the seed and the epoch's number alone.

    ``validate`` returns the score of the network as it is now, on the validation chips; ``note`` takes sentences for the
    user.
    """

    def __init__(
        self,
        network: nn.Module,
        objective: Objective,
        batches: Batches,
        validate: Callable[[ShouldStop], float],
        settings: TrainingSettings,
        device: torch.device,
        note: Callable[[str], None],
    ):
        self._network, self._objective, self._batches, self._validate = network, objective, batches, validate
        self._settings, self._device, self._note = settings, device, note
        self._optimizer = make_optimizer(settings, network.parameters())
        self._precision = MixedPrecision(device)
        self._chips_at_once = settings.batch_size
        self._best_weights: dict[str, torch.Tensor] = {}
        self.history: list[EpochRecord] = []

    @property
    def best_epoch(self) -> int:
        """The epoch, counted from 1, with the best score; the earliest among equals."""
        return max(self.history, key=lambda record: record.score).epoch

    @property
    def best_score(self) -> float:
        """The best score so far; 0 before the first epoch is over."""
        return max((record.score for record in self.history), default=0.0)

    def is_done(self) -> bool:
        """True after the last epoch, or when ``patience`` epochs went by without a better score.

        Patience begins once anything has been found at all: Mask R-CNN finds nothing in its first epochs.
        """
        settings = self._settings
        if not self.history or len(self.history) >= settings.epochs:
            return bool(self.history)
        learnt = self.history[self.best_epoch - 1].score > 0
        return settings.patience > 0 and learnt and len(self.history) - self.best_epoch >= settings.patience

    def run_epoch(self, progress: Progress, should_stop: ShouldStop) -> None:
        """Pass over the training chips once and validate; raises Cancelled between two batches when asked to stop."""
        epoch = len(self.history)
        rate = learning_rate_at(self._settings, epoch)
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        loss = self._pass_over_chips(epoch, progress, should_stop)
        self._network.eval()
        self.history.append(EpochRecord(epoch + 1, rate, loss, self._validate(should_stop)))
        if self.best_epoch == epoch + 1:
            self._best_weights = {name: value.detach().clone() for name, value in self._network.state_dict().items()}

    def take_best_weights(self) -> None:
        """Put the best epoch's weights into the network."""
        self._network.load_state_dict(self._best_weights)

    def state(self) -> TrainingState:
        """Return all that the next epoch depends on."""
        optimizer = optimizer_tensors(self._optimizer)
        tensors = {"network": self._network.state_dict(), "best": self._best_weights, "optimizer": optimizer}
        values = {"history": [asdict(record) for record in self.history], "chips_at_once": self._chips_at_once}
        return TrainingState(tensors, values | {"loss_scale": self._precision.loss_scale})

    def restore(self, state: TrainingState) -> None:
        """Go on from a state."""
        self._network.load_state_dict(state.tensors["network"])
        self._best_weights = state.tensors["best"]
        restore_optimizer(self._optimizer, state.tensors["optimizer"])
        self.history = [EpochRecord(**record) for record in state.values["history"]]
        self._chips_at_once = state.values["chips_at_once"]
        self._precision.restore(state.values["loss_scale"])

    def _pass_over_chips(self, epoch: int, progress: Progress, should_stop: ShouldStop) -> float:
        self._network.train()
        total, seen = 0.0, 0
        with torch.random.fork_rng(devices=[self._device] if self._device.type == "cuda" else []):
            # Mask R-CNN draws its proposals from torch's own generator
            torch.manual_seed(self._settings.seed * 1_000_003 + epoch)
            for batch in self._batches.of_epoch(epoch, should_stop):
                total += self._step(batch) * len(batch.images)
                seen += len(batch.images)
                progress(SHARE_OF_TRAINING * seen / self._batches.chip_count, self._message(epoch, total / seen))
        return total / seen

    def _message(self, epoch: int, loss: float) -> str:
        text = f"Epoch {epoch + 1} of {self._settings.epochs}: loss {loss:.4f}"
        if not self.history:
            return text
        best = self.history[self.best_epoch - 1].score
        return f"{text}, validation score {self.history[-1].score:.3f}, best {best:.3f}"

    def _step(self, batch: Batch) -> float:
        """Learn from a batch and return its loss; in halves, from now on, when the memory does not suffice for it."""
        count = len(batch.images)
        if count > self._chips_at_once:
            first, second = batch.halves()
            return (self._step(first) * len(first.images) + self._step(second) * len(second.images)) / count
        try:
            return self._optimizer_step(batch.on(self._device))
        except RuntimeError as problem:
            if not is_out_of_memory(problem):
                raise
        # beyond the except block, so that the failed pass no longer holds its tensors
        self._halve(count)
        return self._step(batch)

    def _halve(self, count: int) -> None:
        self._optimizer.zero_grad(set_to_none=True)
        free_memory(self._device, count, "chip")
        self._chips_at_once = count // 2
        self._note(f"The memory does not suffice for {count} chips at once: going on with {self._chips_at_once}.")

    def _optimizer_step(self, batch: Batch) -> float:
        self._optimizer.zero_grad(set_to_none=True)
        with self._precision.forward():
            loss = self._objective(self._network, batch)
        if not torch.isfinite(loss):
            raise Diverged("The training diverged: the loss is no longer a number; choose a smaller LEARNING_RATE.")
        self._precision.step(loss, self._optimizer, self._network.parameters())
        return float(loss.detach())
