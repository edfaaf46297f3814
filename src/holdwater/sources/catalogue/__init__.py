"""The project's catalogue, one SQLite file: read `opening` and `catalogue` first."""
