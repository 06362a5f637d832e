"""landslide:exportmodel."""

from qgis.core import QgsProcessingParameterFileDestination

from ...core.errors import InputError
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs


class ExportModel(LandslideAlgorithm):
    """Writes a detector as ONNX, for other programs."""

    NAME = "exportmodel"
    LABEL = "Export detector to ONNX"
    TAGS = ("onnx", "deepness", "convert", "share", "deep learning", "inference", "interoperability")
    PACKAGES = ("numpy", "torch", "torchvision", "safetensors", "onnx")
    SUMMARY = (
        "Writes a detector as an ONNX file, which runs without this toolbox and without PyTorch: in the QGIS plugin Deepness, "
        "and wherever ONNX Runtime runs.\n\n"
        "Deepness finds in the file what it asks for: type, classes, cell size, tile size, overlap and threshold. Other "
        "programs feed batches of square tiles, float32 (tiles, bands, rows, columns), of band values divided by 255, with the "
        "bands in the model's order, and get the probability of landslide (tiles, 1, rows, columns). The normalisation is "
        "part of the file; cells that are NaN count as the mean, other values for nodata count as data.\n\n"
        "For networks that map cells; Mask R-CNN is not written. Takes seconds; Cancel keeps nothing."
    )

    def define(self) -> None:
        self.add_model("MODEL", "Model", "detection", "Model file from Train detector.")
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "ONNX file", "ONNX files (*.onnx)"),
            "The detector as ONNX, with the model card among its metadata.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...models.detection.detector import load_detector
        from ...models.detection.onnx_export import export_onnx

        output = inputs.output("OUTPUT")
        detector = load_detector(inputs.file("MODEL"), "cpu")
        if detector.is_instance:
            problem = (
                f"is a {detector.card['architecture']}, whose outlines Deepness cannot read; choose a network that maps cells"
            )
            raise InputError("MODEL", inputs.text_of_value("MODEL"), f"{problem}, such as unet_se")
        feedback.progress(0.3, "Writing the network")
        export_onnx(detector, output, feedback.should_stop)
        side = detector.chip_size
        feedback.info(f"Tiles of {side} × {side} cells, bands in this order: {', '.join(detector.bands)}.")
        return outputs_as_text({"OUTPUT": output})
