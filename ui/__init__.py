"""What the plugin shows in QGIS beyond Processing."""
