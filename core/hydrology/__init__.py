"""Where water goes on a DEM: depressions, flow directions, upslope area, wetness and stream power.

The modules with inner loops import numba; import them inside ``compute``.
"""
