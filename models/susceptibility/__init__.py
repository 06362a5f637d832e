"""Estimators of landslide susceptibility from conditioning factors."""
