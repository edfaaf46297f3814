"""Readers under mutated bytes: whatever stands in a file, a reader raises ReadError or returns a sound document."""
