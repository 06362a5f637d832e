"""landslide:jackknife."""

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.errors import InputError
from ...core.factor_stack import open_factor_stack
from ...core.progress import part
from ...core.susceptibility.patches import check_window_fits, read_sample_patches
from ...core.susceptibility.samples import samples_from_features
from ...core.susceptibility.spatial_blocks import with_blocks
from ...core.table import write_csv
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ..susceptibility.trainsusceptibility import MODELS

if TYPE_CHECKING:
    from ...core.explanation.jackknife import Jackknife
    from ...models.susceptibility.settings import Settings
    from ...models.susceptibility.training_data import TrainingData


class JackknifeOfFactors(LandslideAlgorithm):
    """Says what a model loses without each factor and what each can do alone."""

    NAME = "jackknife"
    LABEL = "Jackknife of factors"
    TAGS = ("jackknife", "importance", "factor", "auc", "ablation", "leave one out", "cross-validation")
    PACKAGES = ("numpy", "scipy", "matplotlib", "scikit-learn", "skops", "xgboost", "torch", "safetensors")
    SUMMARY = (
        "Trains a susceptibility model with all factors, without each factor in turn and with each alone, and compares the "
        "area under the ROC curve on folds the models have not seen.\n\n"
        "TABLE and REPORT have, per factor, the relative decrease of the AUC without it and the AUC with it alone, each with "
        "its spread between folds. Test samples take no part.\n\n"
        "Every model is trained from scratch, so with n factors and k folds there are k (2 n + 1) trainings: minutes for a "
        "forest or boosting, hours for a CNN without a GPU. TREES or EPOCHS make it faster. Cancel works at any time and keeps "
        "nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "The conditioning factors to compare; the samples were drawn on them.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.SourceType.TypeVectorPoint]),
            "Points drawn with Sample points; only those with split = train are used.",
        )
        self.add_choice("MODEL", "Model", MODELS, "random_forest", "The model to train, as in Train susceptibility model.")
        self.add_choice(
            "VALIDATION",
            "Folds",
            ["spatial_cv", "random_cv"],
            "spatial_cv",
            "spatial_cv: by spatial blocks; random_cv: by landslide, which flatters every factor that varies smoothly.",
            advanced=True,
        )
        number = QgsProcessingParameterNumber
        for name, label, help_text in (
            ("TREES", "Trees", "Trees of random_forest, or at most of xgboost; left empty: as in training."),
            ("EPOCHS", "Epochs at most", "How often a network sees all samples at most; left empty: as in training."),
        ):
            self.add(number(name, label, number.Type.Integer, None, True, 1), help_text, advanced=True)
        self.add_seed()
        self.add_device()
        self.add_table(
            "Table",
            "One row per factor: AUC without it, relative decrease and AUC alone, each with its spread between folds.",
            optional=False,
        )
        self.add_report()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...models.explanation.jackknife import jackknife

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT")}
        settings = _settings(inputs)
        record.device = _device(settings)
        data, doubts = _training_data(inputs, settings, feedback)
        spatial = inputs.choice("VALIDATION") == "spatial_cv"
        found, notes = jackknife(data, settings, spatial, part(feedback.progress, 0.02, 0.95), feedback.should_stop)
        feedback.notes(notes)
        record.notes += [*doubts, *notes]
        facts = _facts(found, data, settings, spatial)
        for line in (*facts, *found.lines()):
            feedback.info(line)
        with together(*outputs.values()):
            write_csv(outputs["TABLE"], found.table())
            if outputs["REPORT"]:
                from ...core.explanation.jackknife_report import jackknife_report

                report = jackknife_report(found, facts, feedback.should_stop)
                report.write(outputs["REPORT"], record, part(feedback.progress, 0.96, 1.0))
        return outputs_as_text(outputs)


def _settings(inputs: Inputs) -> "Settings":
    from ...models.susceptibility.settings import DEFAULTS

    return DEFAULTS[inputs.choice("MODEL")].changed(
        trees=inputs.integer("TREES"),
        epochs=inputs.integer("EPOCHS"),
        seed=inputs.integer("SEED"),
        device=inputs.choice("DEVICE"),
    )


def _device(settings: "Settings") -> str:
    """Return where the models are trained; only networks use a GPU."""
    from ...models.device import chosen_device
    from ...models.susceptibility.settings import NETWORK

    return chosen_device(settings.device).type if settings.family == NETWORK else "cpu"


def _training_data(inputs: Inputs, settings: "Settings", feedback: Feedback) -> "tuple[TrainingData, list[str]]":
    """Return the training samples and what was found about them."""
    from ...models.susceptibility.training_data import TrainingData

    with open_factor_stack(inputs.raster("FACTORS")) as stack:
        check_window_fits(stack.grid, settings.window, "MODEL")
        samples = samples_from_features(inputs.features("SAMPLES"), stack.grid)
        source = inputs.text_of_value("SAMPLES")
        if samples.is_test.all():
            raise InputError(
                "SAMPLES", source, 'has no training samples; draw them with "Sample points" and a TEST_FRACTION below 1'
            )
        samples, patches, notes = read_sample_patches(
            stack,
            samples.chosen(~samples.is_test),
            settings.window,
            None,
            part(feedback.progress, 0, 0.02),
            feedback.should_stop,
        )
        samples, found = with_blocks(samples, stack.grid, settings.seed)
        notes += found
        feedback.notes(notes)
        return TrainingData.of_samples(stack.factors, patches, samples, source), notes


def _facts(found: "Jackknife", data: "TrainingData", settings: "Settings", spatial: bool) -> list[str]:
    kind = "spatial blocks" if spatial else "landslides"
    return [
        f"Model: {settings.architecture}. {len(data)} training samples, {int(data.landslide.sum())} of them landslide cells, "
        f"in {len(found.complete)} folds by {kind}.",
        f"AUC with all {len(found.names)} factors: {found.complete.mean():.3f}.",
    ]
