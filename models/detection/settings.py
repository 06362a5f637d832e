"""How a detector is trained: the settings, the toolbox's own choice and the presets of the literature."""

from dataclasses import asdict, dataclass, field, fields, replace

LOSSES = ("focal", "dice_focal", "bce")
OPTIMIZERS = ("adamw", "adam", "sgd")
SCHEDULES = ("cosine", "step", "constant")
AUGMENTATIONS = ("flips", "erasing", "scaling", "colour")


@dataclass(frozen=True)
class TrainingSettings:
    """Everything that decides the result of a training, beside the chips and the starting weights."""

    architecture: str = "unet_se"
    loss: str = "dice_focal"
    alpha: float = 0.6
    gamma: float = 2.0
    optimizer: str = "adamw"
    schedule: str = "cosine"
    learning_rate: float = 1e-3
    weight_decay: float = 1e-4
    batch_size: int = 4
    epochs: int = 40
    patience: int = 15
    augmentation: tuple[str, ...] = AUGMENTATIONS
    seed: int = 0

    def to_json(self) -> dict:
        """Return the settings as plain JSON values, as the model card stores them."""
        return asdict(self) | {"augmentation": list(self.augmentation)}

    @staticmethod
    def from_json(record: dict) -> "TrainingSettings":
        """Return the settings that ``to_json`` described."""
        return TrainingSettings(**record | {"augmentation": tuple(record["augmentation"])})


@dataclass(frozen=True)
class Preset:
    """What a study used: the settings it states (the rest is the toolbox's choice), the chips it was made for, as
    ``dataset.json`` describes them, and how many trials its search for hyper-parameters took."""

    settings: dict
    chips: dict = field(default_factory=dict)
    tuning_trials: int = 0


PRESETS = {
    "standard": Preset({}),
    "moxi": Preset(
        {
            "architecture": "maskrcnn_resnet50",
            "optimizer": "adamw",
            "schedule": "cosine",
            "learning_rate": 1e-3,
            "batch_size": 8,
            "epochs": 100,
        },
        chips={"chip_size": 512, "split": {"train": 0.7, "val": 0.15, "test": 0.15}},
    ),
    "yixian": Preset(
        {
            "loss": "dice_focal",
            "alpha": 0.6,
            "gamma": 2.0,
            "optimizer": "adamw",
            "schedule": "step",
            "learning_rate": 1e-4,
            "batch_size": 32,
            "epochs": 50,
            "patience": 10,
            "augmentation": ("flips",),
        },
        chips={"chip_size": 128, "stride": 40, "split": {"train": 0.7, "val": 0.2, "test": 0.1}},
    ),
    "zhangjiajie": Preset(
        {"architecture": "attention_unet", "loss": "focal", "optimizer": "adam", "batch_size": 4, "epochs": 50},
        chips={"chip_size": 128},
        tuning_trials=30,
    ),
}


def settings_of(preset: str, chosen: dict) -> TrainingSettings:
    """Return the preset's settings with those the user chose in their place; a value of None counts as not chosen."""
    names = {field.name for field in fields(TrainingSettings)}
    given = {name: value for name, value in chosen.items() if value is not None}
    if unknown := set(given) - names:
        raise ValueError(f"no such settings: {unknown}")
    return replace(TrainingSettings(), **PRESETS[preset].settings | given)
