"""Train a network that maps landslides in imagery."""

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFileDestination, QgsProcessingParameterNumber

from ...core.atomic import together
from ...core.detection.chips import ChipSet, open_chips
from ...core.errors import InputError
from ...core.progress import part
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.dependencies import require
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.search_record import Trial
    from ...models.detection.settings import TrainingSettings
    from ...models.detection.starting_weights import Start
    from ...models.detection.tuning import Tuning

# the words of models.detection.settings, which is imported only when the algorithm runs; a test holds the two together
PRESETS = ["standard", "moxi", "yixian", "zhangjiajie"]
ARCHITECTURES = [
    "unet_se",
    "unet",
    "attention_unet",
    "vgg13_se",
    "resnet18_se",
    "maskrcnn_resnet18",
    "maskrcnn_resnet50",
]
LOSSES = ["focal", "dice_focal", "bce"]
OPTIMIZERS = ["adamw", "adam", "sgd"]
SCHEDULES = ["cosine", "step", "constant"]
AUGMENTATIONS = ["flips", "erasing", "scaling", "colour"]
NO_AUGMENTATION = "none"
PACKAGES_OF_THE_SEARCH = ("optuna", "scikit-learn")
"""Needed only when TUNING_TRIALS asks for a search."""

WHOLE, FRACTION = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double


