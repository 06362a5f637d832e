"""A detector as ONNX, with the metadata from which the QGIS plugin Deepness sets itself up.

Deepness (https://qgis-plugin-deepness.readthedocs.io, "Adding metadata to ONNX model") divides band values by 255, subtracts
``standardization_mean``, divides by ``standardization_std`` and shows the network square tiles. It has read these two keys only
since version 0.6.0, so the detector's own normalisation is part of the exported network, and they change nothing.
"""

import json
import os
import warnings

import torch
from torch import nn

from ...core.atomic import whole_file
from ...core.progress import ShouldStop, stop_if_asked
from .detector import Detector
from .networks import ARCHITECTURES
from .normalisation import Normalisation

DIVISOR = 255.0
"""By which Deepness divides band values of every type."""
OPSET = 17
OVERLAP = 25
"""Per cent of a tile that neighbours see too, as in Detect landslides."""
SMALLEST_SEGMENT = 3
"""Cells a side below which a group of cells is taken for noise, as in Detect landslides."""


class ExportedDetector(nn.Module):
    """A detector that maps cells, from band values divided by 255 to the probability of landslide."""

    def __init__(self, detector: Detector):
        super().__init__()
        normalisation = Normalisation(detector.statistics)
        self.register_buffer("mean", normalisation.mean / DIVISOR)
        self.register_buffer("deviation", normalisation.deviation / DIVISOR)
        self.network = detector.network.cpu().to(memory_format=torch.contiguous_format)
        self.side = detector.chip_size
        self.missing = -self.side % ARCHITECTURES[detector.card["architecture"]].multiple

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        """Return float32 (n, 1, side, side) for tiles (n, bands, side, side); NaN counts as the mean, as in ``Detector``."""
        values = ((tiles - self.mean) / self.deviation).nan_to_num(nan=0.0, posinf=0.0, neginf=0.0)
        if self.missing:
            values = nn.functional.pad(values, (0, self.missing, 0, self.missing))
        probability = torch.sigmoid(self.network(values)).unsqueeze(1)
        return probability[..., : self.side, : self.side] if self.missing else probability


def export_onnx(detector: Detector, path: str | os.PathLike, should_stop: ShouldStop) -> None:
    """Write a detector that maps cells as ONNX, whole or not at all; the number of tiles in a batch is left open."""
    import onnx

    network = ExportedDetector(detector).eval()
    example = torch.zeros(1, len(detector.bands), network.side, network.side)
    stop_if_asked(should_stop)
    with whole_file(path) as temporary, torch.no_grad(), warnings.catch_warnings():
        # dynamo=True, which torch recommends, needs one more package
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (example,),
            str(temporary),
            dynamo=False,
            opset_version=OPSET,
            input_names=["bands"],
            output_names=["landslide"],
            dynamic_axes={"bands": {0: "batch"}, "landslide": {0: "batch"}},
        )
        stop_if_asked(should_stop)
        model = onnx.load(str(temporary))
        onnx.helper.set_model_props(model, metadata(detector))
        onnx.checker.check_model(model)
        onnx.save(model, str(temporary))


def metadata(detector: Detector) -> dict[str, str]:
    """Return what Deepness reads, and the model card: each value as JSON."""
    bands = len(detector.bands)
    values = {
        "model_type": "Segmentor",
        "class_names": {"0": "background", "1": "landslide"},
        "tile_size": detector.chip_size,
        "tiles_size": detector.chip_size,  # what the documentation calls it
        "tiles_overlap": OVERLAP,
        "standardization_mean": [0.0] * bands,
        "standardization_std": [1.0] * bands,
        "seg_thresh": detector.threshold,
        "seg_small_segment": SMALLEST_SEGMENT,
        "landslide_toolbox": detector.card,
    }
    if detector.cell_size is not None:
        values["resolution"] = 100 * detector.cell_size  # centimetres
    return {name: json.dumps(value) for name, value in values.items()}
