"""What no alignment shows: what stands beside the quoted words in the source, and was cut off, hidden or replaced.

`docs/engine.md` (stage 6) has a table of who looks for what. `hidden` is asked of every ellipsis, `edges` and `tails`
of a quotation's two ends, `bracketed` of every bracket.
"""
