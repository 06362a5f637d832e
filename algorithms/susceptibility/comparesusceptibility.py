"""landslide:comparesusceptibility."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.crs import check_metric_grid
from ...core.errors import InputError
from ...core.factor_stack import FactorStack, check_same_factors, open_factor_stack
from ...core.names import listed, names_of_files
from ...core.progress import Progress, ShouldStop, part, stop_if_asked
from ...core.susceptibility.patches import check_window_fits, read_patches
from ...core.susceptibility.samples import Samples, samples_from_features
from ...core.table import write_csv
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.inventory import add_landslide_cells, read_landslide_cells

if TYPE_CHECKING:
    from ...core.provenance import Provenance
    from ...core.susceptibility.evaluation import Evaluation
    from ...core.susceptibility.landslide_cells import LandslideCells
    from ...core.susceptibility.map_comparison import ComparedMap
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
        "With MAPS every model is also applied to the whole stack, and the maps are compared: the area of each class (natural "
        "breaks) and, with an inventory, its landslides and frequency ratio side by side, and how scattered each map is (share "
        "of neighbouring cells of another class, patches per square kilometre, Moran's I).\n\n"
        "Samples take seconds, longer for networks; maps take as long as Apply susceptibility model for each model. Cancelling "
        "writes nothing."
    )

    def define(self) -> None:
        self.add_model(
            "MODELS",
            "Models",
            "susceptibility",
            "Two or more model files written by Train susceptibility model.",
            several=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("FACTORS", "Factor stack"),
            "A stack with the factors of all models, found by name.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", [QgsProcessing.SourceType.TypeVectorPoint]),
            "Points drawn with Sample points, best with a test part that no model has seen.",
        )
        self._define_maps()
        self.heading("")
        self.add_device()
        self.add_seed()
        self.add_table("Metrics", "One row per model and way of choosing the threshold.", optional=False)
        self.add(
            QgsProcessingParameterFileDestination("MAP_TABLE", "Comparison of the maps", "CSV files (*.csv)", None, True),
            "One row per model: how scattered its map is, and area, landslides and frequency ratio of each class.",
        )
        self.add_report()

    def _define_maps(self) -> None:
        self.heading("Maps")
        self.add(
            QgsProcessingParameterBoolean("MAPS", "Compare the maps too", True),
            "Apply every model to the whole stack and compare classes and scatter; switch it off for a quick look at the "
            "metrics alone.",
        )
        self.add_inventory(
            "Landslides",
            "Landslides to count in the classes of each map; best those that no model was trained on.",
            optional=True,
            hints={"only_with": ("MAPS", True)},
        )
        number = QgsProcessingParameterNumber
        self.add(
            number("CLASSES", "Number of classes", number.Type.Integer, 5, False, 2, 20),
            "Classes of each map.",
            advanced=True,
            hints={"only_with": ("MAPS", True)},
        )
        add_landslide_cells(self, {"only_with": ("MAPS", True)})

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.susceptibility.comparison_report import comparison_report, pairs_table
        from ...core.susceptibility.evaluation import metrics_table
        from ...core.susceptibility.map_comparison import maps_table

        record = self.provenance(inputs)
        outputs = {name: inputs.output(name) for name in ("TABLE", "MAP_TABLE", "REPORT")}
        models = _models(inputs)
        record.device = ", ".join(sorted({str(model.device) for model in models.values()}))
        with open_factor_stack(inputs.raster("FACTORS")) as stack:
            for model in models.values():
                check_same_factors(stack, model.factors)
                check_window_fits(stack.grid, model.window, "MODELS")
            landslides = _landslides(inputs, stack, outputs["MAP_TABLE"], feedback, record)
            samples, notes = _samples(inputs, stack)
            share = 0.1 if inputs.flag("MAPS") else 0.9
            progress = part(feedback.progress, 0, share)
            evaluations, left_out = _evaluations(models, stack, samples, inputs.integer("SEED"), progress, feedback.should_stop)
            maps = _maps(models, stack, landslides, inputs, part(feedback.progress, share, 0.9), feedback)
        notes += left_out + _notes_on_cells(models, stack)
        feedback.notes(notes)
        record.notes += notes
        for evaluation in evaluations:
            low, high = evaluation.interval
            feedback.info(f"{evaluation.title}: AUC {evaluation.curve.area:.3f} ({low:.3f}–{high:.3f}).")
        for first, second, difference, _, p, by_landslide, _, _, mcnemar_p, _ in pairs_table(evaluations).rows:
            together_p = "no p" if by_landslide is None else f"{by_landslide:.3g}"
            feedback.info(
                f"{first} − {second}: {difference:+.3f}, p = {p:.3g} (DeLong), {together_p} (DeLong by landslide), "
                f"{mcnemar_p:.3g} (McNemar)."
            )
        for one in maps:
            scatter = one.scatter
            feedback.info(
                f"Map of {one.name}: {100 * scatter.changing:.1f} % of neighbours differ in class, "
                f"{scatter.patches_per_km2:.3g} patches per km², Moran's I {scatter.morans_i:.3f}."
            )
        with together(*outputs.values()):
            write_csv(outputs["TABLE"], metrics_table(evaluations))
            if outputs["MAP_TABLE"]:
                write_csv(outputs["MAP_TABLE"], maps_table(maps))
            if outputs["REPORT"]:
                report = comparison_report(evaluations, maps, notes, feedback.should_stop)
                report.write(outputs["REPORT"], record, part(feedback.progress, 0.9, 1.0))
        return outputs_as_text(outputs)


def _models(inputs: Inputs) -> "dict[str, SusceptibilityModel]":
    """Return the models by file name, or by path where names are alike."""
    from ...models.susceptibility.stored_model import load_susceptibility_model

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
    models: "dict[str, SusceptibilityModel]",
    stack: FactorStack,
    samples: Samples,
    seed: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> "tuple[list[Evaluation], list[str]]":
    """Return an evaluation per model on the samples that every model can score, and a note of the others."""
    import numpy as np

    from ...core.susceptibility.evaluation import Evaluation

    rows, columns = stack.grid.cells_at(samples.x, samples.y)
    scores: list[np.ndarray] = []
    unknown: dict[str, set[float]] = {}
    for place, model in enumerate(models.values()):
        report = part(progress, place / len(models), (place + 1) / len(models))
        patches = read_patches(stack, rows, columns, model.window, model.encoder.names, report, should_stop)
        scores.append(model.predict_patches(patches))
        middle = model.window // 2
        for factor, categories in model.encoder.unknown_categories(patches[:, :, middle, middle].T).items():
            unknown.setdefault(factor, set()).update(categories)
        stop_if_asked(should_stop)
    common = np.isfinite(scores).all(axis=0)
    chosen = samples.chosen(common)
    if len(np.unique(chosen.landslide)) < 2:
        raise InputError(
            "SAMPLES",
            f"{len(chosen)} usable points",
            'lacks landslides or cells without on this stack; draw samples with "Sample points"',
        )
    notes = [] if common.all() else [f"{int((~common).sum())} of {len(samples)} samples lack a factor and were left out."]
    for factor, categories in unknown.items():
        notes.append(f"{factor} has categories at samples that a model never saw and takes for unknown: {listed(categories)}.")
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


def _notes_on_cells(models: "dict[str, SusceptibilityModel]", stack: FactorStack) -> list[str]:
    """Return what there is to say about the size of the stack's cells, each sentence once."""
    return list(dict.fromkeys(note for model in models.values() for note in model.notes_on_cells(stack.grid.cell_width)))


