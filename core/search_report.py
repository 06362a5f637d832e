"""The pages of a report that tell of a search for hyper-parameters."""

from .figures.importance import importance_figure
from .figures.search_progress import search_progress_figure
from .report import Report
from .search_record import SearchRecord


def add_search(report: Report, record: SearchRecord, score_name: str) -> None:
    """Add how the search went, what each hyper-parameter mattered, and the table of trials."""
    report.heading("Search for hyper-parameters")
    pruned = sum(trial.pruned for trial in record.trials)
    report.paragraph(
        f"Of {len(record.trials)} trials {pruned} were given up early; trial {record.best_number} was the best, with a "
        f"{score_name} of {record.best.score:.4g}. Its values were used for the final training. Chosen by a Gaussian process "
        "with expected improvement."
    )
    report.figure("search", f"{score_name} by trial", *search_progress_figure(record, score_name))
    if record.importances:
        table = record.importance_table()
        names, shares = zip(*table.rows, strict=True)
        caption = "Share of the variance between trials that each hyper-parameter explains (functional analysis of variance)"
        report.figure("search_importance", caption, importance_figure(names, shares, "share of variance"), table)
    else:
        report.paragraph("Too few trials, or trials too much alike, to say which hyper-parameter mattered.")
    report.table("trials", "Trials in the order in which they were made", record.table())
