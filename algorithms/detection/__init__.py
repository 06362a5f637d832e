"""Stage 2: from imagery to a landslide inventory."""
