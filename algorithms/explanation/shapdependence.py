"""landslide:shapdependence."""

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.errors import InputError
from ...core.factor_stack import FactorStack, check_same_factors, open_factor_stack
from ...core.names import listed
from ...core.progress import Progress, part
from ...core.provenance import Provenance
from ...core.report import Report
from ...core.style import write_palette_style, write_ramp_style
from ...core.susceptibility.patches import check_window_fits, read_patches, read_sample_patches
from ...core.susceptibility.samples import Samples, samples_from_features
from ...core.table import write_csv
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.explanation.contributions import Contributions
    from ...models.explanation.explainer import Explainer, Explanation
    from ...models.susceptibility.model import SusceptibilityModel


class ShapDependence(LandslideAlgorithm):
    """Says how much each factor contributes to what a model predicts, and how that goes with the factor's value."""

    NAME = "shapdependence"
    LABEL = "SHAP values and dependence"
    TAGS = ("shap", "shapley", "explain", "interpret", "importance", "dependence", "interaction", "waterfall", "factor")
    PACKAGES = ("numpy", "numba", "matplotlib", "scikit-learn", "skops", "xgboost", "torch", "safetensors", "shap")
    SUMMARY = (
        "Explains a susceptibility model: how much each factor moves the prediction at a place away from the average over "
        "training samples (SHAP values), in log-odds, or for a random forest in probability.\n\n"
        "REPORT shows which factors matter, how the effect of each goes with its own value and which other factor changes it, "
        "and one place factor by factor. TABLE has the values of every sample. OUTPUT maps the contribution of each factor, "
        "DOMINANT the factor that contributes most to each cell.\n\n"
        "Trees are explained exactly; networks by DeepLIFT, summed over the surroundings of a cell. Every run checks that "
        "average and SHAP values add up to the prediction, within 0.001. Samples take seconds to a minute. A map explains "
        "every cell as if it were a sample, so that of a large area can take hours. The cost grows with BACKGROUND. Cancel "
        "works at any time and keeps nothing."
    )

    def define(self) -> None:
        self.add_model("MODEL", "Model", "susceptibility", "A model file written by Train susceptibility model.")
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "A stack with the factors of the model.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.SourceType.TypeVectorPoint]),
            "The samples to explain; those with split = train are also the background.",
        )
        self._define_amounts()
        self.add(
            QgsProcessingParameterPoint("POINT", "Place to explain", None, True),
            "A place whose prediction the report shows factor by factor; left empty: the sample with the highest "
            "susceptibility.",
        )
        self.add_seed()
        self.add_device()
        self.add_table(
            "Table of SHAP values", "One row per sample: coordinates, factor values, SHAP values, average and prediction."
        )
        self.add_report()
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "SHAP values", None, True, False),
            "The contribution of each factor to each cell, a band per factor; shown is the most important. Slow: see above.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("DOMINANT", "Dominant factor", None, True, False),
            "The factor with the largest contribution to each cell, up or down: names and colours. Slow: see above.",
        )

    def _define_amounts(self) -> None:
        number = QgsProcessingParameterNumber
        self.add(
            number("MAX_SAMPLES", "Samples at most", number.Type.Integer, 1000, False, 20),
            "More samples than this are drawn from at random.",
            advanced=True,
        )
        self.add(
            number("BACKGROUND", "Background samples", number.Type.Integer, 64, False, 1, 10_000),
            "How many training samples, drawn at random, make up the average that predictions are compared with.",
            advanced=True,
        )
        self.add(
            number("TOP", "Factors to draw", number.Type.Integer, 6, False, 1),
            "For how many of the most important factors the report shows the dependence.",
            advanced=True,
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...models.explanation.explainer import build_explainer
        from ...models.susceptibility.stored_model import load_susceptibility_model

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT", "OUTPUT", "DOMINANT")}
        if not any(outputs.values()):
            raise InputError("REPORT", "none", "and all other outputs are left out; choose at least one of them")
        model = load_susceptibility_model(inputs.file("MODEL"), inputs.choice("DEVICE"))
        record.device = str(model.device)
        with open_factor_stack(inputs.raster("FACTORS")) as stack, together(*outputs.values()):
            check_same_factors(stack, model.factors)
            check_window_fits(stack.grid, model.window, "MODEL")
            notes = model.notes_on_cells(stack.grid.cell_width)
            feedback.notes(notes)
            asked = _place_asked_for(inputs, stack, model)
            background, samples, patches = _drawn(inputs, stack, model, feedback)
            explainer = build_explainer(model, background)
            mapped = outputs["OUTPUT"] or outputs["DOMINANT"]
            shares = (0.15, 0.25) if mapped else (0.6, 1.0)
            explanation = explainer.explain(patches, part(feedback.progress, 0.05, shares[0]), feedback.should_stop)
            facts = _facts(explainer, explanation, len(background))
            record.notes += notes + facts
            for fact in facts:
                feedback.info(fact)
            sampled = _contributions(explainer, explanation, patches)
            if outputs["TABLE"]:
                write_csv(outputs["TABLE"], sampled.sample_table(samples))
            if outputs["REPORT"]:
                patch, name = asked or _most_susceptible(samples, patches, sampled)
                place = _contributions(explainer, explainer.explain(patch), patch)
                report = _report(sampled, place, name, facts, inputs.integer("TOP"), feedback)
                report.write(outputs["REPORT"], record, part(feedback.progress, *shares))
            if mapped:
                _write_maps(stack, explainer, outputs, record, part(feedback.progress, shares[1], 1.0), feedback)
                _write_styles(outputs, sampled)
        return outputs_as_text(outputs)


def _place_asked_for(inputs: Inputs, stack: FactorStack, model: "SusceptibilityModel") -> tuple[np.ndarray, str] | None:
    """Return the patch (1, factors, window, window) around POINT and what to call it, None when no place is asked for."""
    point = inputs.point("POINT", stack.grid.crs_wkt)
    if point is None:
        return None
    if not inputs.output("REPORT"):
        text = inputs.text_of_value("POINT")
        raise InputError("POINT", text, "is shown in REPORT alone, which is left out; choose a REPORT or leave the point out")
    rows, columns = stack.grid.cells_at([point[0]], [point[1]])
    patch = read_patches(stack, rows, columns, model.window, model.encoder.names)
    if not np.isfinite(_centres(patch)).all():
        text = inputs.text_of_value("POINT")
        raise InputError("POINT", text, "lies outside the stack or where a factor has no value; choose another place")
    return patch, f"the place asked for ({point[0]:.0f}, {point[1]:.0f})"


def _most_susceptible(samples: Samples, patches: np.ndarray, sampled: "Contributions") -> tuple[np.ndarray, str]:
    """Return the patch of the sample with the highest prediction and what to call it."""
    highest = int(np.argmax(sampled.predictions))
    name = f"the sample with the highest susceptibility ({samples.x[highest]:.0f}, {samples.y[highest]:.0f})"
    return patches[highest : highest + 1], name


def _drawn(
    inputs: Inputs, stack: FactorStack, model: "SusceptibilityModel", feedback: Feedback
) -> tuple[np.ndarray, Samples, np.ndarray]:
    """Return the patches of the background, the samples to explain, and their patches; drawn from samples with every factor."""
    names, stop = model.encoder.names, feedback.should_stop

    def patches_of(chosen: Samples, start: float, end: float) -> np.ndarray:
        cells = stack.grid.cells_at(chosen.x, chosen.y)
        return read_patches(stack, *cells, model.window, names, part(feedback.progress, start, end), stop)

    samples = samples_from_features(inputs.features("SAMPLES"), stack.grid)
    samples, _, notes = read_sample_patches(stack, samples, 1, names, part(feedback.progress, 0.0, 0.01), stop)
    feedback.notes(notes)
    training = samples.chosen(~samples.is_test)
    if len(training) == 0:
        source = inputs.text_of_value("SAMPLES")
        raise InputError(
            "SAMPLES", source, 'has no training samples to compare with; draw them with "Sample points", TEST_FRACTION below 1'
        )
    random = np.random.default_rng(inputs.integer("SEED"))
    background = patches_of(training.drawn(inputs.integer("BACKGROUND"), random), 0.01, 0.02)
    explained = samples.drawn(inputs.integer("MAX_SAMPLES"), random)
    patches = patches_of(explained, 0.02, 0.05)
    for name, categories in model.encoder.unknown_categories(np.moveaxis(patches, 1, 0)).items():
        feedback.warn(f"{name} has categories that the model never saw and takes for unknown: {listed(categories)}.")
    return background, explained, patches


def _facts(explainer: "Explainer", explanation: "Explanation", background: int) -> list[str]:
    model = explainer.model
    curve = [] if model.calibrator is None else ["Explained is the model before its calibration curve."]
    return [
        *curve,
        f"Model: {model.card['architecture']}, {len(model.factors)} factors. Method: {explainer.method}.",
        f"{len(explanation.predictions)} samples are explained against {background} training samples, whose average prediction "
        f"is {explainer.base:.4f} ({explainer.units}).",
        f"Checked: average plus SHAP values differ from the prediction by at most {explanation.gap:.1e} ({explainer.units}).",
    ]


def _contributions(explainer: "Explainer", explanation: "Explanation", patches: np.ndarray) -> "Contributions":
    from ...core.explanation.contributions import Contributions

    return Contributions(
        explainer.model.factors,
        _centres(patches),
        explanation.contributions,
        explanation.predictions,
        explanation.base,
        explainer.log_odds,
    )


def _centres(patches: np.ndarray) -> np.ndarray:
    centre = patches.shape[-1] // 2
    return patches[:, :, centre, centre]


def _report(
    sampled: "Contributions", place: "Contributions", place_name: str, facts: list[str], top: int, feedback: Feedback
) -> Report:
    # drawing imports matplotlib, which must not be loaded when QGIS starts
    from ...core.explanation.explanation_report import explanation_report

    return explanation_report(sampled, place, place_name, facts, top, feedback.should_stop)


def _write_maps(
    stack: FactorStack, explainer: "Explainer", outputs: dict, record: Provenance, progress: Progress, feedback: Feedback
) -> None:
    from ...core.explanation.contribution_map import ContributionMaps

    factors = explainer.model.factors
    gaps = [0.0]

    def explain(patches: np.ndarray) -> np.ndarray:
        explanation = explainer.explain(patches, should_stop=feedback.should_stop)
        gaps.append(explanation.gap)
        return explanation.contributions

    maps = ContributionMaps(factors, explainer.units, outputs["OUTPUT"], outputs["DOMINANT"], record.metadata())
    dominance = maps.write(stack, explainer.model.window, explain, progress, feedback.should_stop)
    cells = int(dominance.sum())
    if cells == 0:
        raise InputError("FACTORS", stack.path, "has no cell with all factors of the model; check extents and nodata")
    feedback.info(f"Checked on {cells} cells: the gap is at most {max(gaps):.1e} ({explainer.units}).")
    for number in np.argsort(-dominance, kind="stable"):
        feedback.info(f"{factors[number].name} is dominant in {100 * dominance[number] / cells:.1f} % of the cells.")


def _write_styles(outputs: dict, sampled: "Contributions") -> None:
    from ...core.explanation.contribution_map import dominant_categories

    if outputs["DOMINANT"]:
        write_palette_style(outputs["DOMINANT"], dominant_categories(sampled.factors))
    if outputs["OUTPUT"]:
        band = int(sampled.ranking[0])
        reach = float(np.percentile(np.abs(sampled.shares[:, band]), 95)) or 1.0
        write_ramp_style(outputs["OUTPUT"], "contributions", -reach, reach, band)
