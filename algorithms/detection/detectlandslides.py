"""landslide:detectlandslides."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.detection.polygons import EXAMPLE
from ...core.detection.scene_input import SceneInput, bands_for_model, scene_warnings
from ...core.raster import open_raster
from ...core.style import write_style
from ...core.vector import write_features
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.scene_detection import LEAST_CELLS, SceneDetection, area_to_search


class DetectLandslides(LandslideAlgorithm):
    """Finds the landslides in a scene with a trained detector."""

    NAME = "detectlandslides"
    LABEL = "Detect landslides"
    TAGS = ("inventory", "deep learning", "segmentation", "mask r-cnn", "u-net", "prediction", "mapping")
    PACKAGES = ("numpy", "scipy", "torch", "torchvision", "safetensors")
    SUMMARY = (
        "Finds the landslides in a scene with a model from Train detector and draws them as polygons.\n\n"
        "Each polygon has a score (mean probability of its cells), area_m2, perimeter_m, length_m and width_m (sides of the "
        "smallest rectangle around it), class and source. Outlines are simplified by at most half a cell. Cells without data "
        "never become landslide.\n\n"
        "The network looks at overlapping windows of the size of its training chips, and predictions blend where windows "
        "overlap, so the result does not depend on Cells read together. Bands are matched by name where scene and model "
        "have names, otherwise by order, and normalised with the statistics of the training chips.\n\n"
        "About one to five million cells a minute on two processor cores, a hundred times that on a GPU; memory does not grow "
        "with the scene. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("INPUT", "Scene"), "Image with the bands the model was trained on.")
        self.add_model("MODEL", "Model", "detection", "Model file from Train detector.")
        integer, double = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber("THRESHOLD", "Threshold", double, None, True, 0.0, 1.0),
            "Probability (0–1) from which a cell is landslide; for Mask R-CNN the least score of a landslide. The model's own, "
            "chosen on its validation chips, when left empty.",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_AREA", "Least area (m²)", double, None, True, 0.0),
            f"Smaller landslides are left out; {LEAST_CELLS} cells when left empty.",
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "MASK", "Area to search", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons outside of which no landslides are looked for; the whole scene when left empty.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM", None, True),
            "Heights in metres; gives each landslide slope_deg (mean), aspect_deg (mean direction) and relief_m.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBand("BANDS", "Bands", None, "INPUT", True, True),
            "Bands of the scene that play the model's bands, in the model's order; found by name or order when left empty.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("TILE_SIZE", "Cells read together", integer, 2048, False, 16, 65536),
            "How many cells of a row are read and computed together: more can be faster on a GPU and takes more memory. The "
            "result stays the same.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("OVERLAP", "Overlap of windows", double, 0.25, False, 0.0, 0.75),
            "Share (0–0.75) of a window's side that neighbours see too: more hides the windows' edges better and takes longer.",
            advanced=True,
        )
        self.add_device()
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", "Landslides", QgsProcessing.SourceType.TypeVectorPolygon),
            "The landslides found.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("PROBABILITY", "Landslide probability", None, True, False),
            "Probability of landslide in each cell, nodata where the scene has none or outside the area to search.",
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", "Number of landslides"))

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.terrain_under import with_terrain
        from ...core.terrain.dem import open_dem
        from ...models.detection.detector import load_detector

        record = self.provenance(inputs)
        output, probability = inputs.output("OUTPUT"), inputs.output("PROBABILITY")
        with ExitStack() as stack:
            raster = stack.enter_context(open_raster(inputs.raster("INPUT")))
            check_north_up_grid(raster.grid, "INPUT", raster.path)
            heights = inputs.raster("DEM")
            dem = None if heights is None else stack.enter_context(open_dem(heights, feedback.should_stop))
            detector = load_detector(inputs.file("MODEL"), inputs.choice("DEVICE"))
            record.device = str(detector.device)
            bands = bands_for_model(raster, detector.bands, inputs.bands("BANDS"))
            scene = SceneInput(raster, bands, area_to_search(inputs, raster))
            feedback.notes(scene_warnings(raster, bands, detector.cell_size))
            stack.enter_context(together(output, probability))
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="landslides_")))
            options = {"overlap": inputs.number("OVERLAP"), "tile_size": inputs.integer("TILE_SIZE")}
            detection = SceneDetection(detector, scene, inputs.number("THRESHOLD"), inputs.number("MIN_AREA"), **options)
            feedback.info(f"Threshold {detection.threshold:.3g}, least area {detection.least_area:.4g} m².")
            found = detection.find(folder, probability, record.metadata(), feedback.progress, feedback.should_stop)
            if dem is not None:
                found = with_terrain(found, dem, should_stop=feedback.should_stop)
            write_features(output, found, "landslides", record.metadata(), like=EXAMPLE)
            write_style(output, "inventory")
            if probability is not None:
                write_style(probability, "probability")
        feedback.info(f"{len(found)} landslides, {sum(found.attributes['area_m2']) / 1e6:.4g} km² in all.")
        return {**outputs_as_text({"OUTPUT": output, "PROBABILITY": probability}), "COUNT": len(found)}