class TrainDetector(LandslideAlgorithm):
    """``landslide:traindetector``."""

    NAME = "traindetector"
    LABEL = "Train detector"
    SUMMARY = (
        "Trains a network to map landslides from training chips. The network learns from the train chips; the epoch whose "
        "weights are kept and the threshold are chosen on the validation chips; the test chips only judge the result.\n\n"
        "What is left empty takes the value of the preset: the toolbox's own choice (standard) or that of a published "
        "study.\n\n"
        "U-Nets give a probability per cell and train in minutes on a few CPU cores. Mask R-CNN outlines each landslide by "
        "itself and takes about ten times as long; its presets are meant for a GPU.\n\n"
        "Comes out: a model file that Detect landslides uses, with a card that says what it was trained on, and a report "
        "with learning curves, measures and example predictions. Cancel stops within seconds and keeps nothing but the "
        "checkpoint, when one was asked for."
    )
    TAGS = ("deep learning", "segmentation", "unet", "mask r-cnn", "train", "inventory")
    PACKAGES = ("numpy", "torch", "torchvision", "safetensors", "pycocotools", "matplotlib")

    def define(self) -> None:
        self._define_network()
        self._define_learning()
        self.heading("Computing")
        self.add_device()
        self.add_seed()
        output = QgsProcessingParameterFileDestination("OUTPUT", "Detector", "Landslide models (*.lsm)")
        self.add(output, "The model file: network, normalisation, threshold and the card that describes them.")
        self.add_report()
        checkpoint = QgsProcessingParameterFileDestination(
            "CHECKPOINT", "Checkpoint", "Checkpoints (*.safetensors)", None, True, False
        )
        self.add(
            checkpoint,
            "File that keeps the state after each epoch, also when the run is cancelled: the same run with the same file goes "
            "on from there and gives the result of an uninterrupted one. Removed when the training is complete.",
            advanced=True,
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.detection_report import training_report
        from ...models.detection.detector import save_detector
        from ...models.detection.training import train_detector
        from ...models.detection.training_summary import summary_of, training_record
        from ...models.device import chosen_device

        device = chosen_device(inputs.choice("DEVICE"))
        record = self.provenance(inputs, device.type)
        output, report_path, checkpoint = (inputs.output(name) for name in ("OUTPUT", "REPORT", "CHECKPOINT"))
        chips = open_chips(inputs.file("CHIPS"), "CHIPS", part(feedback.progress, 0.0, 0.02), feedback.should_stop)
        feedback.notes(chips.notes)
        start, settings = _start_and_settings(inputs, chips, feedback)
        tuning = _tuning(inputs, settings, checkpoint, feedback)

        def note(sentence: str) -> None:
            record.notes.append(sentence)
            feedback.warn(sentence)

        progress = part(feedback.progress, 0.02, 1.0)
        trained = train_detector(chips, settings, start, device, progress, feedback.should_stop, note, checkpoint, tuning)
        for sentence in summary_of(trained):
            feedback.info(sentence)
        if not trained.survey.names["test"]:
            feedback.warn("There are no test chips: nothing says how good the detector is on landslides that chose nothing.")
        with together(output, report_path):
            save_detector(output, trained.detector.network, trained.detector.card)
            if report_path is not None:
                training_report(training_record(trained, chips, feedback.should_stop)).write(report_path, record)
        if checkpoint is not None:
            checkpoint.unlink(missing_ok=True)
        return outputs_as_text({"OUTPUT": output, "REPORT": report_path})

    def _define_network(self) -> None:
        chips = QgsProcessingParameterFile("CHIPS", "Training chips", QgsProcessingParameterFile.Behavior.Folder)
        help_text = (
            "Folder made by Create training chips, or a COCO data set of PNG, JPEG or TIFF pictures, such as Labelme's "
            "converter writes: annotations/train.json, val.json and test.json, or one annotations.json for all, and the "
            "pictures."
        )
        self.add(chips, help_text)
        self.add_choice(
            "PRESET",
            "Preset",
            PRESETS,
            "standard",
            "Fills in what is left empty below. standard: U-Net with squeeze-and-excitation, 40 epochs. moxi: Mask R-CNN "
            "ResNet-50 on 512-cell chips, 100 epochs. yixian: dice and focal loss, 128-cell chips, 50 epochs. zhangjiajie: "
            "attention U-Net, focal loss, Adam, batches of 4, 128-cell chips, 50 epochs, after a search of 30 trials.",
        )
        self._add_optional_choice(
            "ARCHITECTURE",
            "Network",
            ARCHITECTURES,
            "unet_se, unet and attention_unet map cells and are fast; vgg13_se and resnet18_se map cells with deeper encoders "
            "and coarser outlines; maskrcnn_resnet18 and maskrcnn_resnet50 outline each landslide by itself.",
            advanced=False,
        )
        self._add_optional_number("EPOCHS", "Epochs", WHOLE, 1, 10_000, "Most passes over the training chips.", advanced=False)
        self.heading("Starting weights")
        self.add_model(
            "INITIAL_MODEL",
            "Initial model",
            "detection",
            "A detector trained before, to be trained on with these chips. Bands are matched by name; there may be more or "
            "fewer. Gives the network, too.",
            optional=True,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                "BACKBONE_WEIGHTS", "Backbone weights", optional=True, fileFilter="Weights (*.pth *.safetensors)"
            ),
            "File with weights of torchvision's resnet18, resnet50 or vgg13_bn for the network's backbone. Nothing is "
            "downloaded; random weights when left empty.",
            advanced=True,
        )

    def _define_learning(self) -> None:
        self.heading("Loss")
        self._add_optional_choice(
            "LOSS",
            "Loss",
            LOSSES,
            "What a network that maps cells minimises: focal weighs hard cells, dice_focal adds the overlap, bce is cross-"
            "entropy weighted by the rarity of landslides. Mask R-CNN has losses of its own.",
        )
        self._add_optional_number("ALPHA", "Focal alpha", FRACTION, 0, 1, "Weight of landslide cells in the focal loss.")
        self._add_optional_number("GAMMA", "Focal gamma", FRACTION, 0, 10, "How much the focal loss turns to hard cells.")
        self.heading("Learning")
        self._add_optional_choice("OPTIMIZER", "Optimizer", OPTIMIZERS, "How weights follow the gradient.")
        self._add_optional_choice(
            "SCHEDULE",
            "Learning-rate schedule",
            SCHEDULES,
            "cosine falls smoothly to 5e-6, step by a factor of 10 every 10 epochs, constant stays.",
        )
        rate = "Step size at the start; smaller when the training diverges, larger when it crawls."
        self._add_optional_number("LEARNING_RATE", "Learning rate", FRACTION, 1e-8, 10, rate)
        decay = "How strongly weights are pulled to zero."
        self._add_optional_number("WEIGHT_DECAY", "Weight decay", FRACTION, 0, 1, decay)
        batch = "Chips per step; halved with a note when the memory does not suffice."
        self._add_optional_number("BATCH_SIZE", "Batch size", WHOLE, 1, 4096, batch)
        patience = "Epochs without a better validation score after which training ends early; 0 never ends early."
        self._add_optional_number("PATIENCE", "Patience", WHOLE, 0, 10_000, patience)
        self._add_optional_choice(
            "AUGMENTATION",
            "Augmentation",
            [*AUGMENTATIONS, NO_AUGMENTATION],
            "Random changes of the training chips: mirroring, gaps in the data, enlarging and shrinking, contrast and "
            "brightness; or none.",
            several=True,
        )
        self.heading("Search for better settings")
        self._add_optional_number(
            "TUNING_TRIALS",
            "Trials of the search",
            WHOLE,
            0,
            10_000,
            "Trainings with which to search for optimizer, learning rate and focal loss before the final one; what is set "
            "above stays as it is. A trial takes as long as a training, unless it does badly and is given up early; the "
            "validation chips judge. 0: no search. With a checkpoint the trials are kept beside it, for a later run to go on.",
        )

    def _add_optional_choice(
        self, name: str, label: str, words: list[str], help_text: str, several: bool = False, advanced: bool = True
    ) -> None:
        help_text = f"{help_text} Empty: as the preset says."
        self.add_choice(name, label, words, None, help_text, several=several, optional=True, advanced=advanced)

    def _add_optional_number(
        self, name: str, label: str, kind: int, least: float, most: float, help_text: str, advanced: bool = True
    ) -> None:
        parameter = QgsProcessingParameterNumber(name, label, kind, None, True, least, most)
        self.add(parameter, f"{help_text} Empty: as the preset says.", advanced=advanced)


