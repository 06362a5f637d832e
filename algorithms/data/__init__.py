"""Stage 1: the environment and the synthetic study area."""
