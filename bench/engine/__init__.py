"""The engine's speed and memory, as ratios against named peers on the same bytes in one run."""
