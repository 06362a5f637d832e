"""The workflow panel: what each step of the work needs, what it has made in this project, and what comes next."""
