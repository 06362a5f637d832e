"""Statistics of factors: classes of values, frequency ratio, collinearity and correlation."""
