"""landslide:transferdetector."""

from ...processing_provider.chain import Chain, packages_of
from ..detection.cleaninventory import CleanInventory
from ..detection.createtrainingchips import CreateTrainingChips
from ..detection.detectlandslides import DetectLandslides
from ..detection.matchradiometry import MatchRadiometry
from ..detection.traindetector import TrainDetector
from ..factors.terrainfactors import TerrainFactors
from .detection_inputs import take_detecting_and_cleaning


class TransferDetector(Chain):
    """Takes a detector to a scene of another place, season or sun."""

    NAME = "transferdetector"
    LABEL = "Transfer a detector"
    TAGS = ("chain", "model", "workflow", "detection", "radiometry", "fine-tuning", "domain adaptation", "mapping")
    PACKAGES = packages_of(
        MatchRadiometry, CreateTrainingChips, TrainDetector, DetectLandslides, TerrainFactors, CleanInventory
    )
    SUMMARY = (
        "Maps the landslides of a scene with a detector that was trained on another one: gives the scene the radiometry of the "
        "other, detects landslides, and takes out what is probably none.\n\n"
        "With mapped landslides of the new scene, or of a part of it (Mapped area), the detector is trained on with them "
        "before it detects. That pays from some dozens of landslides on; without them nothing is trained. The detector that "
        "comes out belongs to the matched scene.\n\n"
        "Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model "
        "opens in QGIS's modeler, to be changed there: resources/chains/transferdetector.model3 in the plugin's folder.\n\n"
        "Takes minutes for a scene, and fine-tuning as long as a training. Cancel stops within seconds; outputs that are "
        "complete by then are kept."
    )

    def define(self) -> None:
        self.take(MatchRadiometry, "INPUT")
        self.take(MatchRadiometry, "REFERENCE")
        self.take(DetectLandslides, "MODEL")
        self.take(MatchRadiometry, "METHOD")
        self.heading("Training on with mapped landslides")
        self.take(
            CreateTrainingChips,
            "INVENTORY",
            optional=True,
            help_text="Polygons of landslides in the scene, to train the detector on with; nothing is trained when left empty.",
        )
        self.take(CreateTrainingChips, "MASK")
        self.take(CreateTrainingChips, "CHIP_SIZE", default=128, advanced=True)
        self.take(CreateTrainingChips, "STRIDE", advanced=True)
        self.take(CreateTrainingChips, "SPLIT", default="75,25,0", advanced=True)
        self.take(TrainDetector, "EPOCHS", advanced=True)
        self.take(TrainDetector, "LEARNING_RATE", default=1e-4)
        take_detecting_and_cleaning(self)
        self.give(CleanInventory, "OUTPUT", "clean")
        self.give(MatchRadiometry, "OUTPUT", "match", own_name="MATCHED", optional=True)
        self.give(DetectLandslides, "PROBABILITY", "detect", "detect_tuned")
        self.give(CleanInventory, "REMOVED", "clean")
        self.give(
            TrainDetector,
            "OUTPUT",
            "tune",
            own_name="DETECTOR",
            label="Fine-tuned detector",
            help_text="The model file after fine-tuning; there is none without mapped landslides.",
            optional=True,
        )
        self.give(MatchRadiometry, "REPORT", "match", own_name="MATCH_REPORT", label="Report of the matching")
        self.give(TrainDetector, "REPORT", "tune", own_name="TUNING_REPORT", label="Report of the fine-tuning")
