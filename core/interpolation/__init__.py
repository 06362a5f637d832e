"""From values measured at points to a value in every cell."""
