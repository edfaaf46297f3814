"""Fitting the weights by which reference strings are taken apart: `python -m eval.fitting` (extra: `fit`)."""
