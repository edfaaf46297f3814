"""The CIT rules: CIT1xx, citations that do not fit together; CIT2xx, citations and the sources in hand."""

from holdwater.rules import notes, references, sourcing

__all__ = ["notes", "references", "sourcing"]
