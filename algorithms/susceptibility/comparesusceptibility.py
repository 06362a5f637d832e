"""landslide:comparesusceptibility."""

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.errors import InputError
from ...core.factor_stack import FactorStack, check_same_factors, open_factor_stack
from ...core.names import names_of_files
from ...core.progress import part, stop_if_asked
from ...core.susceptibility.patches import check_window_fits, read_patches
from ...core.susceptibility.samples import Samples, samples_from_features
from ...core.table import write_csv
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.susceptibility.evaluation import Evaluation
    from ...models.susceptibility.model import SusceptibilityModel


class CompareSusceptibility(LandslideAlgorithm):
    """Compares trained susceptibility models on the same samples."""

    NAME = "comparesusceptibility"
    LABEL = "Compare susceptibility models"
    TAGS = ("susceptibility", "compare", "roc", "auc", "delong", "mcnemar", "significance", "models")
    PACKAGES = ("numpy", "scipy", "numba", "matplotlib", "scikit-learn", "skops", "xgboost", "torch", "safetensors")
    SUMMARY = (
        "Scores several trained models on the same samples and says whether they differ by more than chance.\n\n"
        "Where the samples have a test part it alone is used; without one all samples are, and the log warns that models may "
        "have learnt from them. The table holds the metrics of each model at the thresholds of its own training. The report "
        "adds ROC curves, calibration, and for each pair of models the difference of AUC (DeLong) and of the predictions "
        "(McNemar, exact for few disagreements).\n\n"
        "It takes seconds, longer for networks. Cancelling writes nothing."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers("MODELS", "Models", QgsProcessing.TypeFile),
            "Two or more model files written by Train susceptibility model.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "A stack with the factors of all models, found by name.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.TypeVectorPoint]),
            "Points drawn with Sample points, best with a test part that no model has seen.",
        )
        self.add_device()
        self.add_seed()
        self.add_table("Metrics", "One row per model and way of choosing the threshold.", optional=False)
        self.add_report()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.comparison_report import comparison_report, pairs_table
        from ...core.susceptibility.evaluation import metrics_table

        record = self.provenance(inputs, inputs.choice("DEVICE"))
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT")}
        models = _models(inputs)
        with open_factor_stack(inputs.raster("FACTORS")) as stack:
            for model in models.values():
                check_same_factors(stack, model.factors)
                check_window_fits(stack.grid, model.window, "MODELS")
            samples, notes = _samples(inputs, stack)
            evaluations, left_out = _evaluations(models, stack, samples, inputs.integer("SEED"), feedback)
        notes += left_out
        feedback.notes(notes)
        record.notes += notes
        for evaluation in evaluations:
            low, high = evaluation.interval
            feedback.info(f"{evaluation.title}: AUC {evaluation.curve.area:.3f} ({low:.3f}–{high:.3f}).")
        for first, second, difference, _, p, _, _, mcnemar_p, _ in pairs_table(evaluations).rows:
            feedback.info(f"{first} − {second}: {difference:+.3f}, p = {p:.3g} (DeLong), {mcnemar_p:.3g} (McNemar).")
        with together(*outputs.values()):
            write_csv(outputs["TABLE"], metrics_table(evaluations))
            if outputs["REPORT"]:
                report = comparison_report(evaluations, notes, feedback.should_stop)
                report.write(outputs["REPORT"], record, part(feedback.progress, 0.9, 1.0))
        return outputs_as_text(outputs)


def _models(inputs: Inputs) -> "dict[str, SusceptibilityModel]":
    """Return the models by file name, or by path where names are alike."""
    from ...models.susceptibility.model import load_susceptibility_model

    paths = names_of_files(inputs.files("MODELS"))
    if len(paths) < 2:
        chosen = [str(path) for path in paths.values()]
        raise InputError("MODELS", chosen, "is no choice of two or more models; choose several files")
    device = inputs.choice("DEVICE")
    return {name: load_susceptibility_model(path, device, "MODELS") for name, path in paths.items()}


def _samples(inputs: Inputs, stack: FactorStack) -> tuple[Samples, list[str]]:
    samples = samples_from_features(inputs.features("SAMPLES"), stack.grid)
    if samples.is_test.any():
        return samples.chosen(samples.is_test), []
    return samples, ["The samples have no test part: the models may have learnt from them, which flatters them."]


def _evaluations(
    models: "dict[str, SusceptibilityModel]", stack: FactorStack, samples: Samples, seed: int, feedback: Feedback
) -> "tuple[list[Evaluation], list[str]]":
    """Return an evaluation per model on the samples that every model can score, and a note of the others."""
    import numpy as np

    from ...core.susceptibility.evaluation import Evaluation

    rows, columns = stack.grid.cells_at(samples.x, samples.y)
    scores: list[np.ndarray] = []
    for place, model in enumerate(models.values()):
        report = part(feedback.progress, 0.9 * place / len(models), 0.9 * (place + 1) / len(models))
        patches = read_patches(stack, rows, columns, model.window, model.encoder.names, report, feedback.should_stop)
        scores.append(model.predict_patches(patches))
        stop_if_asked(feedback.should_stop)
    common = np.isfinite(scores).all(axis=0)
    chosen = samples.chosen(common)
    if len(np.unique(chosen.landslide)) < 2:
        raise InputError(
            "SAMPLES",
            f"{len(chosen)} usable points",
            'lacks landslides or cells without on this stack; draw samples with "Sample points"',
        )
    notes = [] if common.all() else [f"{int((~common).sum())} of {len(samples)} samples lack a factor and were left out."]
    evaluations = [
        Evaluation(
            name,
            chosen.landslide,
            chosen.landslide_id,
            score[common],
            chosen.fold,
            {choice: np.full(len(chosen), value) for choice, value in model.card["thresholds"].items()},
            seed,
        )
        for (name, model), score in zip(models.items(), scores, strict=True)
    ]
    return evaluations, notes
