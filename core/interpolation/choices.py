"""The methods of interpolation. Light, so that the dialog can list them."""

IDW = "idw"
LINEAR = "linear"
KRIGING = "kriging"
METHODS = (IDW, LINEAR, KRIGING)
