"""landslide:checkenvironment."""

from html import escape
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFileDestination

from ...core.atomic import whole_file
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...processing_provider.environment import Environment


class CheckEnvironment(LandslideAlgorithm):
    """Says which packages are there and what the missing ones disable."""

    NAME = "checkenvironment"
    LABEL = "Check environment"
    TAGS = ("packages", "torch", "gpu", "cuda", "installation", "versions")
    SUMMARY = (
        "Lists the versions of QGIS, GDAL, Python and every package the toolbox uses, the folders of profile, plugin and "
        "packages, memory and graphics cards, and what each missing or broken package disables.\n\nThe log holds the same as "
        "one block of text to copy into a question or a bug report; your home folder is shortened to ~. Nothing is installed "
        "or changed; it takes a few seconds. Packages are installed from the menu Plugins ▸ Landslide Toolbox ▸ Install "
        "packages…"
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Environment", "HTML files (*.html)"),
            "The page with the versions.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...processing_provider.environment import environment_of

        output = inputs.output("OUTPUT")
        environment = environment_of(feedback.progress, feedback.should_stop)
        for line in environment.as_text().splitlines():
            feedback.info(line)
        with whole_file(output) as temporary:
            temporary.write_text(_page(environment), encoding="utf-8")
        return outputs_as_text({"OUTPUT": output})


def _page(environment: "Environment") -> str:
    text = f"<pre>{escape(environment.as_text())}</pre>"
    problems = "".join(f"<li>{escape(problem)}</li>" for problem in environment.problems())
    verdict = f"<p>These packages are not usable:</p><ul>{problems}</ul>" if problems else "<p>Everything is there.</p>"
    head = '<meta charset="utf-8"><title>Landslide Toolbox: environment</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>Environment</h1>{verdict}{text}</body></html>\n"
