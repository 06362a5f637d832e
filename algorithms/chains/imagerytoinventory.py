"""landslide:imagerytoinventory."""

from ...processing_provider.chain import Chain, packages_of
from ..detection.cleaninventory import CleanInventory
from ..detection.createtrainingchips import CreateTrainingChips
from ..detection.detectlandslides import DetectLandslides
from ..detection.traindetector import TrainDetector
from ..factors.terrainfactors import TerrainFactors
from .detection_inputs import take_detecting_and_cleaning


class ImageryToInventory(Chain):
    """Learns from the landslides mapped in a part of a scene and maps the rest."""

    NAME = "imagerytoinventory"
    LABEL = "Imagery to inventory"
    TAGS = ("chain", "model", "workflow", "detection", "mapping", "deep learning", "training")
    PACKAGES = packages_of(CreateTrainingChips, TrainDetector, DetectLandslides, TerrainFactors, CleanInventory)
    SUMMARY = (
        "Maps the landslides of a scene from those mapped in a part of it: cuts training chips, trains a detector, detects "
        "landslides in the whole scene, and takes out what is probably none.\n\n"
        "With a DEM the landslides get slope, aspect and relief, and those on gentle ground go. Everything else is as in the "
        "algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be "
        "changed there: resources/chains/imagerytoinventory.model3 in the plugin's folder.\n\n"
        "Training takes most of the time: minutes to an hour on a few CPU cores. Cancel stops within seconds; outputs that "
        "are complete by then, such as the detector, are kept."
    )

    def define(self) -> None:
        self.take(CreateTrainingChips, "INPUT")
        self.take(CreateTrainingChips, "INVENTORY")
        self.take(CreateTrainingChips, "MASK")
        self.heading("Training")
        self.take(CreateTrainingChips, "CHIP_SIZE", default=128)
        self.take(TrainDetector, "PRESET")
        self.take(TrainDetector, "ARCHITECTURE")
        self.take(TrainDetector, "EPOCHS")
        self.take(CreateTrainingChips, "STRIDE", advanced=True)
        self.take(CreateTrainingChips, "NEGATIVE_RATIO", advanced=True)
        self.take(CreateTrainingChips, "SPLIT", advanced=True)
        take_detecting_and_cleaning(self)
        self.give(CleanInventory, "OUTPUT", "clean")
        self.give(TrainDetector, "OUTPUT", "train", own_name="DETECTOR")
        self.give(DetectLandslides, "PROBABILITY", "detect")
        self.give(CleanInventory, "REMOVED", "clean")
        self.give(TrainDetector, "REPORT", "train")
