"""Reads MediaWiki's wikitext, of a page or of an XML export."""

from holdwater.read.wikitext.reader import read

__all__ = ["read"]
