"""The pieces of detector training: schedules, augmentation, targets, memory, checkpoints, and a network that learns."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from detection_support import MemoryChips

from landslide_toolbox.core.errors import Cancelled, ToolboxError
from landslide_toolbox.core.search_record import Choice
from landslide_toolbox.models.detection.augmentation import TrainingChip, augmented
from landslide_toolbox.models.detection.objectives import _target
from landslide_toolbox.models.detection.optimization import learning_rate_at, make_optimizer
from landslide_toolbox.models.detection.settings import AUGMENTATIONS, PRESETS, TrainingSettings, settings_of
from landslide_toolbox.models.detection.starting_weights import random_start
from landslide_toolbox.models.detection.trainer import Trainer
from landslide_toolbox.models.detection.training import train_detector
from landslide_toolbox.models.detection.training_data import Batch, Batches, KeptChips
from landslide_toolbox.models.detection.tuning import Tuning, search_space

CPU = torch.device("cpu")


def train(chips, start=None, should_stop=lambda: False, note=lambda text: None, tuning=None, **chosen):
    settings = settings_of("standard", {"batch_size": 2, "epochs": 2} | chosen)
    start = start or random_start(settings.architecture, chips.bands, settings.seed)
    return train_detector(chips, settings, start, CPU, lambda fraction, message="": None, should_stop, note, None, tuning)


def test_schedules_end_where_they_should():
    cosine = TrainingSettings(schedule="cosine", learning_rate=1e-3, epochs=100)
    assert learning_rate_at(cosine, 0) == pytest.approx(1e-3)
    assert learning_rate_at(cosine, 99) == pytest.approx(5e-6)
    assert learning_rate_at(cosine, 49) == pytest.approx(5e-6 + (1e-3 - 5e-6) * (1 + np.cos(np.pi * 49 / 99)) / 2)
    step = TrainingSettings(schedule="step", learning_rate=1e-3)
    assert [learning_rate_at(step, epoch) for epoch in (0, 9, 10, 25)] == pytest.approx([1e-3, 1e-3, 1e-4, 1e-5])
    assert learning_rate_at(TrainingSettings(schedule="constant", learning_rate=0.3), 39) == 0.3


def test_presets_are_those_of_the_literature_and_may_be_overruled():
    moxi, yixian, zhangjiajie = (settings_of(name, {}) for name in ("moxi", "yixian", "zhangjiajie"))
    assert (moxi.architecture, moxi.optimizer, moxi.schedule) == ("maskrcnn_resnet50", "adamw", "cosine")
    assert (moxi.learning_rate, moxi.batch_size, moxi.epochs) == (1e-3, 8, 100)
    assert PRESETS["moxi"].chips == {"chip_size": 512, "split": {"train": 0.7, "val": 0.15, "test": 0.15}}
    assert (yixian.loss, yixian.alpha, yixian.gamma, yixian.schedule, yixian.patience) == ("dice_focal", 0.6, 2.0, "step", 10)
    assert (yixian.optimizer, yixian.learning_rate, yixian.batch_size, yixian.epochs) == ("adamw", 1e-4, 32, 50)
    assert yixian.augmentation == ("flips",)
    chips = PRESETS["yixian"].chips
    assert (chips["chip_size"], chips["stride"], list(chips["split"].values())) == (128, 40, [0.7, 0.2, 0.1])
    assert (zhangjiajie.architecture, zhangjiajie.loss, zhangjiajie.optimizer) == ("attention_unet", "focal", "adam")
    assert (zhangjiajie.batch_size, zhangjiajie.epochs, PRESETS["zhangjiajie"].tuning_trials) == (4, 50, 30)
    assert PRESETS["zhangjiajie"].chips["chip_size"] == 128
    assert settings_of("yixian", {"epochs": 3, "loss": None}) == replace(yixian, epochs=3)
    assert TrainingSettings.from_json(yixian.to_json()) == yixian


@pytest.mark.parametrize("name", ["adamw", "adam", "sgd"])
def test_optimizers_go_down(name):
    weight = torch.nn.Parameter(torch.tensor([4.0]))
    optimizer = make_optimizer(TrainingSettings(optimizer=name, learning_rate=0.1), [weight])
    for _ in range(100):
        optimizer.zero_grad()
        (weight**2).sum().backward()
        optimizer.step()
    assert abs(float(weight.detach())) < 0.5


def gradient_chip(size=24):
    """Return a chip whose mask and instance are the cells where the image exceeds 0.5."""
    image = torch.linspace(0, 1, size * size).reshape(1, size, size)
    landslide = image[0] > 0.5
    return TrainingChip(image, landslide.to(torch.uint8), landslide[None])


@pytest.mark.parametrize("name", AUGMENTATIONS)
def test_augmentation_keeps_image_mask_and_instances_together(name):
    draw = torch.Generator().manual_seed(1)
    changed = 0
    for _ in range(40):
        chip = augmented(gradient_chip(), (name,), draw)
        assert chip.image.shape == (1, 24, 24)
        assert chip.mask.dtype == torch.uint8
        known = chip.mask != 255
        assert torch.equal(chip.instances[0] & known, chip.mask == 1)
        changed += not torch.equal(chip.image, gradient_chip().image)
        if name in ("flips", "erasing"):
            assert torch.equal(chip.image[0][known] > 0.5, chip.mask[known] == 1)
        if name == "scaling":
            wrong = (chip.image[0] > 0.5) != (chip.mask == 1)
            assert (wrong & known).float().mean() < 0.06
    assert changed > 10


def test_augmentation_leaves_the_stored_chip_alone():
    original, chip = gradient_chip(), gradient_chip()
    for seed in range(20):
        augmented(chip, AUGMENTATIONS, torch.Generator().manual_seed(seed))
    assert torch.equal(chip.image, original.image)
    assert torch.equal(chip.mask, original.mask)


def test_boxes_enclose_their_cells_and_vanished_landslides_are_left_out():
    instances = torch.zeros(3, 10, 12, dtype=torch.bool)
    instances[0, 2:5, 3:9] = True
    instances[2, 9, 11] = True
    target = _target(instances)
    assert target["boxes"].tolist() == [[3, 2, 9, 5], [11, 9, 12, 10]]
    assert target["masks"].shape == (2, 10, 12)
    assert _target(instances[1:2])["boxes"].shape == (0, 4)


def test_batches_depend_on_seed_and_epoch_alone():
    chips = MemoryChips(size=20)
    batches = Batches(chips, KeptChips(chips), chips.names("train"), TrainingSettings(batch_size=3))
    first = list(batches.of_epoch(2, lambda: False))
    again = list(batches.of_epoch(2, lambda: False))
    other = list(batches.of_epoch(3, lambda: False))
    assert [len(batch.images) for batch in first] == [3, 1]
    assert all(torch.equal(a.images, b.images) and torch.equal(a.masks, b.masks) for a, b in zip(first, again, strict=True))
    assert not torch.equal(first[0].images, other[0].images)
    assert first[0].images.shape[-2:] == (32, 32)
    assert (first[0].masks[:, 20:] == 255).all()


def test_chips_beyond_the_memory_limit_are_read_again():
    chips = MemoryChips()
    reads = []
    chips.read = lambda name, read=chips.read: reads.append(name) or read(name)
    one = chips.read("train_0.tif")
    kept = KeptChips(chips, bytes_kept=one.image.nbytes + one.mask.nbytes + one.instances[0].nbytes)
    reads.clear()
    for _ in range(2):
        for name in ("train_0.tif", "train_1.tif"):
            kept.read(name)
    assert reads == ["train_0.tif", "train_1.tif", "train_1.tif"]


def test_one_chip_is_learnt_by_heart():
    chips = MemoryChips(counts=(1, 1, 0))
    chips.read = lambda name, read=chips.read: read("train_0.tif")
    trained = train(chips, epochs=40, augmentation=(), learning_rate=3e-3, patience=0)
    losses = [record.loss for record in trained.history]
    assert losses[-1] < losses[0] / 3
    assert trained.evaluations["val"].measures(trained.detector.threshold)["iou"] > 0.9


def test_the_best_epoch_is_kept_and_patience_ends_the_run():
    chips = MemoryChips()
    trained = train(chips, epochs=30, patience=2, learning_rate=2e-3)
    scores = [record.score for record in trained.history]
    assert trained.best_epoch == 1 + int(np.argmax(scores))
    assert len(scores) == min(30, trained.best_epoch + 2)
    assert trained.evaluations["val"].cells.confusion(trained.detector.threshold).iou == pytest.approx(max(scores))


def test_the_threshold_does_not_depend_on_the_test_chips():
    one, other = MemoryChips(), MemoryChips()
    for name in other.names("test"):
        other.read(name).mask[:] = 1 - np.minimum(other.read(name).mask, 1)
    assert train(one).detector.threshold == train(other).detector.threshold
    assert train(one).detector.card["metrics"]["test"] != train(other).detector.card["metrics"]["test"]


def test_the_card_names_the_data_by_its_content():
    one, same, other = MemoryChips(), MemoryChips(), MemoryChips()
    other.read("val_1.tif").mask[5, 5] ^= 1
    hashes = [train(chips, epochs=1).detector.card["training"]["sha256"] for chips in (one, same, other)]
    assert hashes[0] == hashes[1] != hashes[2]


def test_cancel_works_within_an_epoch():
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        train(MemoryChips(), epochs=1000, should_stop=lambda: next(calls) > 14)


class HungryNetwork(torch.nn.Module):
    """Runs out of memory when shown more than two chips."""

    def __init__(self, limit):
        super().__init__()
        self.limit = limit
        self.weight = torch.nn.Parameter(torch.zeros(1))
        self.seen = []

    def forward(self, batch):
        if len(batch.images) > self.limit:
            raise torch.OutOfMemoryError("CUDA out of memory")
        self.seen.append(len(batch.images))
        return (self.weight - batch.images.mean()) ** 2


def hungry_trainer(network, notes):
    chips = MemoryChips(counts=(7, 1, 0))
    settings = TrainingSettings(batch_size=5, epochs=1, optimizer="sgd", learning_rate=0.1)
    batches = Batches(chips, KeptChips(chips), chips.names("train"), settings)
    return Trainer(network, lambda net, batch: net(batch).sum(), batches, lambda stop: 0.0, settings, CPU, notes.append)


def test_batches_are_halved_with_a_note_when_memory_runs_out():
    network, notes = HungryNetwork(limit=2), []
    hungry_trainer(network, notes).run_epoch(lambda fraction, message="": None, lambda: False)
    assert sum(network.seen) == 7
    assert notes == ["The memory does not suffice for 5 chips at once: going on with 2."]
    assert float(network.weight.detach()) != 0


def test_a_chip_too_large_for_the_memory_is_said_in_one_sentence():
    with pytest.raises(ToolboxError, match="does not suffice for one chip.*choose smaller chips"):
        hungry_trainer(HungryNetwork(limit=0), []).run_epoch(lambda fraction, message="": None, lambda: False)


def test_a_diverging_training_is_said_in_one_sentence():
    with pytest.raises(ToolboxError, match="diverged.*smaller LEARNING_RATE"):
        train(MemoryChips(), optimizer="sgd", learning_rate=1e20, epochs=5)


def test_a_batch_is_halved_without_losing_a_chip():
    batch = Batch(torch.arange(5.0).view(5, 1, 1, 1), torch.zeros(5, 1, 1, dtype=torch.uint8), [torch.zeros(0, 1, 1)] * 5)
    halves = batch.halves()
    assert torch.equal(torch.cat([half.images for half in halves]), batch.images)
    assert [len(half.instances) for half in halves] == [2, 3]


def test_a_search_looks_at_validation_chips_only():
    one, other = MemoryChips(), MemoryChips()
    for name in other.names("test"):
        other.read(name).image[:] = np.nan_to_num(other.read(name).image) * 0.5
    found = []
    for chips in (one, other):
        tuning = Tuning(2, search_space(settings_of("standard", {})), tell=lambda number, trial: found.append(trial))
        train(chips, epochs=1, augmentation=(), tuning=tuning)
    assert [(t.values, t.score) for t in found[:2]] == [(t.values, t.score) for t in found[2:]]


def test_a_trial_that_diverges_does_not_end_the_search():
    space = {"learning_rate": Choice((1e20, 1e-3))}
    trained = train(MemoryChips(), epochs=1, augmentation=(), optimizer="sgd", tuning=Tuning(3, space))
    by_rate = {trial.values["learning_rate"]: trial.score for trial in trained.search.trials}
    assert by_rate[1e20] == 0 < by_rate[1e-3]
    assert trained.settings.learning_rate == 1e-3


def test_only_what_has_an_effect_is_searched():
    assert set(search_space(settings_of("standard", {}))) == {"optimizer", "learning_rate", "alpha", "gamma"}
    assert set(search_space(settings_of("standard", {"loss": "bce"}))) == {"optimizer", "learning_rate"}
    assert set(search_space(settings_of("moxi", {}), {"optimizer"})) == {"learning_rate"}
