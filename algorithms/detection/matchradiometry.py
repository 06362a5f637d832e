"""landslide:matchradiometry."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsProcessingParameterRasterDestination, QgsProcessingParameterRasterLayer

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.detection.scene_input import alpha_warning
from ...core.progress import part, track
from ...core.raster import Band, Raster, create_raster, open_raster
from ...core.stored_type import stored_type_like
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.detection.histogram_matching import HistogramMatch
    from ...core.detection.invariant_features import Line
    from ...core.detection.radiometry import BandValues, InvariantFit


class MatchRadiometry(LandslideAlgorithm):
    """Gives a scene the radiometry of another, so that a detector knows what it sees."""

    NAME = "matchradiometry"
    LABEL = "Match radiometry"
    TAGS = ("histogram matching", "relative normalisation", "pseudo-invariant features", "ir-mad", "transfer", "season", "haze")
    PACKAGES = ("scipy",)
    SUMMARY = (
        "Changes the values of a scene so that they look like those of another, band by band, before a detector that was "
        "trained on the other one sees it.\n\n"
        "histogram gives each value the one with the same share of cells below it in the reference. The scenes may lie apart, "
        "but should show the same kinds of ground in like shares.\n\n"
        "pif finds the cells that did not change between two scenes of one place by iteratively re-weighted multivariate "
        "alteration detection, and puts a line through them for each band by orthogonal regression. Landslides, clouds and "
        "fields that changed do not count.\n\n"
        "The output has the grid, data type, nodata value and band names of the scene; values beyond the data type are cut. "
        "Scenes are read two or three times; memory does not grow with them. Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add(QgsProcessingParameterRasterLayer("INPUT", "Scene"), "Scene to be changed; the file itself stays as it is.")
        self.add(
            QgsProcessingParameterRasterLayer("REFERENCE", "Reference scene"),
            "Scene whose radiometry is taken, such as the one a detector was trained on; bands are matched by name, "
            "without names by order.",
        )
        self.add_choice(
            "METHOD",
            "Method",
            ["histogram", "pif"],
            "histogram",
            "histogram: scenes may lie apart; pif (pseudo-invariant features): scenes overlap, and change does not count.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "Matched scene"),
            "The scene with the radiometry of the reference.",
        )
        self.add_report()

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.band_pairs import pair_bands
        from ...core.detection.histogram_matching import HistogramMatch
        from ...core.detection.radiometry import band_values, invariant_fit
        from ...core.detection.radiometry_report import radiometry_report

        record = self.provenance(inputs)
        output, report = inputs.output("OUTPUT"), inputs.output("REPORT")
        with together(output, report), ExitStack() as opened:
            scene, reference = (opened.enter_context(open_raster(inputs.raster(name), name)) for name in ("INPUT", "REFERENCE"))
            pairs = pair_bands(scene, reference)
            feedback.notes([warning for raster in (scene, reference) if (warning := alpha_warning(raster))])
            stop = feedback.should_stop
            fit = None
            if inputs.choice("METHOD") == "pif":
                check_north_up_grid(scene.grid, "INPUT", scene.path)
                fit = invariant_fit(scene, reference, pairs, part(feedback.progress, 0.0, 0.3), stop)
            before = band_values(scene, [band for band, _ in pairs], part(feedback.progress, 0.3, 0.5), stop)
            target = band_values(reference, [band for _, band in pairs], part(feedback.progress, 0.5, 0.7), stop)
            histograms = zip(before.histograms, target.histograms, strict=True)
            mappings = [HistogramMatch(*both) for both in histograms] if fit is None else [band.line for band in fit.bands]
            after = _write(output, scene, [band for band, _ in pairs], mappings, before.gaps > 0, record.metadata(), feedback)
            names = [scene.band_names[band] for band, _ in pairs]
            _log(names, before, after, target, fit, feedback)
            if report is not None:
                radiometry_report(names, before, after, target, fit).write(report, record)
        return outputs_as_text({"OUTPUT": output, "REPORT": report})


def _write(
    output: Path,
    scene: Raster,
    bands: list[int],
    mappings: "list[HistogramMatch | Line]",
    has_gaps: bool,
    metadata: dict[str, str],
    feedback: Feedback,
) -> "BandValues":
    """Write the matched scene and return what its values are like."""
    from ...core.detection.radiometry import BandValues

    stored_type, grid, after = stored_type_like(scene, bands[0], has_gaps), scene.grid, BandValues(len(bands))
    described = [Band(scene.band_names[band], scene.band_metadata[band]) for band in bands]
    progress = part(feedback.progress, 0.7, 1.0)
    with create_raster(output, grid, described, stored_type.dtype, stored_type.nodata, metadata) as writer:
        windows = track(grid.windows(), grid.window_count(), "Writing the matched scene", progress, feedback.should_stop)
        for window in windows:
            values = scene.read(window, bands)
            matched = np.stack([mapping.apply(cells) for mapping, cells in zip(mappings, values, strict=True)])
            stored = stored_type.store(matched)
            after.add(np.where(np.isnan(values), np.nan, stored))
            writer.write(stored, window)
    return after


def _log(
    names: list[str],
    before: "BandValues",
    after: "BandValues",
    target: "BandValues",
    fit: "InvariantFit | None",
    feedback: Feedback,
) -> None:
    if fit is not None:
        feedback.info(f"{fit.features:,} of {fit.cells:,} cells did not change.")
        for name, band in zip(names, fit.bands, strict=True):
            feedback.info(
                f"{name}: {band.line.slope:.4g} × value {band.line.intercept:+.4g}, correlation {band.line.correlation:.3f}"
            )
    for name, *summaries in zip(names, before.summary(), after.summary(), target.summary(), strict=True):
        means = [f"{summary['mean']:.4g} ± {summary['std']:.4g}" for summary in summaries]
        feedback.info(f"{name}: {means[0]} became {means[1]}; the reference has {means[2]}")
