"""The steps of the chains: what runs, and where each of its inputs comes from. ``chains.py`` makes models of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Input:
    """An input of the chain."""

    name: str


@dataclass(frozen=True)
class Output:
    """An output of a step, which waits for it."""

    step: str
    name: str = "OUTPUT"


@dataclass(frozen=True)
class LayerIfAny:
    """The layer that one of several steps has made, or none when none of them ran; waits for all."""

    steps: tuple[str, ...]
    name: str = "OUTPUT"


@dataclass(frozen=True)
class Step:
    """One run of an algorithm. An input's source is an Input, an Output, a LayerIfAny or a plain value, or a list of these."""

    name: str
    algorithm: str
    label: str
    sources: dict[str, object] = field(default_factory=dict)
    when: str = ""
    """Runs only when this input of the chain is given."""
    unless: str = ""
    """Runs only when this input of the chain is not given."""
    always: tuple[str, ...] = ()
    """Optional outputs that are written even when nobody asks for them."""


def parts(sources: object) -> list:
    """Return the sources of one input of a step; a list of plain values is one value."""
    is_several = isinstance(sources, list) and any(isinstance(source, (Input, Output, LayerIfAny)) for source in sources)
    return sources if is_several else [sources]


def flat(sources: dict[str, object]) -> list:
    """Return every source of a step."""
    return [source for several in sources.values() for source in parts(several)]


def same(*names: str) -> dict[str, Input]:
    """Return the chain's inputs of the same names as the step's."""
    return {name: Input(name) for name in names}


def slope() -> Step:
    """The slope that cleaning an inventory asks for."""
    sources = {"DEM": Input("DEM"), "FACTORS": ["slope"]}
    return Step("slope", "terrainfactors", "Slope", sources, when="DEM")


def clean(*detections: str) -> Step:
    """The last step of mapping: take out of the detected landslides what is probably none."""
    sources = same("EXCLUSIONS", "BUFFER", "MAX_OVERLAP", "MIN_SLOPE")
    sources |= {"INPUT": LayerIfAny(detections), "SLOPE": LayerIfAny(("slope",))}
    return Step("clean", "cleaninventory", "Clean inventory", sources)


def distance(name: str) -> Step:
    """The distance to rivers, faults or roads."""
    sources = {"INPUT": Input(name), "REFERENCE": Input("DEM"), "NAME": f"distance_to_{name.lower()}"}
    return Step(name.lower(), "distancefactor", f"Distance to {name.lower()}", sources, when=name)


IMAGERY_TO_INVENTORY = (
    Step(
        "chips",
        "createtrainingchips",
        "Create training chips",
        same("INPUT", "INVENTORY", "MASK", "CHIP_SIZE", "STRIDE", "NEGATIVE_RATIO", "SPLIT", "SEED"),
    ),
    Step(
        "train",
        "traindetector",
        "Train detector",
        {"CHIPS": Output("chips"), **same("PRESET", "ARCHITECTURE", "EPOCHS", "DEVICE", "SEED")},
    ),
    Step(
        "detect",
        "detectlandslides",
        "Detect landslides",
        {"MODEL": Output("train"), **same("INPUT", "DEM", "THRESHOLD", "MIN_AREA", "DEVICE")},
    ),
    slope(),
    clean("detect"),
)

TRANSFER_DETECTOR = (
    Step("match", "matchradiometry", "Match radiometry", same("INPUT", "REFERENCE", "METHOD")),
    Step(
        "chips",
        "createtrainingchips",
        "Create training chips",
        {"INPUT": Output("match"), **same("INVENTORY", "MASK", "CHIP_SIZE", "STRIDE", "SPLIT", "SEED")},
        when="INVENTORY",
    ),
    Step(
        "tune",
        "traindetector",
        "Fine-tune detector",
        {"CHIPS": Output("chips"), "INITIAL_MODEL": Input("MODEL"), **same("EPOCHS", "LEARNING_RATE", "DEVICE", "SEED")},
        when="INVENTORY",
    ),
    Step(
        "detect",
        "detectlandslides",
        "Detect landslides",
        {"INPUT": Output("match"), **same("MODEL", "DEM", "THRESHOLD", "MIN_AREA", "DEVICE")},
        unless="INVENTORY",
    ),
    Step(
        "detect_tuned",
        "detectlandslides",
        "Detect with tuned detector",
        {"INPUT": Output("match"), "MODEL": Output("tune"), **same("DEM", "THRESHOLD", "MIN_AREA", "DEVICE")},
        when="INVENTORY",
    ),
    slope(),
    clean("detect", "detect_tuned"),
)

INVENTORY_TO_SUSCEPTIBILITY = (
    Step("terrain", "terrainfactors", "Terrain factors", {"FACTORS": Input("TERRAIN_FACTORS"), **same("DEM")}),
    Step(
        "lithology",
        "categoricalfactor",
        "Lithology",
        {"INPUT": Input("LITHOLOGY"), "FIELD": Input("LITHOLOGY_FIELD"), "REFERENCE": Input("DEM"), "NAME": "lithology"},
        when="LITHOLOGY",
    ),
    distance("RIVERS"),
    distance("FAULTS"),
    distance("ROADS"),
    Step(
        "rainfall",
        "rainfallfactor",
        "Rainfall factor",
        {"INPUT": Input("RAINFALL"), "REFERENCE": Input("DEM")},
        when="RAINFALL",
    ),
    Step(
        "stack",
        "stackfactors",
        "Stack factors",
        {
            "LAYERS": [
                Output("terrain"),
                *(LayerIfAny((name,)) for name in ("lithology", "rivers", "faults", "roads", "rainfall")),
                Input("LAYERS"),
            ],
            "REFERENCE": Input("DEM"),
            **same("CATEGORICAL"),
        },
    ),
    Step(
        "samples",
        "samplepoints",
        "Sample points",
        {"FACTORS": Output("stack"), "SPLIT": "spatial_blocks", **same("INVENTORY", "TEST_FRACTION", "SEED")},
    ),
    Step(
        "collinearity",
        "multicollinearity",
        "Multicollinearity",
        {"FACTORS": Output("stack"), "SAMPLES": Output("samples"), **same("VIF_LIMIT", "SEED")},
    ),
    Step(
        "frequency",
        "frequencyratio",
        "Frequency ratio",
        {"FACTORS": Output("collinearity"), **same("INVENTORY")},
    ),
    Step(
        "train",
        "trainsusceptibility",
        "Train susceptibility model",
        {
            "FACTORS": Output("collinearity"),
            "SAMPLES": Output("samples"),
            **same("MODEL", "VALIDATION", "EPOCHS", "DEVICE", "SEED"),
        },
    ),
    Step(
        "apply",
        "applysusceptibility",
        "Apply susceptibility model",
        {"FACTORS": Output("collinearity"), "MODEL": Output("train"), **same("DEVICE")},
    ),
    Step(
        "classify",
        "classifysusceptibility",
        "Classify susceptibility",
        {"INPUT": Output("apply"), **same("INVENTORY", "CLASSES")},
    ),
    Step(
        "explain",
        "shapdependence",
        "SHAP values and dependence",
        {
            "MODEL": Output("train"),
            "FACTORS": Output("collinearity"),
            "SAMPLES": Output("samples"),
            **same("DEVICE", "SEED"),
        },
        always=("TABLE",),  # it runs for at least one output
    ),
)

STEPS = {
    "imagerytoinventory": IMAGERY_TO_INVENTORY,
    "inventorytosusceptibility": INVENTORY_TO_SUSCEPTIBILITY,
    "transferdetector": TRANSFER_DETECTOR,
}
"""Chain → its steps."""