def _landslides(
    inputs: Inputs, stack: FactorStack, map_table: Path | None, feedback: Feedback, record: "Provenance"
) -> "LandslideCells | None":
    if not inputs.flag("MAPS"):
        if map_table:
            raise InputError("MAP_TABLE", map_table, "needs the maps, and MAPS is off; switch MAPS on or leave the table out")
        if inventory := inputs.text_of_value("INVENTORY"):
            feedback.warn(f"INVENTORY ({inventory}) does not count without the maps; switch MAPS on to use it.")
        return None
    check_metric_grid(stack.grid, "FACTORS", stack.path)
    return read_landslide_cells(inputs, stack.grid, feedback, record)


def _maps(
    models: "dict[str, SusceptibilityModel]",
    stack: FactorStack,
    landslides: "LandslideCells | None",
    inputs: Inputs,
    progress: Progress,
    feedback: Feedback,
) -> "list[ComparedMap]":
    """Return a comparison of the maps of all models, none without MAPS; each map lies on disk only while it is looked at."""
    from ...core.susceptibility.map_comparison import compared_map
    from ...core.susceptibility.prediction import Beside, write_susceptibility

    if not inputs.flag("MAPS"):
        return []
    maps, stop, classes = [], feedback.should_stop, inputs.integer("CLASSES")
    for place, (name, model) in enumerate(models.items()):
        share = part(progress, place / len(models), (place + 1) / len(models))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "map.tif"
            write_susceptibility(path, stack, model.encoder.names, model, {}, Beside(), part(share, 0.0, 0.8), stop)
            maps.append(compared_map(name, path, classes, landslides, part(share, 0.8, 1.0), stop))
    if landslides is not None and maps[0].landslide_cells.sum() == 0:
        source = landslides.features.source
        raise InputError("INVENTORY", source, "has no landslide where the maps have values; choose the inventory of this area")
    return maps
