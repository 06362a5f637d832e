"""Networks and estimators: training, prediction, explanation and the model file. Works on arrays, never on files of a GIS."""
