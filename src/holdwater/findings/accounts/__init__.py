"""What a document says against itself: sums, changes, ratios, repeated figures, lengths of time, order of events."""
