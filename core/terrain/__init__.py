"""Terrain factors of a DEM: which there are, their formulas, and the pass over windows that writes them as a factor stack.

``derivatives`` imports numba; import it, and ``stack``, inside ``compute``.
"""
