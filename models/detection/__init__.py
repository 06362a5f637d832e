"""Networks that map landslides in imagery."""
