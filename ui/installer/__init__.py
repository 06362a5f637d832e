"""The dialog that shows, installs and removes the toolbox's Python packages."""
