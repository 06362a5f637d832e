"""The science without networks: grids, rasters, vectors, terrain, statistics, sampling, metrics and reports."""

import os

# Threads that wait for each other must sleep, not spin: on a computer that is busy with anything else, spinning makes a
# network's forward pass up to eighty times slower. It stands here because every OpenMP reads it once, when torch,
# scikit-learn or xgboost is first loaded, and all of them are loaded after core.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