def _start_and_settings(inputs: Inputs, chips: ChipSet, feedback: Feedback) -> "tuple[Start, TrainingSettings]":
    from ...models.detection.starting_weights import random_start, start_from_backbone, start_from_model

    initial_model, backbone = inputs.file("INITIAL_MODEL"), inputs.file("BACKBONE_WEIGHTS")
    chosen = _chosen(inputs)
    if initial_model is not None and backbone is not None:
        raise InputError("BACKBONE_WEIGHTS", backbone, "cannot be used together with INITIAL_MODEL; clear one of them")
    if initial_model is not None:
        start = start_from_model(initial_model, chips.bands, chosen["architecture"])
        settings = _settings(inputs.choice("PRESET"), chosen | {"architecture": start.architecture}, chips, feedback)
    else:
        settings = _settings(inputs.choice("PRESET"), chosen, chips, feedback)
        start = random_start(settings.architecture, chips.bands, settings.seed)
        if backbone is not None:
            start = start_from_backbone(backbone, start, chips.bands)
    feedback.info(f"Start: {start.origin}")
    return start, settings


def _chosen(inputs: Inputs) -> dict:
    """Return what the user chose by setting, None for what was left empty."""
    words = {name: inputs.choice(name.upper()) or None for name in ("architecture", "loss", "optimizer", "schedule")}
    numbers = {name: inputs.number(name.upper()) for name in ("alpha", "gamma", "learning_rate", "weight_decay")}
    counts = {name: inputs.integer(name.upper()) for name in ("batch_size", "epochs", "patience", "seed")}
    augmentation = inputs.choices("AUGMENTATION")
    drawn = tuple(word for word in augmentation if word != NO_AUGMENTATION) if augmentation else None
    return words | numbers | counts | {"augmentation": drawn}


def _settings(preset: str, chosen: dict, chips: ChipSet, feedback: Feedback) -> "TrainingSettings":
    """Return the preset's settings with those chosen in their place."""
    from ...models.detection.card import settings_used
    from ...models.detection.networks import ARCHITECTURES as NETWORKS
    from ...models.detection.settings import PRESETS as ALL_PRESETS
    from ...models.detection.settings import settings_of

    settings = settings_of(preset, chosen)
    if chosen["loss"] and NETWORKS[settings.architecture].is_instance:
        raise InputError(
            "LOSS", chosen["loss"], f"is not used by {settings.architecture}, which has losses of its own; clear it"
        )
    for name, wanted in ALL_PRESETS[preset].chips.items():
        if (found := chips.description.get(name)) not in (None, wanted):
            feedback.warn(f"The preset {preset} was made for chips with {name} {_plain(wanted)}; these have {_plain(found)}.")
    feedback.info("Settings: " + ", ".join(f"{name} {value}" for name, value in settings_used(settings).items()))
    return settings


def _tuning(inputs: Inputs, settings: "TrainingSettings", checkpoint: Path | None, feedback: Feedback) -> "Tuning | None":
    """Return the search that was asked for, by the preset when not by the user; None for none."""
    from ...models.detection.settings import PRESETS as ALL_PRESETS

    trials = inputs.integer("TUNING_TRIALS")
    trials = ALL_PRESETS[inputs.choice("PRESET")].tuning_trials if trials is None else trials
    if trials == 0:
        return None
    require(PACKAGES_OF_THE_SEARCH)
    from ...models.detection.training_summary import trial_in_words
    from ...models.detection.tuning import Tuning, search_space

    fixed = {name for name, value in _chosen(inputs).items() if value is not None}
    space = search_space(settings, fixed)
    if not space:
        raise InputError(
            "TUNING_TRIALS", trials, "leaves nothing to search, as all hyper-parameters are set; clear one, or choose 0"
        )
    feedback.info(f"Search of {trials} trials over {', '.join(space)}, judged by the validation chips.")

    def tell(number: int, trial: "Trial") -> None:
        feedback.info(f"Trial {number} of {trials}: {trial_in_words(trial)}")

    storage = None if checkpoint is None else checkpoint.with_name(f"{checkpoint.stem}_search.json")
    return Tuning(trials, space, storage, tell)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ",".join(str(part) for part in value.values())
    return str(value)
