"""Whole stages in one run: each is a chain of the toolbox's other algorithms, drawn in QGIS's modeler."""
