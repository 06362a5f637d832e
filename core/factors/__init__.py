"""Conditioning factors on one grid: spectral indices, distances, categories and the stacking of layers."""
