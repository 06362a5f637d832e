"""What susceptibility needs beside models: samples, splits, metrics, comparison and classes of the map."""
