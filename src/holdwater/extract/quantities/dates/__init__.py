"""Dates and periods as a text writes them, resolved against the document's own date. `reading` is the way in."""
