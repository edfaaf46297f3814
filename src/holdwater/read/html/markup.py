"""Where tags, comments and raw text end: enough of the HTML standard's tokeniser to tell text from markup."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

SPACE = " \t\n\f\r"

MARKUP = waiting(r"<(?:!--|(/?)([A-Za-z][^ \t\n\f\r/>]*+)|[!?/])")
"""What ends a stretch of text: the beginning of a tag (its slash and name), a comment or the like."""

_ATTRIBUTE = (
    r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+(?:(?![ \t\n\f\r]*+=)|[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    r"(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+))"
)
# At each place only one branch can match, so that nothing is tried twice when the file ends inside a tag.
_REST_OF_TAG = waiting(rf"(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*>")
_ONE_ATTRIBUTE = waiting(_ATTRIBUTE)
_COMMENT_END = waiting(r"--!?>")
_SCRIPT = waiting(r"<!--|-->|<(/?)script(?=[ \t\n\f\r/>])", re.I)

RAW = frozenset("script style xmp iframe noembed noframes plaintext".split())
"""Elements in which nothing is markup but their own end."""

RAW_BUT_ENTITIES = frozenset({"title", "textarea"})


def tag_end(raw: str, at: int) -> int:
    """The offset after the tag whose name ends at `at`; the end of the file where the tag does not end."""
    if raw.startswith(">", at):
        return at + 1
    found = _REST_OF_TAG.match(raw, at)
    return found.end() if found else len(raw)


def attributes_in(tag: str) -> int:
    """How many attributes stand in a tag."""
    return sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag)) - 1


def comment_end(raw: str, start: int, in_drawing: bool) -> int:
    """The offset after the comment, declaration or instruction that begins at `start`; in a drawing, after a CDATA."""
    if in_drawing and raw.startswith("<![CDATA[", start):
        end = raw.find("]]>", start)
        return len(raw) if end < 0 else end + 3
    if not raw.startswith("<!--", start):
        end = raw.find(">", start)
        return len(raw) if end < 0 else end + 1
    if raw.startswith((">", "->"), start + 4):
        return raw.index(">", start) + 1
    close = _COMMENT_END.search(raw, start + 4)
    return close.end() if close else len(raw)


def raw_end(raw: str, tag: str, at: int) -> int:
    """Where the contents of a raw element that begin at `at` end, which is before its end tag."""
    if tag == "plaintext":
        return len(raw)
    if tag == "script":
        return _script_end(raw, at)
    close = re.compile(rf"</{tag}(?=[ \t\n\f\r/>])", re.I).search(raw, at)
    return close.start() if close else len(raw)


def _script_end(raw: str, at: int) -> int:
    """The end of a script, which a comment in it that opens another script puts off."""
    commented = nested = False
    for found in _SCRIPT.finditer(raw, at):
        if found[0] == "<!--":
            commented = True
        elif found[0] == "-->":
            commented = nested = False
        elif found[1] and not nested:
            return found.start()
        else:
            nested = commented and not found[1]
    return len(raw)
