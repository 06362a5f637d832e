"""Stage 5: samples, training, the susceptibility map and its classes."""
