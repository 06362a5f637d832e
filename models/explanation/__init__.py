"""Why a model predicts what it predicts: contributions of factors, and what a model loses without one."""
