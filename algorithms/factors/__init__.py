"""Stage 3: conditioning factors on one grid."""
