"""Lists of works, in and out: CSL-JSON, BibTeX, RIS, Zotero's exports and its local API, and plain folders.

`reading.py` takes lists in and `writing.py` writes them; each format has a module of its own beside them.
"""
