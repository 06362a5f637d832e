"""What detection needs beside networks: chips, scenes, polygons, cleaning, radiometry and scores."""
