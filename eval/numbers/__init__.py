"""How well numbers and dates are read, held against sources and against each other, and found in statistics."""
