"""Stage 4: collinearity and frequency ratio."""
