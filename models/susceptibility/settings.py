"""How a susceptibility model is trained: the settings of every model, with what suits most areas as default."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields, replace

from ...core.errors import InputError
from .encoding import ENCODINGS, STANDARD

NETWORK = "network"
FOREST = "forest"
XGBOOST = "xgboost"
REGRESSION = "regression"
SVM = "svm"
STACKING = "stacking"
FREQUENCY_RATIO = "frequency_ratio"
OPTIMIZERS = ("adamw", "adam", "adagrad")
FIXED = ("architecture", "family", "seed", "device", "calibration")
"""Settings that have parameters of their own or follow from the model."""
HYPERPARAMETERS = "HYPERPARAMETERS"
RANGES = {
    "epochs": (1, 100_000),
    "patience": (0, 100_000),
    "batch_size": (2, 1_000_000),
    "learning_rate": (1e-7, 10),
    "weight_decay": (0, 10),
    "feature_dropout": (0, 0.95),
    "dropout": (0, 0.95),
    "width": (0.1, 16),
    "weight_averaging": (0, 0.9999),
    "hidden_factors": (0, 0.95),
    "factor_shift": (0, 10),
    "trees": (1, 100_000),
    "tree_depth": (0, 1000),
    "leaf_samples": (1, 100_000),
    "columns_per_split": (0, 1),
    "row_share": (0.05, 1),
    "columns_per_tree": (0.05, 1),
    "leaf_weight": (0, 1e6),
    "l2_penalty": (0, 1e6),
    "penalty": (1e-6, 1e6),
    "kernel_width": (0, 1e6),
    "classes": (2, 1000),
    "watched_share": (0.02, 0.5),
    "members": (1, 100),
}
"""Lowest and highest value of what has limits."""
SMALLEST_WINDOW = 5
"""Two poolings by two leave something of a patch of at least four cells; an odd one has a cell in the middle."""


@dataclass(frozen=True)
class Settings:
    """Settings of one training. Those that a model does not know are ignored: a forest has no epochs.

    ``optimizer`` is ``adamw``, ``adam`` or ``adagrad``; ``feature_dropout`` and ``dropout`` are the shares left out after
    convolutions and before the last layer; ``width`` multiplies the filters and neurons of a network; ``weight_averaging`` is
    the share of its average weights that a step leaves, 0 takes the last weights; ``augment`` turns and mirrors what it
    learns from; ``hidden_factors`` is the share of factors that it does not see of a sample while it learns, and
    ``factor_shift`` by how many standard deviations continuous ones are shifted. ``tree_depth`` of 0 has no limit;
    ``leaf_samples`` is the least a forest's leaf holds, ``leaf_weight`` the same for boosted trees; ``columns_per_split`` (0:
    the square root) is the share of columns a forest looks at; ``row_share`` and ``columns_per_tree`` are what a boosted tree
    sees. ``penalty`` is the C of regressions and the support vector machine (smaller is smoother), ``kernel_width`` the gamma
    of the latter (0: one over columns times variance); ``classes`` are those of the frequency ratio. ``balanced`` weighs both
    classes alike; ``watched_share`` is held back to stop early; ``members`` are the models of an ensemble; ``encoding`` is
    how continuous factors are scaled, ``standard`` or ``ranks``. ``calibration`` is ``none``, ``platt`` or ``isotonic``.
    """

    architecture: str
    family: str
    window: int = 1
    encoding: str = STANDARD
    epochs: int = 60
    patience: int = 10
    batch_size: int = 128
    optimizer: str = "adamw"
    learning_rate: float = 1e-3
    weight_decay: float = 1e-2
    feature_dropout: float = 0.2
    dropout: float = 0.3
    width: float = 1.0
    augment: bool = False
    weight_averaging: float = 0.99
    hidden_factors: float = 0.0
    factor_shift: float = 0.0
    trees: int = 300
    tree_depth: int = 0
    leaf_samples: int = 1
    columns_per_split: float = 0.0
    row_share: float = 0.8
    columns_per_tree: float = 0.8
    leaf_weight: float = 5.0
    l2_penalty: float = 1.0
    penalty: float = 1.0
    kernel_width: float = 0.0
    classes: int = 10
    balanced: bool = False
    watched_share: float = 0.15
    members: int = 1
    calibration: str = "none"
    seed: int = 0
    device: str = "auto"

    @property
    def stops_early(self) -> bool:
        """Whether training runs in rounds and watches held-back samples to know when to stop."""
        return self.family in (NETWORK, XGBOOST) and self.patience > 0

    @property
    def sees_surroundings(self) -> bool:
        """Whether the model sees more than the cell itself."""
        return DEFAULTS[self.architecture].window > 1

    def check(self, from_text: Collection[str] = ()) -> None:
        """Raise InputError for settings the model cannot be built with; those ``from_text`` are named by their text."""
        if self.sees_surroundings and self.window < SMALLEST_WINDOW:
            raise InputError(
                "WINDOW", self.window, f"is too small for {self.architecture}, which needs {SMALLEST_WINDOW} cells or more"
            )
        if self.augment and self.sees_surroundings and self.window % 2 == 0:
            raise InputError("WINDOW", self.window, "has no middle cell to turn patches about (augment); choose an odd one")
        if self.optimizer not in OPTIMIZERS:
            raise InputError(HYPERPARAMETERS, self.optimizer, f"is no optimizer; choose {', '.join(OPTIMIZERS)}")
        if self.encoding not in ENCODINGS:
            raise InputError(HYPERPARAMETERS, self.encoding, f"is no encoding; choose {', '.join(ENCODINGS)}")
        for name, (low, high) in RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                where = (HYPERPARAMETERS, f"{name}: {value}") if name in from_text else (name.upper(), value)
                raise InputError(*where, f"is out of range; choose {low:g} to {high:g}")

    def changed(self, **values: object) -> "Settings":
        """Return the settings with those values that are not None."""
        return replace(self, **{name: value for name, value in values.items() if value is not None})

    def with_text(self, text: str) -> "Settings":
        """Return the settings with those of a JSON text such as ``{"penalty": 0.1}``.

        Raises InputError for a text that is no JSON object, a name that is no setting, or a value of another type.
        """
        try:
            given = json.loads(text or "{}")
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            raise InputError(HYPERPARAMETERS, text, 'is no JSON object; write for example {"weight_decay": 0.05}')
        known = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in FIXED}
        for name, value in given.items():
            if name not in known:
                raise InputError(HYPERPARAMETERS, name, f"is no setting; the settings are {', '.join(known)}")
            given[name] = _of_kind(type(known[name]), name, value)
        changed = replace(self, **given)
        changed.check(given)
        return changed

    def to_json(self) -> dict:
        """Return the settings as plain JSON values."""
        return asdict(self)


def _of_kind(kind: type, name: str, value: object) -> object:
    """Return a JSON value as a setting of a kind; a text is left to ``check``, which knows those there are."""
    if kind is int and type(value) is float and value.is_integer():
        return int(value)
    if kind is str or type(value) is kind or (kind is float and type(value) is int):
        return value
    wanted = {
        bool: "is not true or false; write one of the two, without quotes",
        int: "is no whole number; write one without quotes, such as 10",
        float: "is no number; write one without quotes, such as 0.1",
    }
    raise InputError(HYPERPARAMETERS, f"{name}: {json.dumps(value)}", wanted[kind])


DEFAULTS = {
    settings.architecture: settings
    for settings in (
        Settings("cnn", NETWORK, window=9),
        Settings("cnn_1d", NETWORK),
        Settings("cnn_2d", NETWORK, window=13),
        Settings(
            "hybrid_cnn",
            NETWORK,
            window=13,
            optimizer="adagrad",
            weight_decay=0.0,
            learning_rate=0.08,
            batch_size=32,
            epochs=300,
        ),
        Settings("cnn_3d", NETWORK, window=12, optimizer="adam", weight_decay=0.0, batch_size=64, epochs=25, balanced=True),
        Settings("multiscale_cnn_3d", NETWORK, window=22, optimizer="adam", weight_decay=0.0, batch_size=64, epochs=25),
        Settings("random_forest", FOREST),
        Settings("xgboost", XGBOOST, trees=1000, tree_depth=6, learning_rate=0.05, patience=50),
        Settings("svm", SVM),
        Settings("logistic_regression", REGRESSION),
        Settings("gbdt_lr", STACKING, trees=100, tree_depth=4, learning_rate=0.1, penalty=0.1),
        Settings("frequency_ratio", FREQUENCY_RATIO),
    )
}

PRESETS = {"moxi": "cnn", "ludian": "hybrid_cnn", "zhangjiajie": "multiscale_cnn_3d"}
"""The model a study is known for; its settings are the defaults of that model."""
