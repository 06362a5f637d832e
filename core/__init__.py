"""The science without networks: grids, rasters, vectors, terrain, statistics, sampling, metrics and reports."""
