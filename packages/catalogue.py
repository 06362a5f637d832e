"""The packages the toolbox uses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """Name on the package index, name to import, and what the toolbox uses it for."""

    name: str
    module: str
    purpose: str


PACKAGES = {
    package.name: package
    for package in (
        Package("numpy", "numpy", "every calculation"),
        Package("scipy", "scipy", "distances, interpolation and statistics"),
        Package("numba", "numba", "flow accumulation, natural breaks and random forests at full speed"),
        Package("matplotlib", "matplotlib", "figures in reports"),
        Package("torch", "torch", "networks: detection and the susceptibility CNN"),
        Package("torchvision", "torchvision", "Mask R-CNN"),
        Package("safetensors", "safetensors", "model files of networks"),
        Package("pycocotools", "pycocotools", "COCO chips and average precision"),
        Package("scikit-learn", "sklearn", "random forest, spatial folds and importance"),
        Package("skops", "skops", "model files of scikit-learn estimators"),
        Package("xgboost", "xgboost", "gradient boosting"),
        Package("shap", "shap", "SHAP values of linear models"),
        Package("optuna", "optuna", "the search for hyper-parameters"),
        Package("pykrige", "pykrige", "ordinary kriging"),
        Package("onnx", "onnx", "detectors for other programs"),
    )
}
