"""Rainfall over time, from CF NetCDF or multiband rasters, summed up to one factor."""
