"""Figures of the reports, one topic per file; each returns a matplotlib Figure and the numbers it draws."""
