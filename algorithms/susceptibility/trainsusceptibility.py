"""landslide:trainsusceptibility."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.atomic import together
from ...core.errors import InputError
from ...core.factor_stack import FactorStack, open_factor_stack
from ...core.grid import Grid
from ...core.progress import part, stop_if_asked
from ...core.provenance import Provenance
from ...core.style import write_style
from ...core.susceptibility.patches import check_window_fits, read_sample_patches
from ...core.susceptibility.samples import Samples, samples_from_features
from ...core.susceptibility.spatial_blocks import with_blocks
from ...core.table import Table, write_csv
from ...core.vector import write_features
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.dependencies import require
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...models.susceptibility.settings import Settings
    from ...models.susceptibility.training import Trained
    from ...models.susceptibility.training_data import TrainingData

MODELS = [
    "cnn", "cnn_1d", "cnn_2d", "hybrid_cnn", "cnn_3d", "multiscale_cnn_3d", "random_forest", "xgboost", "svm",
    "logistic_regression", "gbdt_lr", "frequency_ratio",
]  # fmt: skip
PRESETS = ["none", "moxi", "ludian", "zhangjiajie"]
CALIBRATIONS = ["none", "platt", "isotonic"]
CLASS_WEIGHTS = ["of_model", "none", "balanced"]
PACKAGES_OF_THE_SEARCH = ("optuna",)
"""Needed only when TUNING_TRIALS asks for a search."""
VALIDATIONS = ["spatial_cv", "random_cv", "test_split"]

SETTINGS = (
    ("WINDOW", "Side of the surroundings", True, 1, "How many cells a network sees across (9 for cnn)"),
    ("EPOCHS", "Epochs at most", True, 1, "How often a network sees all samples at most; it stops when it no longer learns"),
    (
        "PATIENCE",
        "Patience",
        True,
        0,
        "Epochs or boosted trees without progress after which training stops; 0: never, all are run",
    ),
    ("BATCH_SIZE", "Batch size", True, 2, "Samples a network learns from at a time"),
    ("LEARNING_RATE", "Learning rate", False, 1e-7, "Size of the steps of learning, of networks and boosted trees"),
    ("TREES", "Trees", True, 1, "Trees of a forest, or boosted trees at most"),
    ("TREE_DEPTH", "Depth of trees", True, 1, "Deepest tree"),
    ("MEMBERS", "Members", True, 1, "Models of an ensemble, each on landslides drawn anew, whose spread tells the uncertainty"),
)
"""Name, label, whether whole, lowest value and help of the settings that have parameters."""


class TrainSusceptibility(LandslideAlgorithm):
    """Trains a susceptibility model and says how far it can be trusted."""

    NAME = "trainsusceptibility"
    LABEL = "Train susceptibility model"
    TAGS = ("susceptibility", "cnn", "random forest", "xgboost", "machine learning", "auc", "roc", "cross-validation")
    PACKAGES = ("numpy", "scipy", "numba", "matplotlib", "scikit-learn", "skops", "xgboost", "torch", "safetensors")
    MADE_FROM = "SAMPLES"
    SUMMARY = (
        "Trains a model that tells from conditioning factors how likely a cell is to hold a landslide.\n\n"
        "The model is first validated on samples it has not seen: on spatial blocks (spatial_cv), on folds drawn by landslide "
        "(random_cv, optimistic; the report says by how much) or on the test samples alone (test_split). Test samples choose "
        "nothing and teach nothing, whatever the validation. The model that is written is then trained on all training "
        "samples.\n\n"
        "Samples in several draws (REPEATS in Sample points) make an ensemble with a member per draw; its map has a mean and a "
        "spread. TUNING_TRIALS searches for settings on the training samples before anything else. CALIBRATION bends the "
        "scores, on samples the models have not seen, so that of ten samples with 0.8 eight are landslides; among all cells of "
        "the map, where landslides are much rarer than among the samples, they are fewer.\n\n"
        "Outputs are the model file, a table of metrics, the validated samples with their matching codes, a report with ROC, "
        "precision and recall, calibration, learning curves and confusion matrices, and the AUC of the validation. A forest "
        "takes seconds to a minute per fold; a CNN takes minutes per fold without a GPU; a search takes three folds for each "
        "trial. Cancel works at any time and keeps nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "The conditioning factors the samples were drawn on.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.SourceType.TypeVectorPoint]),
            "Points drawn with Sample points, or your own with a field landslide (1 or 0); spatial blocks are laid over points "
            "that have neither block nor fold.",
        )
        self.add_choice(
            "MODEL",
            "Model",
            MODELS,
            "random_forest",
            "Networks that see a cell with its surroundings: cnn, cnn_2d, hybrid_cnn (adding the factors of the cell), cnn_3d "
            "and multiscale_cnn_3d (slow without a GPU). Models that see the cell alone: cnn_1d, random_forest, xgboost, svm, "
            "logistic_regression, gbdt_lr (regression on boosted trees) and frequency_ratio.",
            hints={"only_with": ("PRESET", "none")},
        )
        self.add_choice(
            "VALIDATION",
            "Validation",
            VALIDATIONS,
            "spatial_cv",
            "spatial_cv: by spatial blocks; random_cv: by landslide; test_split: on the test samples alone. Where cells were "
            "drawn at random spatial_cv is run as well, to tell by how much they are optimistic.",
        )
        self.add_choice(
            "PRESET",
            "Preset",
            PRESETS,
            "none",
            "The model and settings of a published study, instead of MODEL: moxi (cnn), ludian (hybrid_cnn), "
            "zhangjiajie (multiscale_cnn_3d). Settings given below still count.",
            advanced=True,
        )
        self._define_settings()
        self.heading("Computing")
        self.add_device()
        self.add_seed()
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Model file", "Landslide models (*.lsm)"),
            "The model file: factors, encoding, weights and metrics; it holds no code.",
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "MATCHES", "Matching codes", QgsProcessing.SourceType.TypeVectorPoint, None, True, False
            ),
            "The validated samples with score and matching code (TP, FP, FN, TN) at the Youden threshold; each was scored by a "
            "model that has not seen it.",
        )
        self.add(
            QgsProcessingParameterFileDestination("METRICS", "Metrics", "CSV files (*.csv)", None, True),
            "One row per validation and way of choosing the threshold.",
        )
        self.add_report()
        self.addOutput(QgsProcessingOutputNumber("AUC", "Area under the ROC curve of the validation"))

    def _define_settings(self) -> None:
        self.heading("Networks and boosted trees")
        self._add_settings("WINDOW", "EPOCHS", "PATIENCE", "BATCH_SIZE", "LEARNING_RATE")
        self.heading("Trees")
        self._add_settings("TREES", "TREE_DEPTH")
        self.heading("Ensemble, weights and probabilities")
        self._add_settings("MEMBERS")
        self.add_choice(
            "CLASS_WEIGHTS",
            "Class weights",
            CLASS_WEIGHTS,
            "of_model",
            "balanced: landslides and cells without weigh alike, however many there are; none: every sample weighs alike; "
            "of_model: balanced for cnn_3d, none for the others.",
            advanced=True,
        )
        self.add_choice(
            "CALIBRATION",
            "Calibration",
            CALIBRATIONS,
            "none",
            "How scores become probabilities among the samples: platt, a logistic curve; isotonic, rising steps, for many "
            "samples; none: as they are. Fitted on held-out folds, stored in the model and applied in maps.",
            advanced=True,
        )
        self.heading("Search and further settings")
        self.add(
            QgsProcessingParameterNumber(
                "TUNING_TRIALS", "Trials of the search", QgsProcessingParameterNumber.Type.Integer, 0, False, 0, 1000
            ),
            "How many choices of settings to try on three folds of the training samples before the training. What is "
            "set otherwise than the model's own stays as it is set. 0: no search.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("HYPERPARAMETERS", "Further settings", "", False, True),
            'Further settings as JSON, for example {"weight_decay": 0.05, "balanced": true, "penalty": 0.1}; a wrong name '
            "lists all there are. What is set by a parameter too must have the same value here.",
            advanced=True,
            hints={"example": '{"weight_decay": 0.05}'},
        )

    def _add_settings(self, *names: str) -> None:
        for name, label, whole, lowest, help_text in SETTINGS:
            if name in names:
                kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
                parameter = QgsProcessingParameterNumber(name, label, kind, None, True, lowest)
                self.add(parameter, f"{help_text}; left empty: what suits the model.", advanced=True)

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.matching import matches_as_features
        from ...models.susceptibility.stored_model import save_susceptibility_model
        from ...models.susceptibility.training import train

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("OUTPUT", "MATCHES", "METRICS", "REPORT")}
        settings, trials = _settings(inputs, feedback), inputs.integer("TUNING_TRIALS")
        if trials:
            require(PACKAGES_OF_THE_SEARCH)
        validation = inputs.choice("VALIDATION")
        with open_factor_stack(inputs.raster("FACTORS")) as stack:
            training, test, notes = _data(inputs, stack, settings, feedback)
            grid = stack.grid
        parts = [None if side is None else side.data for side in (training, test)]
        trained = train(*parts, settings, validation, part(feedback.progress, 0.05, 0.97), feedback.should_stop, trials)
        feedback.notes(trained.notes)
        trained = replace(trained, notes=[*notes, *trained.notes])
        record.device = str(trained.model.device)
        record.notes += trained.notes
        trained.model.card |= {"cell_size": grid.cell_width, "crs": grid.crs_wkt, "versions": record.versions()}
        area = _say(trained, validation, feedback)
        matches = (test if validation == "test_split" else training).of_one_draw()
        stop_if_asked(feedback.should_stop)
        with together(*outputs.values()):
            save_susceptibility_model(outputs["OUTPUT"], trained.model)
            if outputs["MATCHES"]:
                points = matches_as_features(matches, trained.evaluations[validation], grid.crs_wkt)
                write_features(outputs["MATCHES"], points, "matches", record.metadata())
                write_style(outputs["MATCHES"], "matches")
            _write_tables(
                outputs, trained, dict(zip(("training", "test"), parts, strict=True)), matches, grid, record, feedback
            )
        return outputs_as_text(outputs) | {"AUC": area}


class _Side(NamedTuple):
    """The training or the test samples, as points and as what a model learns from, in one order."""

    samples: Samples
    data: "TrainingData"

    def of_one_draw(self) -> Samples:
        """Return the points that an evaluation holds: those of the first draw of cells without landslides."""
        return self.samples.chosen(self.data.in_draw(self.data.draws[0]))


def _settings(inputs: Inputs, feedback: Feedback) -> "Settings":
    from ...models.susceptibility.settings import DEFAULTS
    from ...models.susceptibility.settings import PRESETS as PRESETS_OF_STUDIES

    preset = inputs.choice("PRESET")
    default = DEFAULTS[PRESETS_OF_STUDIES.get(preset, inputs.choice("MODEL"))]
    if preset != "none":
        feedback.info(f"Preset {preset}: the model is {default.architecture}.")
    given = {name.lower(): (inputs.integer if whole else inputs.number)(name) for name, _, whole, _, _ in SETTINGS}
    weights = {"of_model": None, "none": False, "balanced": True}[inputs.choice("CLASS_WEIGHTS")]
    given |= {"balanced": weights, "calibration": inputs.choice("CALIBRATION")}
    settings = default.changed(**given, seed=inputs.integer("SEED"), device=inputs.choice("DEVICE"))
    settings = settings.with_text(inputs.text("HYPERPARAMETERS"))
    for name, value in given.items():
        if value is not None and getattr(settings, name) != value:
            parameter = {"balanced": "CLASS_WEIGHTS"}.get(name, name.upper())
            raise InputError(
                parameter,
                inputs.text_of_value(parameter),
                f"contradicts HYPERPARAMETERS, where {name} is {json.dumps(getattr(settings, name))}; leave one of the two out",
            )
    if settings.window != default.window and not default.sees_surroundings:
        feedback.warn(f"WINDOW ({settings.window}) has no meaning for {default.architecture}, which sees the cell alone.")
        settings = settings.changed(window=1)
    return settings


def _data(
    inputs: Inputs, stack: FactorStack, settings: "Settings", feedback: Feedback
) -> tuple[_Side, _Side | None, list[str]]:
    """Return the training samples, the test samples when there are any, and what was found about them."""
    from ...models.susceptibility.training_data import TrainingData

    check_window_fits(stack.grid, settings.window)
    samples = samples_from_features(inputs.features("SAMPLES"), stack.grid)
    samples, patches, notes = read_sample_patches(
        stack, samples, settings.window, None, part(feedback.progress, 0, 0.05), feedback.should_stop
    )
    samples, found = with_blocks(samples, stack.grid, settings.seed)
    notes += found
    feedback.notes(notes)
    data = TrainingData.of_samples(stack.factors, patches, samples, inputs.text_of_value("SAMPLES"))
    sides = [_Side(samples.chosen(which), data.chosen(which)) for which in (~samples.is_test, samples.is_test)]
    for name, side in zip(("training", "test"), sides, strict=True):
        if len(side.data):
            feedback.info(f"{len(side.data)} {name} samples, {int(side.data.landslide.sum())} of them landslide cells.")
    return sides[0], sides[1] if len(sides[1].data) else None, notes


def _say(trained: "Trained", validation: str, feedback: Feedback) -> float:
    from ...core.susceptibility.evaluation import spread_of_draws

    if trained.search:
        best = ", ".join(f"{name} {value:.4g}" for name, value in trained.search.best.values.items())
        feedback.info(f"Best of {len(trained.search.trials)} trials: {best}; AUC {trained.search.best.score:.3f} on its folds.")
    for evaluation in trained.evaluations.values():
        feedback.info(evaluation.sentence)
        if spread := spread_of_draws(evaluation):
            feedback.info(spread)
    if validation == "random_cv":
        feedback.warn("Random cross-validation is optimistic; see the spatial one for what to expect where nothing is mapped.")
    return trained.evaluations[validation].curve.area


def _write_tables(
    outputs: dict,
    trained: "Trained",
    parts: "dict[str, TrainingData | None]",
    matches: Samples,
    grid: Grid,
    record: Provenance,
    feedback: Feedback,
) -> None:
    from ...core.susceptibility.evaluation import metrics_table
    from ...core.susceptibility.susceptibility_report import training_report

    if outputs["METRICS"]:
        write_csv(outputs["METRICS"], metrics_table(list(trained.evaluations.values())))
    if not outputs["REPORT"]:
        return
    rows = [(name, len(data), int(data.landslide.sum()), data.landslide_count) for name, data in parts.items() if data]
    counts = Table(("part", "samples", "landslide cells", "landslides"), rows)
    report = training_report(trained, counts, (matches.x, matches.y), grid, feedback.should_stop)
    report.write(outputs["REPORT"], record, part(feedback.progress, 0.98, 1.0))
