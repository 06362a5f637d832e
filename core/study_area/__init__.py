"""The synthetic study area: two valleys of one region with known truth, one topic per file."""
