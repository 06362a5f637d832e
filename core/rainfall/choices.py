"""What rainfall is summed up to, and how it is put on the grid. Light, so that the dialog can list them."""

ANNUAL_MEAN = "annual_mean"
SUM = "sum"
MAX = "max"
AGGREGATES = (ANNUAL_MEAN, SUM, MAX)
UNITS = {ANNUAL_MEAN: "mm/year", SUM: "mm", MAX: "mm/month"}

BILINEAR = "bilinear"
CUBIC = "cubic"
RESAMPLING = (BILINEAR, CUBIC)
