"""landslide:multicollinearity."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.factor import CONTINUOUS, Factor
from ...core.factor_stack import FactorStack, create_factor_stack, open_factor_stack
from ...core.progress import part, track
from ...core.susceptibility.samples import Samples, samples_from_features
from ...core.table import write_csv
from ...core.vector import Features, on_grid
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.analysis.collinearity_report import CollinearityResult
    from ...core.analysis.factor_samples import FactorSamples

ENCODINGS = ["factor", "as_is"]


class Multicollinearity(LandslideAlgorithm):
    """Says which factors repeat each other and which matter."""

    NAME = "multicollinearity"
    LABEL = "Multicollinearity"
    TAGS = ("factors", "vif", "tolerance", "correlation", "importance", "random forest", "selection", "cramer")
    PACKAGES = ("matplotlib", "scikit-learn", "scipy")
    SUMMARY = (
        "Finds factors that others already explain (variance inflation factor, tolerance, correlations), measures how much a "
        "random forest needs each factor to tell landslides from other cells, and selects factors: among those over the limit "
        "the least important is dropped, until none is over it.\n\n"
        "TABLE has one row per factor, REPORT adds the figures and every step of the selection, SELECTED are the names of the "
        "factors kept, and OUTPUT is the stack of these.\n\n"
        "Looks at training samples, or at landslide cells and as many others drawn from an inventory, at most 5,000 of each "
        "kind; takes half a minute. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"), 'The stack made by "Stack factors".')
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.SourceType.TypeVectorPoint], None, True),
            'Points made by "Sample points". Only training samples are looked at, so that test samples choose nothing.',
        )
        self.add_inventory("Landslides", "In place of samples: landslide cells and as many others are drawn.", optional=True)
        number = QgsProcessingParameterNumber
        self.add(
            number("VIF_LIMIT", "VIF limit", number.Type.Double, 10.0, False, 1.0),
            "Factors with a larger variance inflation factor are candidates to be dropped; 5 and 10 are usual.",
        )
        self.add_choice(
            "ENCODING",
            "Encoding",
            ENCODINGS,
            "factor",
            "factor: directions as sine and cosine, categories as one column each; as_is: every band as the numbers it holds, "
            "which is what many studies do and treats category numbers as amounts.",
            advanced=True,
        )
        self.add_seed()
        self.add_table("Table of factors", "One row per factor: VIF, tolerance, importance, and whether it was kept.")
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Reduced stack", None, True),
            "The stack with the factors kept, their values unchanged.",
        )
        self.add_report()
        self.addOutput(QgsProcessingOutputString("SELECTED", self.tr("Names of the factors kept, split by commas")))

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.analysis.collinearity_report import collinearity_report, collinearity_table

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT", "OUTPUT")}
        with open_factor_stack(inputs.raster("FACTORS"), "FACTORS") as stack:
            check_metric_grid(stack.grid, "FACTORS", stack.path)
            if len(stack.factors) < 2:
                raise InputError("FACTORS", stack.path, "has one factor; collinearity needs two or more")
            samples, notes = _samples(inputs, stack, feedback)
            for note in notes:
                feedback.info(note)
            result = _analysed(inputs, stack, samples, feedback)
            record.notes.extend(notes)
            for sentence in result.sentences():
                feedback.info(sentence)
            with together(*outputs.values()):
                if outputs["TABLE"]:
                    write_csv(outputs["TABLE"], collinearity_table(result))
                if outputs["REPORT"]:
                    report = collinearity_report(result, notes, feedback.should_stop)
                    report.write(outputs["REPORT"], record, part(feedback.progress, 0.8, 0.9))
                if outputs["OUTPUT"]:
                    _write_reduced(stack, result.selected, outputs["OUTPUT"], record.metadata(), feedback)
        return outputs_as_text(outputs) | {"SELECTED": ",".join(result.selected)}


def _samples(inputs: Inputs, stack: FactorStack, feedback: Feedback) -> tuple["FactorSamples", list[str]]:
    from ...core.analysis.factor_samples import factor_samples

    points, landslides = inputs.features("SAMPLES"), inputs.features("INVENTORY")
    if (points is None) == (landslides is None):
        problem = "is needed, or INVENTORY" if points is None else "is given and so is INVENTORY; leave one of the two out"
        raise InputError("SAMPLES", inputs.text_of_value("SAMPLES") or "none", f"{problem}; choose one of them")
    seed, notes = inputs.integer("SEED"), []
    if points is not None:
        parameter, source, samples = "SAMPLES", points.source, samples_from_features(points, stack.grid)
    else:
        parameter, source = "INVENTORY", landslides.source
        features, repairs = on_grid(landslides, stack.grid, "INVENTORY")
        samples, remarks = _drawn(stack, features, seed, feedback)
        notes += [*repairs, *remarks]
    progress = part(feedback.progress, 0.3, 0.4)
    found, left_out = factor_samples(stack, samples, parameter, source, seed, progress, feedback.should_stop)
    return found, [*notes, *left_out]


def _drawn(stack: FactorStack, features: Features, seed: int, feedback: Feedback) -> tuple[Samples, list[str]]:
    from ...core.susceptibility.sampling import draw_samples
    from ...core.susceptibility.sampling_design import SamplingDesign

    design = SamplingDesign(buffer=0.0, test_fraction=0.0, folds=1, seed=seed)
    samples, remarks, warnings = draw_samples(stack, features, design, part(feedback.progress, 0, 0.3), feedback.should_stop)
    return samples, [*remarks[:2], *warnings]


def _analysed(inputs: Inputs, stack: FactorStack, samples: "FactorSamples", feedback: Feedback) -> "CollinearityResult":
    from ...core.analysis.collinearity import Collinearity, select_factors
    from ...core.analysis.collinearity_report import CollinearityResult
    from ...core.analysis.factor_samples import held_out
    from ...models.susceptibility.encoding import FactorEncoder
    from ...models.susceptibility.factor_importance import forest_importance, gini_importance

    seed, limit, should_stop = inputs.integer("SEED"), inputs.number("VIF_LIMIT"), feedback.should_stop
    factors = stack.factors
    if inputs.choice("ENCODING") == "as_is":
        factors = [Factor(factor.name, CONTINUOUS, factor.units) for factor in factors]
    encoder = FactorEncoder.fit(factors, samples.values)
    table, owner = encoder.encode_table(samples.values), np.array(encoder.column_factor)
    collinearity = Collinearity([table[:, owner == index] for index in range(len(factors))])
    _check_factors(stack, collinearity.degrees_of_freedom, len(samples.values))
    progress = part(feedback.progress, 0.4, 0.7)
    test = held_out(samples, seed)
    importance = forest_importance(factors, samples.values, samples.landslide, test, seed, progress, should_stop)
    feedback.info(f"Random forest on {int((~test).sum()):,} samples: AUC {importance.auc:.3f} on {int(test.sum()):,} held out.")

    def importance_of(kept: list[int]) -> np.ndarray:
        feedback.progress(0.7, "Selecting factors")
        these = [factors[index] for index in kept]
        return gini_importance(these, samples.values[:, kept], samples.landslide, seed, should_stop=should_stop)

    kept, steps = select_factors(collinearity, limit, importance_of)
    measured = (importance.gini, importance.permutation, importance.spread, importance.auc)
    return CollinearityResult(factors, samples.values, collinearity.degrees_of_freedom, steps, kept, *measured, limit)


def _check_factors(stack: FactorStack, degrees_of_freedom: list[int], sample_count: int) -> None:
    constant = [name for name, count in zip(stack.names, degrees_of_freedom, strict=True) if count == 0]
    if constant:
        raise InputError(
            "FACTORS",
            stack.path,
            f"holds {', '.join(constant)}, which has one value at all samples and explains nothing; "
            'leave it out with "Stack factors"',
        )
    if sample_count <= sum(degrees_of_freedom) + 1:
        raise InputError(
            "FACTORS",
            stack.path,
            f"has {sum(degrees_of_freedom)} columns and there are {sample_count} samples; choose more samples or fewer factors",
        )


def _write_reduced(stack: FactorStack, names: list[str], path: Path, metadata: dict[str, str], feedback: Feedback) -> None:
    factors = [stack.factors[index] for index in stack.index(names)]
    progress = part(feedback.progress, 0.9, 1.0)
    with create_factor_stack(path, stack.grid, factors, metadata) as writer:
        windows = stack.grid.windows()
        for window in track(windows, stack.grid.window_count(), "Writing the reduced stack", progress, feedback.should_stop):
            writer.write(stack.read(window, names), window)
