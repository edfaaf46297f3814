"""Quantities and dates against the words of the sources they cite: read `consult` first."""
