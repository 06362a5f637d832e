"""Landslide Toolbox, a QGIS Processing plugin: imagery and a DEM in, a susceptibility map and its reasons out."""


def classFactory(iface):
    """Return the plugin; ``iface`` is None when qgis_process loads it."""
    from .plugin import LandslideToolbox

    return LandslideToolbox(iface)
