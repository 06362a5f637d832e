"""What every algorithm of the toolbox has in common."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputHtml,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, ToolboxError
from ..core.provenance import Provenance
from ..packages.state import is_installed
from .dependencies import MissingPackageError, require
from .dialog_hints import Hints, set_hints
from .feedback import Feedback
from .inputs import Inputs
from .language import tr
from .layers_in_project import show_in_project
from .metadata import PLUGIN_FOLDER, plugin_metadata
from .refusals import is_not_a_number, refusal_of
from .runs import tell
from .sentences import translated, translated_problem
from .stages import STAGES

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

ICON = PLUGIN_FOLDER / "resources" / "icons" / "landslide.svg"
DEVICES = ["auto", "cpu", "cuda", "mps"]


class LandslideAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the toolbox. A subclass sets the class attributes and writes ``define`` and ``compute``.

    Texts are plain English here and translated when shown. ``compute`` raises ToolboxError for what the user can mend and
    Cancelled when asked to stop; both end the algorithm with an error, so that models and qgis_process stop too.
    """

    NAME = ""
    """The id after ``landslide:``; also the file's name."""
    LABEL = ""
    """The name in the toolbox."""
    SUMMARY = ""
    """Help: what it does, what comes out, what it costs; plain text, paragraphs split by an empty line."""
    TAGS: tuple[str, ...] = ()
    """Words to find it by."""
    PACKAGES: tuple[str, ...] = ()
    """Names in ``packages.catalogue`` without which it cannot run."""
    MADE_FROM = ""
    """The input that its layers are named after; left empty, the first one."""
    _heading = ""

    def define(self) -> None:
        """Add the parameters and outputs."""
        raise NotImplementedError

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        """Do the work and return {output name: value}."""
        raise NotImplementedError

    def layer_title(self, output: str, inputs: Inputs) -> str:
        """Return what a layer is, which begins its name in a project: the factor's name, or what the output is called."""
        factor = inputs.text("NAME") if self.parameterDefinition("NAME") else ""
        return factor or self.parameterDefinition(output).description()

    # what a subclass calls

    def heading(self, title: str) -> None:
        """Let the parameters added from here on, main and advanced ones, stand under a heading in the dialog."""
        self._heading = self.tr(title)

    def add(
        self,
        parameter: QgsProcessingParameterDefinition,
        help_text: str,
        advanced: bool = False,
        hints: Hints | None = None,
        with_output: bool = True,
    ) -> None:
        """Add a parameter with its help; advanced ones are folded away in the dialog, which follows the hints, too.

        ``with_output``: a destination is an output too, of the same description.
        """
        parameter.setDescription(self.tr(parameter.description()))
        parameter.setHelp(self.tr(help_text))
        if not parameter.isDestination():
            set_hints(parameter, {"heading": self._heading, **(hints or {})})
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter, with_output)

    def add_choice(
        self,
        name: str,
        label: str,
        words: list[str],
        default: str | list[str],
        help_text: str,
        hints: Hints | None = None,
        **options: bool,
    ) -> None:
        """Add an enumeration of lower-case words; options: ``several``, ``optional``, ``advanced``."""
        parameter = QgsProcessingParameterEnum(
            name, label, words, options.get("several", False), default, options.get("optional", False), True
        )
        self.add(parameter, help_text, options.get("advanced", False), hints)

    def add_model(self, name: str, label: str, task: str, help_text: str, **options: bool) -> None:
        """Add a model file whose card the dialog shows; ``task`` is its card's; options as for ``add_choice``."""
        optional = options.get("optional", False)
        if options.get("several", False):
            parameter = QgsProcessingParameterMultipleLayers(name, label, QgsProcessing.SourceType.TypeFile, None, optional)
        else:
            parameter = QgsProcessingParameterFile(name, label, extension="lsm", optional=optional)
        self.add(parameter, help_text, options.get("advanced", False), {"model_for": task})

    def add_seed(self) -> None:
        """Add SEED, which means the same everywhere."""
        parameter = QgsProcessingParameterNumber("SEED", "Seed", QgsProcessingParameterNumber.Type.Integer, 0, False, 0)
        self.add(parameter, "Number that fixes every random draw: the same seed repeats the run.", advanced=True)

    def add_device(self) -> None:
        """Add DEVICE, which means the same everywhere."""
        self.add_choice(
            "DEVICE",
            "Compute on",
            DEVICES,
            "auto",
            "Where networks compute: auto takes the GPU when there is one.",
            advanced=True,
        )

    def add_report(self) -> None:
        """Add REPORT, which means the same everywhere."""
        parameter = QgsProcessingParameterFileDestination("REPORT", "Report", "HTML files (*.html)", None, True)
        self.add(
            parameter,
            "One HTML file with figures, tables and provenance; figures (PNG, SVG) and tables (CSV) lie in a folder beside it.",
            with_output=False,
        )
        # the results viewer lists reports of all algorithms by this name alone
        self.addOutput(QgsProcessingOutputHtml("REPORT", f"{self.tr('Report')} · {self.displayName()}"))

    def add_table(self, label: str, help_text: str, optional: bool = True) -> None:
        """Add TABLE, a CSV file."""
        self.add(QgsProcessingParameterFileDestination("TABLE", label, "CSV files (*.csv)", None, optional), help_text)

    def add_inventory(
        self, label: str, help_text: str, optional: bool = False, points: bool = True, hints: Hints | None = None
    ) -> None:
        """Add INVENTORY: landslides as polygons or, with ``points``, as points."""
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        if points:
            kinds.append(QgsProcessing.SourceType.TypeVectorPoint)
        self.add(QgsProcessingParameterFeatureSource("INVENTORY", label, kinds, None, optional), help_text, hints=hints)

    def provenance(self, inputs: Inputs, device: str = "cpu") -> Provenance:
        """Start the record that ends reports and travels inside outputs; call it first, it starts the clock."""
        host = {"QGIS": Qgis.QGIS_VERSION}
        return Provenance(f"landslide:{self.NAME}", inputs.record(), plugin_metadata("version"), host, device)

    def layer_name(self, output: str, inputs: Inputs) -> str:
        """Return the name of a layer in a project: what it is and what it was made from."""
        made_from = self.MADE_FROM or self.parameterDefinitions()[0].name()
        return f"{self.layer_title(output, inputs)} · {inputs.origin(made_from)}"

    # what QGIS calls

    def name(self) -> str:
        """Return the id."""
        return self.NAME

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr(self.LABEL)

    def groupId(self) -> str:
        """Return the stage: the folder the algorithm lies in."""
        return type(self).__module__.split(".")[-2]

    def group(self) -> str:
        """Return the stage with its number."""
        return self.tr(STAGES[self.groupId()])

    def shortHelpString(self) -> str:
        """Return the help text."""
        return self.tr(self.SUMMARY)

    def shortDescription(self) -> str:
        """Return the first sentence of the help, shown as tool tip."""
        paragraph = self.tr(self.SUMMARY).split("\n")[0]
        return re.split(r"(?<=\.) |(?<=。)", paragraph)[0]  # Chinese has a full stop of its own, and no space after it

    def helpUrl(self) -> str:
        """Return the algorithm's page in the documentation that comes with the plugin."""
        page = PLUGIN_FOLDER / "docs" / "algorithms" / f"{self.NAME}.md"
        return page.as_uri() if page.exists() else ""

    def tags(self) -> list[str]:
        """Return the words to find the algorithm by."""
        return ["landslide", *self.TAGS]

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Return the path of the icon."""
        return str(ICON)

    def createInstance(self) -> "LandslideAlgorithm":
        """Return a fresh algorithm for one run."""
        return type(self)()

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        """Add parameters and outputs."""
        self.define()

    def createCustomParametersWidget(self, parent: "QWidget | None" = None) -> "QWidget | None":
        """Return the dialog, Processing's own with what the hints add; None lets QGIS open its standard one."""
        from ..ui.dialog.algorithm_dialog import toolbox_dialog  # where there is a window, and there alone

        return toolbox_dialog(self, parent)

    def canExecute(self) -> tuple[bool, str]:
        """Say before the dialog opens when a package is missing; QGIS shows the sentence."""
        for name in self.PACKAGES:
            if not is_installed(name):
                try:
                    require((name,))
                except MissingPackageError as problem:
                    return False, translated_problem(problem)
        return True, ""

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what QGIS refuses, but say what is wrong and what would be right."""
        accepted, message = super().checkParameterValues(parameters, context)
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name(), definition.defaultValue())
            if not definition.checkValueIsAcceptable(value, context) or is_not_a_number(definition, value):
                return False, refusal_of(definition, value, context)
        return accepted, message

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Check packages (qgis_process ignores canExecute), run, and turn problems into QGIS's own error."""
        refusal = ""
        try:
            require(self.PACKAGES)
            inputs = Inputs(self, parameters, context)
            outputs = self.execute(inputs, parameters, context, feedback)
        except (MissingPackageError, ToolboxError) as problem:
            refusal = translated_problem(problem)
        except OSError as problem:
            refusal = translated(_disk_problem(problem))
        except Cancelled:
            refusal = self.tr("Cancelled: no output was written.")
        if refusal:
            # without a cause: QGIS never lets go of an error, and a cause would hold the layers of the run until QGIS has ended
            raise QgsProcessingException(refusal)
        self.show(inputs, parameters, outputs, context)
        tell(self.NAME, inputs, outputs, context)
        return outputs

    def execute(self, inputs: Inputs, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Run with QGIS's own objects; what does not need them writes ``compute``."""
        return self.compute(inputs, Feedback(feedback))

    def show(self, inputs: Inputs, parameters: dict, outputs: dict, context: QgsProcessingContext) -> None:
        """Say how outputs appear in the project."""
        show_in_project(self, inputs, parameters, outputs, context)

    def tr(self, text: str) -> str:
        """Return the text in the user's language."""
        return tr(text)


def _disk_problem(problem: OSError) -> str:
    where = problem.filename or "A file"
    return f"{where} cannot be written or read ({problem.strerror or problem}); choose another folder or free disk space."


def outputs_as_text(outputs: dict[str, Path | None]) -> dict[str, str]:
    """Return the outputs that were written as QGIS wants them: name → path."""
    return {name: str(path) for name, path in outputs.items() if path is not None}
