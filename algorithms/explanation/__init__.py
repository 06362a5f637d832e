"""Stage 6: why the map says what it says."""
