"""The Python packages beside QGIS: which are there, and an environment of their own for those that are not.

Works without QGIS and without any of the packages, from its dialog and from the terminal alike.
"""
