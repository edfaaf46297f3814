"""The QUO rules: QUO1xx, what a quotation makes of its source; QUO2xx, quotations that cite nothing."""

from holdwater.rules import alterations, credit, uncited, whereabouts

__all__ = ["alterations", "credit", "uncited", "whereabouts"]
