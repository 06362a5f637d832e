"""landslide:createtrainingchips."""

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.atomic import whole_folder
from ...core.crs import check_north_up_grid
from ...core.detection.chip import SPLITS
from ...core.detection.chips import DESCRIPTION
from ...core.detection.scene_input import alpha_warning, collar_warning
from ...core.errors import InputError
from ...core.progress import part
from ...core.raster import Raster, open_raster
from ...core.vector import Features, check_polygons, on_grid, without_duplicates
from ...processing_provider.base_algorithm import LandslideAlgorithm
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.scene_detection import area_to_search

if TYPE_CHECKING:
    from ...core.detection.chip_creation import ChipCounts, ChipSource


class CreateTrainingChips(LandslideAlgorithm):
    """Cuts a scene and its mapped landslides into training chips."""

    NAME = "createtrainingchips"
    LABEL = "Create training chips"
    TAGS = ("tiles", "patches", "coco", "dataset", "annotation", "deep learning", "mask")
    PACKAGES = ("numpy", "pycocotools")
    SUMMARY = (
        "Cuts a scene with mapped landslides into square chips from which a detector learns, and splits them into training, "
        "validation and test chips.\n\n"
        "The split is by place: validation and test get territories of their own, no landslide has cells in two splits, and no "
        "cell of a chip is in a chip of another split. Chips across a border are left out; territories are drawn so that few "
        "are. Chips without landslides are added by Negatives per positive chip.\n\n"
        "The folder holds images (type, bands and nodata of the scene), masks (1 landslide, 0 not, 255 nodata), annotations in "
        "COCO format and dataset.json with the statistics of the training chips. The inventory may be in any coordinate "
        "reference system; invalid and 3-D geometries are repaired for the run, with a note in the log. Some hundred chips are "
        "written per second; Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("INPUT", "Scene"), "Image or other raster of 1 to 16 bands.")
        self.add_inventory(
            "Mapped landslides",
            "Polygons of the landslides visible in the scene. What is not mapped is learnt as not landslide.",
            points=False,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "MASK", "Mapped area", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons in which every landslide is mapped; cells outside teach nothing. The whole scene when left empty.",
        )
        self.add(
            QgsProcessingParameterBand("BANDS", "Bands", None, "INPUT", True, True),
            "Bands to take, in this order; all but a mask of transparency (alpha) when left empty.",
            advanced=True,
        )
        integer, double = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber("CHIP_SIZE", "Chip size (cells)", integer, 512, False, 16, 4096),
            "Side of a chip in cells: larger than most landslides, and smaller than a quarter of the scene, or few chips fit "
            "into three splits.",
        )
        self.add(
            QgsProcessingParameterNumber("STRIDE", "Stride (cells)", integer, None, True, 1, 4096),
            "Cells from one chip to the next; half the chip size when left empty.",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_COVER", "Least landslide cover", double, 0.0, False, 0.0, 1.0),
            "Share (0–1) of a chip's cells that must be landslide; chips with less are left out. 0 takes every chip with a "
            "landslide cell.",
        )
        self.add(
            QgsProcessingParameterNumber("NEGATIVE_RATIO", "Negatives per positive chip", double, 0.5, False, 0.0, 100.0),
            "How many chips without landslides to add for each chip with landslides.",
        )
        self.add(
            QgsProcessingParameterString("SPLIT", "Split (%)", "70,15,15"),
            "Percentages of chips for training, validation and test; reached as nearly as the territories allow.",
        )
        self.add_seed()
        self.add(QgsProcessingParameterFolderDestination("OUTPUT", "Chips"), "A new folder, or one of an earlier run.")
        for split, name in zip(SPLITS, ("training", "validation", "test"), strict=True):
            self.addOutput(QgsProcessingOutputNumber(f"{split.upper()}_COUNT", f"Number of {name} chips"))

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.chip_creation import write_chips
        from ...core.detection.chip_split import draw_split, split_shares

        record = self.provenance(inputs)
        output = inputs.output("OUTPUT")
        shares = split_shares(inputs.text("SPLIT"))
        size, seed = inputs.integer("CHIP_SIZE"), inputs.integer("SEED")
        stride = inputs.integer("STRIDE") or max(1, size // 2)
        with open_raster(inputs.raster("INPUT")) as raster, whole_folder(output, DESCRIPTION) as folder:
            source = self._source(inputs, raster, size, stride, feedback)
            least_cells = inputs.number("MIN_COVER") * size**2
            positive = _positive(source, least_cells)
            progress = part(feedback.progress, 0.1, 0.15)
            split = draw_split(source.layout, source.cells, positive, shares, seed, progress, feedback.should_stop)
            about = {
                "stride": stride,
                "source": raster.path,
                "inventory": source.features.source,
                "seed": seed,
                "min_cover": inputs.number("MIN_COVER"),
                "negative_ratio": inputs.number("NEGATIVE_RATIO"),
                "split": dict(zip(SPLITS, shares, strict=True)),
                "provenance": record.metadata()["LANDSLIDE_TOOLBOX"],
            }
            progress = part(feedback.progress, 0.15, 1.0)
            ratio = inputs.number("NEGATIVE_RATIO")
            counts = write_chips(
                folder, source, split, positive, least_cells, ratio, seed, about, progress, feedback.should_stop
            )
        _explain(counts, shares, feedback)
        return {"OUTPUT": str(output), **{f"{split.upper()}_COUNT": counts.splits[split].chips for split in SPLITS}}

    def _source(self, inputs: Inputs, raster: Raster, size: int, stride: int, feedback: Feedback) -> "ChipSource":
        from ...core.detection.chip_creation import ChipSource
        from ...core.detection.chip_layout import cells_in_chips, chip_layout

        check_north_up_grid(raster.grid, "INPUT", raster.path)
        bands = _bands(inputs, raster)
        area = area_to_search(inputs, raster)
        features, notes = _landslides(inputs, raster, area)
        feedback.notes([note for note in (*notes, alpha_warning(raster), collar_warning(raster, bands)) if note])
        layout = chip_layout(raster.grid.width, raster.grid.height, size, stride)
        progress = part(feedback.progress, 0.0, 0.1)
        cells = cells_in_chips(features, raster.grid, layout, progress, feedback.should_stop)
        if cells.all_touched.any():
            tiny = f"{cells.all_touched.sum()} of {len(features)} landslides"
            feedback.info(f"{tiny} cover no cell's centre; each counts every cell it touches.")
        return ChipSource(raster, bands, features, layout, cells, area)


def _bands(inputs: Inputs, raster: Raster) -> list[int]:
    bands = inputs.bands("BANDS") or raster.data_bands
    for band in bands:
        if not 0 <= band < raster.band_count:
            raise InputError("BANDS", band + 1, f"is not a band of {raster.path}; choose from 1 to {raster.band_count}")
    return bands


def _landslides(inputs: Inputs, raster: Raster, area: Features | None) -> tuple[Features, list[str]]:
    features = inputs.features("INVENTORY")
    check_polygons(features, "INVENTORY")
    features, repairs = on_grid(features, raster.grid, "INVENTORY")
    features, repeats = without_duplicates(features)
    if area is not None:
        places = area.shapes()
        mapped = [i for i, shape in enumerate(features.shapes()) if any(shape.Intersects(place) for place in places)]
        features = features.chosen(mapped)
        if len(features) == 0:
            raise InputError("MASK", area.source, "holds no landslide of INVENTORY; choose the area that was mapped")
    return features, repairs + repeats


def _positive(source: "ChipSource", least_cells: float) -> np.ndarray:
    landslide_cells = source.cells.per_chip(len(source.layout))
    positive = landslide_cells >= max(least_cells, 1)
    if not positive.any():
        size = source.layout.size
        raise InputError(
            "MIN_COVER",
            least_cells / size**2,
            f"leaves no chip: the fullest holds {landslide_cells.max(initial=0) / size**2:.4f} landslide; choose less",
        )
    return positive


def _explain(counts: "ChipCounts", shares: tuple[float, ...], feedback: Feedback) -> None:
    for name, share in zip(SPLITS, shares, strict=True):
        count = counts.splits[name]
        feedback.info(
            f"{name}: {count.chips} chips, {count.with_landslides} of them with {len(count.landslides)} landslides in all."
        )
        if share > 0 and count.with_landslides == 0:
            feedback.warn(f"No {name} chip fits into a territory of its own; choose a smaller CHIP_SIZE or STRIDE.")
    feedback.info(
        f"Left out: {counts.across_splits} chips across the border of two splits, {counts.below_cover} with less landslide "
        f"than MIN_COVER, {counts.without_data} whose landslides lie on nodata or outside the mapped area."
    )
