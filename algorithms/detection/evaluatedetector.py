"""landslide:evaluatedetector."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.detection.chip import SPLITS
from ...core.detection.chips import open_chips
from ...core.detection.scene_input import SceneInput, bands_for_model, scene_warnings
from ...core.errors import InputError
from ...core.ground_scale import ground_cell_size
from ...core.names import names_of_files
from ...core.progress import Progress, part
from ...core.raster import Raster, open_raster
from ...core.table import write_csv
from ...core.vector import Features, check_polygons, on_grid, without_duplicates
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.scene_detection import LEAST_CELLS, SceneDetection, area_to_search

if TYPE_CHECKING:
    from ...core.detection.evaluation_report import EvaluationRecord
    from ...core.detection.scene_judging import SceneJudgement
    from ...models.detection.detector import Detector

EXAMPLES = 5
NO_LANDSLIDE = "shows no landslide in {}; choose another split, or other chips"
NUMBERS = {
    "AP_BOX": "COCO AP of boxes",
    "AP50_BOX": "COCO AP of boxes at IoU 0.5",
    "AP75_BOX": "COCO AP of boxes at IoU 0.75",
    "AR_BOX": "COCO AR of boxes",
    "AP_MASK": "COCO AP of masks",
    "AP50_MASK": "COCO AP of masks at IoU 0.5",
    "AP75_MASK": "COCO AP of masks at IoU 0.75",
    "AR_MASK": "COCO AR of masks",
    "OBJECT_PRECISION": "Precision of landslides at mask IoU 0.5",
    "OBJECT_RECALL": "Recall of landslides at mask IoU 0.5",
    "OBJECT_F1": "F1 of landslides at mask IoU 0.5",
    "LANDSLIDE_RECALL": "Share of landslides of which half the area was mapped",
    "AREA_OMISSION": "Mean share of a landslide's area not mapped",
    "ACCURACY": "Accuracy of cells",
    "PRECISION": "Precision of cells",
    "RECALL": "Recall of cells",
    "F1": "F1 of cells",
    "KAPPA": "Kappa of cells",
    "IOU": "IoU of cells",
    "MEAN_IOU": "Mean IoU of cells",
    "AVERAGE_PRECISION": "Average precision of cells",
}


class EvaluateDetector(LandslideAlgorithm):
    """Says how good detectors are, on chips or on a mapped scene."""

    NAME = "evaluatedetector"
    LABEL = "Evaluate detector"
    TAGS = ("accuracy", "validation", "iou", "kappa", "average precision", "coco", "compare", "precision recall")
    PACKAGES = ("numpy", "scipy", "torch", "torchvision", "safetensors", "pycocotools", "matplotlib")
    SUMMARY = (
        "Says how good one or several detectors are: on the chips of a split, or on a scene whose landslides have been mapped. "
        "All are judged by the same data, side by side in one table.\n\n"
        "Cells: accuracy, precision, recall, F1, kappa, IoU, mean IoU, and average precision over all thresholds. Landslides "
        "one by one: COCO's AP, AP50, AP75 and AR for masks and boxes, and precision, recall and F1 at IoU 0.5. True "
        "landslides: how many were found at least by half, and the share of their area that was missed. The report adds "
        "curves of precision and recall, confusions, what was missed by size of the landslide, and pictures.\n\n"
        f"A network that maps cells finds groups of {LEAST_CELLS} or more cells over the threshold, with their mean "
        "probability as score. In a scene the polygons are judged that Detect landslides would draw, and only where the scene "
        "has data; AP knows no landslide below the threshold there.\n\n"
        "The numbers are honest on data that chose nothing: the test chips of the training, or a scene from elsewhere. It "
        "takes as long as detecting; Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add_model("MODEL", "Models", "detection", "One or several model files from Train detector.", several=True)
        self.heading("Judge on chips")
        self.add(
            QgsProcessingParameterFile("CHIPS", "Chips", QgsProcessingParameterFile.Behavior.Folder, optional=True),
            "Folder of chips, or COCO data set, to judge by; or give a scene and its inventory.",
        )
        self.add_choice(
            "SPLIT", "Split", list(SPLITS), "test", "Which of the chips: those of training and validation flatter the detector."
        )
        self.heading("Or judge on a mapped scene")
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", "Scene", None, True),
            "Scene to judge by, with its inventory, in place of chips.",
        )
        self.add_inventory(
            "Inventory of the scene", "All landslides of the scene, or of the area to judge.", optional=True, points=False
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "MASK", "Area to judge", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons in which the inventory is complete; the whole scene when left empty.",
            advanced=True,
        )
        self.heading("")
        self.add(
            QgsProcessingParameterNumber(
                "THRESHOLD", "Threshold", QgsProcessingParameterNumber.Type.Double, None, True, 0.0, 1.0
            ),
            "Probability (0–1), for Mask R-CNN the score, from which on it is landslide; each model's own when left empty.",
            advanced=True,
        )
        self.add_device()
        self.add_table("Measures", "One row per model, one column per measure.", optional=False)
        self.add_report()
        for name, label in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(name, f"{label}, first model"))

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.evaluation_report import evaluation_report, measures_table
        from ...models.detection.detector import load_detector

        record = self.provenance(inputs, inputs.choice("DEVICE"))
        outputs = {name: inputs.output(name) for name in ("TABLE", "REPORT")}
        judge = _judge_of(inputs)
        device = inputs.choice("DEVICE")
        detectors = {name: load_detector(path, device) for name, path in names_of_files(inputs.files("MODEL")).items()}
        record.device = str(next(iter(detectors.values())).device)
        judged = judge(inputs, detectors, feedback)
        feedback.notes(judged.warnings)
        record.notes.extend(judged.warnings)
        table = measures_table(judged.models)
        for row in table.rows:
            values = dict(zip(table.columns, row, strict=True))
            feedback.info(
                f"{row[0]}: IoU {values['iou']:.3f}, F1 {values['f1']:.3f}, kappa {values['kappa']:.3f}, mask AP50 "
                f"{values['ap50_mask']:.3f}, {values['landslide_recall']:.0%} of the landslides found."
            )
        with together(*outputs.values()):
            write_csv(outputs["TABLE"], table)
            if outputs["REPORT"]:
                evaluation_report(judged, feedback.should_stop).write(
                    outputs["REPORT"], record, part(feedback.progress, 0.95, 1.0)
                )
        first = dict(zip(table.columns, table.rows[0], strict=True))
        return {**outputs_as_text(outputs), **{name: first[name.lower()] for name in NUMBERS}}


def _judge_of(inputs: Inputs) -> "Callable[[Inputs, dict[str, Detector], Feedback], EvaluationRecord]":
    """Return the function that judges by what was given: chips, or a scene with an inventory."""
    chips, scene, inventory = (inputs.text_of_value(name) for name in ("CHIPS", "INPUT", "INVENTORY"))
    if chips and (scene or inventory):
        raise InputError("CHIPS", chips, "cannot be used together with a scene (INPUT, INVENTORY); clear one of them")
    if chips:
        return _judge_by_chips
    if not scene:
        raise InputError("CHIPS", "", "is not given; choose a folder of chips, or a scene (INPUT) and its INVENTORY")
    if not inventory:
        raise InputError("INVENTORY", "", "is not given; choose the mapped landslides of the scene")
    return _judge_by_scene


def _shares(detectors: "dict[str, Detector]", progress: Progress) -> "Iterator[tuple[str, Detector, Progress]]":
    """Yield name, detector and its share of the progress bar."""
    for place, (name, detector) in enumerate(detectors.items()):
        yield name, detector, part(progress, 0.95 * place / len(detectors), 0.95 * (place + 1) / len(detectors))


def _judge_by_chips(inputs: Inputs, detectors: "dict[str, Detector]", feedback: Feedback) -> "EvaluationRecord":
    from ...core.detection.chips_for_model import ChipsForModel
    from ...core.detection.evaluation_report import EvaluationRecord, JudgedModel
    from ...models.detection.examples import example_predictions
    from ...models.detection.judging import judge_on_chips
    from ...models.detection.training_data import KeptChips

    chips = open_chips(inputs.file("CHIPS"), "CHIPS", part(feedback.progress, 0.0, 0.02), feedback.should_stop)
    feedback.notes(chips.notes)
    split = inputs.choice("SPLIT")
    names = chips.names(split)
    if not names:
        raise InputError("SPLIT", split, f"has no chips in {chips.folder}; choose another split, or other chips")
    if not chips.landslide_count(split):
        raise InputError("SPLIT", split, NO_LANDSLIDE.format(chips.folder))
    views = {name: KeptChips(ChipsForModel(chips, detector.bands)) for name, detector in detectors.items()}
    models, chosen = {}, inputs.number("THRESHOLD")
    for name, detector, progress in _shares(detectors, feedback.progress):
        kept, threshold, stop = views.pop(name), detector.threshold if chosen is None else chosen, feedback.should_stop
        judgement = judge_on_chips(detector, kept, names, threshold, LEAST_CELLS, progress, stop)
        if not judgement.landslides.landslides:  # outlined, but where the pictures have no data
            raise InputError("SPLIT", split, NO_LANDSLIDE.format(chips.folder))
        examples = example_predictions(detector, kept, names, EXAMPLES, stop) if inputs.output("REPORT") else ()
        models[name] = JudgedModel(detector.card["architecture"], detector.bands, judgement, examples)
    warnings = []
    for name, detector in detectors.items():
        data = detector.card.get("training", {}).get("data", {})
        if data == chips.description and split != "test":
            warnings.append(f"{name} was trained with the {split} chips, which flatters it.")
        elif data != chips.description and data.get("source") == chips.description.get("source"):
            warnings.append(f"{name} learnt from other chips of the same scene, which may show the same landslides.")
    area = None if chips.cell_size is None else chips.cell_size**2
    return EvaluationRecord(models, f"{len(names)} {split} chips", area, warnings)


def _judge_by_scene(inputs: Inputs, detectors: "dict[str, Detector]", feedback: Feedback) -> "EvaluationRecord":
    from ...core.detection.evaluation_report import EvaluationRecord, JudgedModel
    from ...core.detection.scene_picture import scene_picture

    with open_raster(inputs.raster("INPUT")) as raster:
        check_north_up_grid(raster.grid, "INPUT", raster.path)
        truth, warnings = _landslides(inputs, raster)
        area = area_to_search(inputs, raster)
        bands = {name: bands_for_model(raster, detector.bands, None) for name, detector in detectors.items()}
        models = {}
        for name, detector, progress in _shares(detectors, feedback.progress):
            warnings += scene_warnings(raster, bands[name], detector.cell_size)
            detection = SceneDetection(detector, SceneInput(raster, bands[name], area), inputs.number("THRESHOLD"))
            judged = _judged(detection, truth, progress, feedback)
            models[name] = JudgedModel(detector.card["architecture"], detector.bands, judged.counts, (), judged.outcomes)
            if detector.card.get("training", {}).get("data", {}).get("source") == raster.path:
                warnings.append(f"{name} learnt from this scene, which flatters it.")
            if judged.without_data:
                lost = f"{judged.without_data} of {len(truth)} landslides"
                warnings.append(f"{lost} lie where nothing is judged and do not count.")
        picture = scene_picture(raster, feedback.should_stop) if inputs.output("REPORT") else None
    cell_area = ground_cell_size(raster.grid) ** 2
    return EvaluationRecord(models, f"the scene {Path(raster.path).name}", cell_area, list(dict.fromkeys(warnings)), picture)


def _judged(detection: SceneDetection, truth: Features, progress: Progress, feedback: Feedback) -> "SceneJudgement":
    """Detect and judge; the map of probabilities is gone afterwards."""
    from ...core.detection.scene_judging import judge_scene

    stop = feedback.should_stop
    with TemporaryDirectory(prefix="landslides_") as folder:
        probability = Path(folder) / "scene_probability.tif"
        found = detection.find(Path(folder), probability, {}, part(progress, 0.0, 0.8), stop)
        with open_raster(probability) as values:
            return judge_scene(values, found, truth, detection.threshold, part(progress, 0.8, 1.0), stop)


def _landslides(inputs: Inputs, raster: Raster) -> tuple[Features, list[str]]:
    features = inputs.features("INVENTORY")
    check_polygons(features, "INVENTORY")
    features, repairs = on_grid(features, raster.grid, "INVENTORY")
    features, repeats = without_duplicates(features)
    return features, repairs + repeats
