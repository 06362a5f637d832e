"""How a susceptibility model is trained: the settings of every model, with what suits most areas as default."""

from dataclasses import asdict, dataclass, replace

from ...core.errors import InputError

NETWORK = "network"
FOREST = "forest"
XGBOOST = "xgboost"
SMALLEST_WINDOW = 5
"""Two poolings by two leave something of a patch of at least four cells; an odd one has a cell in the middle."""


@dataclass(frozen=True)
class Settings:
    """Settings of one training. Those that a model does not know are ignored: a forest has no epochs."""

    architecture: str
    family: str
    window: int = 1
    epochs: int = 60
    patience: int = 10
    batch_size: int = 128
    learning_rate: float = 1e-3
    weight_decay: float = 1e-2
    trees: int = 300
    tree_depth: int = 0
    seed: int = 0
    device: str = "auto"

    @property
    def stops_early(self) -> bool:
        """Whether training watches held-back samples to know when to stop; a forest does not overfit by growing."""
        return self.family != FOREST

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

    def to_json(self) -> dict:
        """Return the settings as plain JSON values."""
        return asdict(self)


DEFAULTS = {
    settings.architecture: settings
    for settings in (
        Settings("cnn", NETWORK, window=9),
        Settings("random_forest", FOREST),
        Settings("xgboost", XGBOOST, trees=1000, tree_depth=6, learning_rate=0.05, patience=50),
    )
}
