"""How a susceptibility model is trained: the settings of every model, with what suits most areas as default."""

import json
from dataclasses import asdict, dataclass, fields, replace

from ...core.errors import InputError

NETWORK = "network"
FOREST = "forest"
XGBOOST = "xgboost"
REGRESSION = "regression"
SVM = "svm"
STACKING = "stacking"
FREQUENCY_RATIO = "frequency_ratio"
OPTIMIZERS = ("adamw", "adam", "adagrad")
FIXED = ("architecture", "family", "seed", "device")
"""Settings that have parameters of their own or follow from the model."""
SMALLEST_WINDOW = 5
"""Two poolings by two leave something of a patch of at least four cells; an odd one has a cell in the middle."""


@dataclass(frozen=True)
class Settings:
    """Settings of one training. Those that a model does not know are ignored: a forest has no epochs.

    ``optimizer`` is ``adamw``, ``adam`` or ``adagrad``; ``balanced`` weighs both classes alike; ``penalty`` is the C of
    regressions and the support vector machine (smaller is smoother); ``classes`` are those of the frequency ratio; ``members``
    are the models of an ensemble.
    """

    architecture: str
    family: str
    window: int = 1
    epochs: int = 60
    patience: int = 10
    batch_size: int = 128
    optimizer: str = "adamw"
    learning_rate: float = 1e-3
    weight_decay: float = 1e-2
    trees: int = 300
    tree_depth: int = 0
    penalty: float = 1.0
    classes: int = 10
    balanced: bool = False
    members: int = 1
    seed: int = 0
    device: str = "auto"

    @property
    def stops_early(self) -> bool:
        """Whether training runs in rounds and watches held-back samples to know when to stop."""
        return self.family in (NETWORK, XGBOOST)

    @property
    def sees_surroundings(self) -> bool:
        """Whether the model sees more than the cell itself."""
        return DEFAULTS[self.architecture].window > 1

    def check(self) -> None:
        """Raise InputError for settings the model cannot be built with."""
        if self.sees_surroundings and self.window < SMALLEST_WINDOW:
            raise InputError(
                "WINDOW", self.window, f"is too small for {self.architecture}, which needs {SMALLEST_WINDOW} cells or more"
            )

    def changed(self, **values: object) -> "Settings":
        """Return the settings with those values that are not None."""
        return replace(self, **{name: value for name, value in values.items() if value is not None})

    def with_text(self, text: str, parameter: str = "HYPERPARAMETERS") -> "Settings":
        """Return the settings with those of a JSON text such as ``{"penalty": 0.1}``.

        Raises InputError for a text that is no JSON object, a name that is no setting, or a value of another type.
        """
        try:
            given = json.loads(text or "{}")
        except ValueError:
            given = None
        if not isinstance(given, dict):
            raise InputError(parameter, text, 'is no JSON object; write for example {"weight_decay": 0.05}')
        known = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in FIXED}
        for name, value in given.items():
            if name not in known:
                raise InputError(parameter, name, f"is no setting; the settings are {', '.join(known)}")
            kind = type(known[name])
            if not (type(value) is kind or (kind is float and type(value) is int)):
                raise InputError(parameter, f"{name}: {value}", f"is not of the kind of {known[name]!r}; write such a value")
        changed = replace(self, **given)
        if changed.optimizer not in OPTIMIZERS:
            raise InputError(parameter, changed.optimizer, f"is no optimizer; choose {', '.join(OPTIMIZERS)}")
        return changed

    def to_json(self) -> dict:
        """Return the settings as plain JSON values."""
        return asdict(self)


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

PRESETS = {"moxi": "cnn", "ludian": "multiscale_cnn_3d", "zhangjiajie": "hybrid_cnn"}
"""The model a study is known for; its settings are the defaults of that model."""
