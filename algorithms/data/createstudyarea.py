"""landslide:createstudyarea."""

from qgis.core import QgsProcessingParameterFolderDestination, QgsProcessingParameterNumber

from ...core.study_area.site import LARGEST, SMALLEST
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs


class CreateStudyArea(LandslideAlgorithm):
    """Makes a synthetic mountain area with known landslides, to try and to test every other algorithm."""

    NAME = "createstudyarea"
    LABEL = "Create synthetic study area"
    TAGS = ("synthetic", "demo", "example", "tutorial", "data", "test")
    PACKAGES = ("numpy", "scipy", "numba")
    SUMMARY = (
        "Makes a synthetic mountain area with landslides whose causes are known, to learn the toolbox on and to test it.\n\n"
        "The folder holds, for the study area: a DEM (30 m), imagery before and after the landslides (10 m; blue, green, red, "
        "near infrared), the landslides, rivers, roads, faults, lithology, water, land cover, monthly rainfall, strong-motion "
        "stations, and the true probability of landsliding. For a neighbouring valley, to train a detector on: imagery under "
        "another sun and season, and its landslides. study_area.json says what each file is and how the truth was stated.\n\n"
        "The same size and seed give the same data. Takes about half a minute and 1 GB of memory at size 512, seconds at 128. "
        "A cancelled run leaves nothing behind."
    )

    def define(self) -> None:
        whole = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber("SIZE", "Cells a side", whole, 512, False, SMALLEST, LARGEST),
            f"Cells of the DEM along each side, {SMALLEST} to {LARGEST}; a cell is 30 m, so 512 make 15 km. "
            "Images have three times as many.",
        )
        self.add_seed()
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", "Study area"),
            "The folder to fill: a new or empty one, or an earlier study area, which is replaced.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.study_area.creation import create_study_area

        record = self.provenance(inputs)
        output = inputs.output("OUTPUT")
        size, seed = inputs.integer("SIZE"), inputs.integer("SEED")
        counts = create_study_area(output, size, seed, record.metadata(), feedback.progress, feedback.should_stop)
        kilometres = size * 0.03
        feedback.info(f"Study area of {kilometres:.1f} × {kilometres:.1f} km with {counts['scene_2']} landslides.")
        feedback.info(f"Neighbouring valley of the same size with {counts['scene_1']} landslides.")
        return outputs_as_text({"OUTPUT": output})
