"""One Processing algorithm per file; the folder is the stage, the file is the algorithm id."""
