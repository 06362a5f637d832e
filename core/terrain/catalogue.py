"""The terrain factors: names, kinds and units. Light, so that the dialog can list them."""

from ..factor import CIRCULAR, Factor

ZEVENBERGEN_THORNE = "zevenbergen_thorne"
HORN = "horn"
GRADIENT_METHODS = (ZEVENBERGEN_THORNE, HORN)

TERRAIN_FACTORS = {
    factor.name: factor
    for factor in (
        Factor("altitude", units="m"),
        Factor("slope", units="degree"),
        Factor("aspect", CIRCULAR, "degree"),
        Factor("plan_curvature", units="1/m"),
        Factor("profile_curvature", units="1/m"),
        Factor("relief", units="m"),
        Factor("roughness", units="1"),
        Factor("tri", units="m"),
        Factor("twi", units="1"),
        Factor("spi", units="m"),
    )
}
FLOW_FACTORS = ("twi", "spi")
