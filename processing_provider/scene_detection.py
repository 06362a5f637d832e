"""A detector at work on a whole scene: what the algorithms that detect and those that judge detectors have in common."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..core.detection.scene_input import SceneInput
from ..core.grid import Grid
from ..core.ground_scale import ground_cell_size
from ..core.progress import Progress, ShouldStop, part
from ..core.raster import Band, Raster, create_raster, open_raster
from ..core.vector import Features, check_polygons, on_grid
from .inputs import Inputs

if TYPE_CHECKING:
    from ..models.detection.detector import Detector

LEAST_CELLS = 9
"""A group of less than 3 × 3 cells has no shape to tell it from noise."""
PROBABILITY = Band("landslide_probability")


class SceneDetection:
    """One detector, one scene, and how to look."""

    def __init__(
        self,
        detector: "Detector",
        scene: SceneInput,
        threshold: float | None = None,
        least_area: float | None = None,
        overlap: float = 0.25,
        tile_size: int = 2048,
    ):
        """``threshold`` defaults to the model's own, ``least_area`` (m²) to LEAST_CELLS; ``overlap`` is the share of a window's
        side that neighbours see too, ``tile_size`` how many cells of a row are read together."""
        from ..core.detection.tiling import Tiling

        self._detector = detector
        self._scene = scene
        self._raster = scene.raster
        self._tile_size = tile_size
        self._tiling = Tiling(self._raster.grid.width, self._raster.grid.height, detector.chip_size, overlap)
        self.threshold = detector.threshold if threshold is None else threshold
        self.least_area = LEAST_CELLS * ground_cell_size(self._raster.grid) ** 2 if least_area is None else least_area

    def find(
        self, folder: Path, probability: Path | None, metadata: dict[str, str], progress: Progress, should_stop: ShouldStop
    ) -> Features:
        """Return the landslides as polygons; ``folder`` takes temporary rasters, ``probability`` a raster of probabilities."""
        find = self._find_instances if self._detector.is_instance else self._find_cells
        return find(folder, probability, metadata, progress, should_stop)

    def _find_cells(
        self, folder: Path, probability: Path | None, metadata: dict[str, str], progress: Progress, should_stop: ShouldStop
    ) -> Features:
        """Predict the probability of each cell and draw polygons around those over the threshold."""
        from ..core.detection.probability_polygons import probability_polygons
        from ..models.detection.scene import predict_probability

        path = probability or folder / "probability.tif"
        predicting, drawing = part(progress, 0.0, 0.9), part(progress, 0.9, 1.0)
        with create_raster(path, self._raster.grid, [PROBABILITY], metadata=metadata) as writer:
            predict_probability(
                self._detector, self._tiling, self._scene.read, writer.write, self._tile_size, predicting, should_stop
            )
        with open_raster(path, "PROBABILITY") as values:
            return probability_polygons(values, self.threshold, self.least_area, self._source, folder, drawing, should_stop)

    def _find_instances(
        self, folder: Path, probability: Path | None, metadata: dict[str, str], progress: Progress, should_stop: ShouldStop
    ) -> Features:
        """Find landslides one by one, draw a polygon around each, and map their scores."""
        from ..core.detection.instance_raster import write_numbers, write_scores
        from ..core.detection.polygons import CELLS, landslide_polygons
        from ..models.detection.scene import predict_instances

        predicting, mapping, drawing = part(progress, 0.0, 0.8), part(progress, 0.8, 0.9), part(progress, 0.9, 1.0)
        found = predict_instances(
            self._detector, self._tiling, self._scene.read, self.threshold, self._tile_size, predicting, should_stop
        )
        scores = [instance.score for instance in found]
        labels, grid = folder / "labels.tif", self._raster.grid
        with create_raster(labels, Grid("", CELLS, grid.width, grid.height), [Band("number")], "int32", None) as writer:
            write_numbers(found, grid, writer)
        if probability is not None:
            with (
                open_raster(labels) as numbers,
                create_raster(probability, grid, [PROBABILITY], metadata=metadata) as writer,
            ):
                write_scores(numbers, scores, lambda window: self._scene.read(window)[1], writer, mapping, should_stop)
        return landslide_polygons(str(labels), scores, grid, self.least_area, self._source, drawing, should_stop)

    @property
    def _source(self) -> str:
        return Path(self._raster.path).name


def area_to_search(inputs: Inputs, raster: Raster) -> Features | None:
    """Return the polygons of MASK on the grid of a scene; None for the whole scene."""
    features = inputs.features("MASK")
    if features is None:
        return None
    check_polygons(features, "MASK")
    return on_grid(features, raster.grid, "MASK")[0]
