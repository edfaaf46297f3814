r"""From the document's files to one flat text: files put in, own commands spelled out, conditions decided.

This is no macro engine. A command of the document's own is replaced by its body, whose characters then stand where the
command was called; arguments keep the places they were written at. All that may grow is bounded by a budget.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from holdwater.patterns import waiting
from holdwater.read.latex.conditionals import PRIMITIVE, Conditionals, holds
from holdwater.read.latex.files import Files, Opened
from holdwater.read.latex.flat import Flat, Piece
from holdwater.read.latex.frame import Frame
from holdwater.read.latex.macros import ABSENT, AGAIN, COMMANDS, ENVIRONMENTS, Macro
from holdwater.read.latex.tex import VERBATIM, Tex, unified

MAX_DEPTH = 60
"""How deep files and own commands may stand in each other."""

_TOKEN = waiting(r"\\(?:url|nolinkurl|path|href)[ \t]{0,9}\{[^{}\n]*\}|\\([A-Za-z@]+)|\\.|%[^\n]*", re.S)
_ENVIRONMENT = waiting(r"[ \t]{0,9}\{([^{}\n\\]{1,60})\}")
_BARE_FILE = waiting(r"[ \t]{0,9}(\|?\"[^\"\n]{1,300}\"|[^\s{}\\%\[]{1,300})")
_ENDS_IN_WORD = waiting(r"\\[A-Za-z@]+$")
_SWITCH = waiting(r"([A-Za-z@]{1,60}?)(true|false)")
_BEGIN_DOCUMENT = waiting(r"^[^%\n]*?\\begin[ \t]{0,9}\{document\}", re.M)
_END_DOCUMENT = "\\end{document}"


class Expander:
    """Reads the files and writes the flat text."""

    def __init__(self, files: Files, known: frozenset[str]) -> None:
        """`known` are the commands and environments whose meaning a document does not change for us."""
        self._files = files
        self._known = known
        self._out: list[Piece] = []
        self._length = 0
        self._body = -1
        self._budget = 2_000_000
        self._macros: dict[str, Macro] = {}
        self._environments: dict[str, tuple[Macro, Macro]] = {}
        self._switches: dict[str, bool] = {}
        self._frames: list[Frame] = []

    def flat(self, raw: str) -> Flat:
        """The flat text of a document whose main file has this content."""
        text = unified(raw)
        self._budget += 4 * len(text)
        end = Tex(text).find(_END_DOCUMENT, 0)
        begin = _BEGIN_DOCUMENT.search(text)
        frame = Frame(
            Tex(text), [Piece(text, 0)], len(text) if end < 0 or not begin else end, path=f"{self._files.stem}.tex"
        )
        self._frames.append(frame)
        while self._frames:
            self._scan(self._frames[-1])
        return Flat(self._out, max(0, self._body) if begin else 0)

    def _scan(self, frame: Frame) -> None:
        text, macros, actions = frame.tex.text, self._macros, _ACTIONS
        for found in _TOKEN.finditer(text, frame.at, frame.end):
            name = found[1]
            if name is None:
                continue
            frame.at = found.end()
            if name in macros:
                self._call(frame, found.start(), macros[name])
                return
            action = actions.get(name)
            if action is None and (name.startswith("if") or name.endswith(("true", "false"))):
                action = Expander.condition
            if action is not None and action(self, frame, found.start()):
                return
        self._keep(frame, frame.end)
        self._frames.pop()

    def _keep(self, frame: Frame, end: int) -> None:
        """Write what was read of a frame up to `end`."""
        if end > frame.kept:
            self._out += frame.between(frame.kept, end)
            self._length += end - frame.kept
            frame.kept = end

    def _drop(self, frame: Frame, start: int, after: int) -> bool:
        """Leave out what stands from `start` on, and go on `after` it."""
        self._keep(frame, start)
        frame.at = frame.kept = max(after, frame.at)
        return True

    def _call(self, frame: Frame, start: int, macro: Macro) -> None:
        """Put a command's body in its place."""
        self._drop(frame, start, frame.at)
        values = self._values(macro, frame.origin(start, frame.at))
        origin = frame.origin(start, frame.at)
        if not macro.kinds:
            frame.at = frame.kept = frame.tex.after_word(frame.at)
        self._push(macro, values, origin, frame)

    def _values(self, macro: Macro, origin: tuple[int, int]) -> list[list[Piece]]:
        defaults = iter(macro.defaults)
        values: list[list[Piece]] = []
        for kind in macro.kinds:
            if kind == "s":
                values.append(self._star())
                continue
            found = self._take(optional=kind == "o")
            default = next(defaults, "") if kind == "o" else ""
            values.append(found if found is not None else [Piece(default, *origin)] if default else [])
        return values

    def _source(self) -> Frame:
        """The frame that the next argument stands in: a command's body may end before its own arguments."""
        while len(self._frames) > 1:
            top = self._frames[-1]
            if not top.macro or top.tex.blanks(top.at) < top.end:
                break
            self._keep(top, top.at)
            self._frames.pop()
        return self._frames[-1]

    def _take(self, *, optional: bool) -> list[Piece] | None:
        frame = self._source()
        found = frame.tex.optional(frame.at) if optional else frame.tex.argument(frame.at)
        if found is None or found.end > frame.end:
            return None
        frame.at = frame.kept = found.after
        self._budget -= (found.end - found.start) // 4
        return frame.between(found.start, found.end)

    def _star(self) -> list[Piece]:
        frame = self._source()
        if frame.tex.text.startswith("*", frame.at):
            frame.at = frame.kept = frame.at + 1
        return []

    def _push(self, macro: Macro, values: list[list[Piece]], origin: tuple[int, int], frame: Frame) -> None:
        self._budget -= 40 + 10 * len(macro.body)
        pieces: list[Piece] = []
        for part in macro.body if self._budget > 0 else ():
            new = [Piece(part, *origin)] if isinstance(part, str) else values[part - 1] if part <= len(values) else []
            if pieces and new and new[0].words[:1].isalpha() and _ENDS_IN_WORD.search(pieces[-1].words[-60:]):
                pieces.append(Piece(" ", *origin))
            pieces += new
        if pieces and _ENDS_IN_WORD.search(pieces[-1].words[-60:]):
            pieces.append(Piece(" ", *origin))
        size = sum(len(piece.words) for piece in pieces)
        self._budget -= size + 10 * len(pieces)
        if self._budget < 0 or len(self._frames) > MAX_DEPTH:
            self._files.note("commands that the document defines stand too deep in each other or grow too long")
            return
        if size:
            text = "".join(piece.words for piece in pieces)
            self._frames.append(Frame(Tex(text), pieces, len(text), frame.folder))

    def define(self, frame: Frame, start: int) -> bool:
        name = frame.tex.text[start + 1 : frame.at]
        found = (COMMANDS.get(name) or ENVIRONMENTS[name])(frame.tex, frame.at)
        if found.macro is None or not found.name:
            return self._drop(frame, start, found.after) if found.after > frame.at else False
        if found.name == "thefootnote":
            return False
        if name in AGAIN and found.name in self._known:
            return self._drop(frame, start, found.after)
        if found.end is not None:
            self._environments[found.name] = (found.macro, found.end)
        elif not _is_itself(found.name, found.macro):
            self._macros[found.name] = found.macro
        return self._drop(frame, start, found.after)

    def environment(self, frame: Frame, start: int) -> bool:
        found = _ENVIRONMENT.match(frame.tex.text, frame.at)
        if not found:
            return False
        name = found[1]
        if name in VERBATIM:
            return self._verbatim(frame, start, name, found.end())
        if name in self._environments:
            self._drop(frame, start, found.end())
            self._call_environment(frame, start, name)
            return True
        if name == "document" and self._body < 0 and len(self._frames) == 1:
            self._keep(frame, start)
            self._body = self._length
        return False

    def _call_environment(self, frame: Frame, start: int, name: str) -> None:
        begins = frame.tex.text.startswith("\\begin", start)
        macro = self._environments[name][0 if begins else 1]
        values = self._values(macro, frame.origin(start, frame.at))
        self._push(macro, values, frame.origin(start, frame.at), frame)

    def _verbatim(self, frame: Frame, start: int, name: str, at: int) -> bool:
        if not frame.tex.text.startswith("\\begin", start):
            return False
        end = frame.tex.find(f"\\end{{{name}}}", at)
        if end < 0:
            return False
        if name.startswith(("comment", "filecontents")):
            return self._drop(frame, start, end + len(f"\\end{{{name}}}"))
        frame.at = end
        return True

    def verb(self, frame: Frame, start: int) -> bool:
        text = frame.tex.text
        at = frame.at + text.startswith("*", frame.at)
        mark = text[at : at + 1]
        if not mark or mark.isalnum() or mark.isspace() or mark in "{[\\":
            return False
        end = frame.tex.verb_end(at + 1, mark)
        if end < 0:
            return False
        frame.at = end + 1
        return True

    def condition(self, frame: Frame, start: int) -> bool:
        """`\\if…`, and what switches a condition of the document's own."""
        name = frame.tex.text[start + 1 : frame.at]
        switch = _SWITCH.fullmatch(name)
        if switch and f"if{switch[1]}" in self._switches:
            self._switches[f"if{switch[1]}"] = switch[2] == "true"
            return self.finish(frame, start)
        if name not in PRIMITIVE and name not in self._switches:
            return False
        conditionals = self._conditionals(frame)
        branches = conditionals.branches.get(start)
        if branches is None:
            return self.finish(frame, start)
        if holds(name, self._switches):
            return self._drop(frame, start, conditionals.after_test(name, frame.tex.after_word(frame.at)))
        return self._drop(frame, start, min(frame.tex.after_word(branches.otherwise), frame.end))

    def _conditionals(self, frame: Frame) -> Conditionals:
        if frame.conditionals is None:
            frame.conditionals = Conditionals(frame.tex, frozenset(self._switches))
        return frame.conditionals

    def otherwise(self, frame: Frame, start: int) -> bool:
        end = self._conditionals(frame).ends.get(start, frame.at)
        return self._drop(frame, start, min(frame.tex.after_word(end), frame.end))

    def finish(self, frame: Frame, start: int) -> bool:
        return self._drop(frame, start, min(frame.tex.after_word(frame.at), frame.end))

    def new_switch(self, frame: Frame, start: int) -> bool:
        found = re.compile(r"\s{0,9}\\(if[A-Za-z@]{1,60})").match(frame.tex.text, frame.at)
        if not found:
            return False
        self._switches.setdefault(found[1], False)
        return self._drop(frame, start, found.end())

    def put_in(self, frame: Frame, start: int) -> bool:
        r"""`\input{file}` and its kin."""
        name = frame.tex.text[start + 1 : frame.at]
        folder = None
        if name in ("import", "subimport", "includefrom", "subincludefrom"):
            folder = frame.tex.braced(frame.at)
            if folder is None:
                return False
        argument = frame.tex.braced(folder.after if folder else frame.at)
        bare = None if argument else _BARE_FILE.match(frame.tex.text, frame.at, frame.end)
        if argument is None and bare is None:
            return False
        written = frame.tex.of(argument).strip() if argument else bare[1] if bare else ""
        after = argument.after if argument else bare.end() if bare else frame.at
        self._drop(frame, start, after)
        if folder:
            written = f"{frame.tex.of(folder).strip().rstrip('/')}/{written}"
        self._put_file(frame, written, moves=folder is not None or name == "subfile", own_page=name == "include")
        return True

    def _put_file(self, frame: Frame, written: str, *, moves: bool, own_page: bool = False) -> None:
        opened = self._files.open(written, (frame.folder, ""))
        if opened is None:
            return
        if any(one.path == opened.path for one in self._frames) or len(self._frames) > MAX_DEPTH:
            self._files.note(f"{opened.path}: not read again: it puts itself in")
            return
        self._budget -= 200 + len(opened.text) // 8
        if self._budget < 0:
            self._files.note(f"{opened.path}: not read: the document's files put each other in too often")
            return
        folder = opened.path.rpartition("/")[0] if moves else frame.folder
        between = "\n\n" if own_page else "\n" if "%" in opened.text.rpartition("\n")[2] else " "
        if own_page:
            self._out.append(Piece(between, opened.place, 1))
            self._length += len(between)
        self._push_file(opened, folder, between)

    def _push_file(self, opened: Opened, folder: str, between: str) -> None:
        """Read a file, or what is between its `\\begin{document}` and `\\end{document}`; `between` stands after it."""
        tex = Tex(opened.text)
        begin = _BEGIN_DOCUMENT.search(opened.text)
        start = begin.end() if begin else 0
        end = tex.find(_END_DOCUMENT, start) if begin else -1
        for stop in ("\\endinput",):
            found = re.search(r"^[ \t]*\\endinput(?![A-Za-z])", opened.text, re.M) if stop in opened.text else None
            end = found.start() if found and end < 0 and found.start() >= start else end
        end = len(opened.text) if end < 0 else end
        pieces = [Piece(opened.text[start:end], opened.place + start), Piece(between, opened.place + end, 1)]
        text = opened.text[start:end] + between
        self._frames.append(Frame(Tex(text), pieces, len(text), folder, opened.path))

    def package(self, frame: Frame, start: int) -> bool:
        """A package of the author's own that stands beside the document: its definitions count."""
        options = frame.tex.optional(frame.at)
        argument = frame.tex.braced(options.after if options else frame.at)
        if argument is None or self._body >= 0:
            return False
        for name in frame.tex.of(argument).split(",")[:20]:
            text = self._files.text(name.strip(), ".sty") if name.strip() else None
            if text:
                self._definitions(text)
        return False

    def _definitions(self, text: str) -> None:
        tex = Tex(text)
        at = 0
        while found := _TOKEN.search(text, at):
            at = found.end()
            if found[1] in COMMANDS or found[1] in ENVIRONMENTS:
                frame = Frame(tex, [], len(text), path="/", at=at, kept=at)
                self.define(frame, found.start())
                at = max(at, frame.at)

    def bibliography(self, frame: Frame, start: int) -> bool:
        r"""`\bibliography{refs}` and `\printbibliography`: where there is no `.bib`, LaTeX's own `.bbl` is as good."""
        argument = frame.tex.braced(frame.at) if frame.tex.text.startswith("\\bibliography", start) else None
        names = [name.strip() for name in frame.tex.of(argument).split(",") if name.strip()]
        if argument is None or any(self._files.text(name, ".bib") is not None for name in names):
            return False
        if self._files.text(self._files.stem, ".bbl") is None:
            return False
        self._drop(frame, start, argument.after)
        self._put_file(frame, f"{self._files.stem}.bbl", moves=False)
        return True

    def no_value(self, frame: Frame, start: int) -> bool:
        """The tests of optional arguments that `NewDocumentCommand` brings."""
        name = frame.tex.text[start + 1 : frame.at]
        tested = frame.tex.argument(frame.at)
        then = frame.tex.braced(tested.after) if tested else None
        if tested is None or then is None:
            return False
        absent = frame.tex.text[tested.start : tested.end].strip().startswith(ABSENT)
        wants = absent == name.startswith("IfNoValue")
        both = name.endswith("TF")
        other = frame.tex.braced(then.after) if both else None
        after = other.after if other else then.after
        chosen = then if (wants and not name.endswith("VF")) else other
        self._drop(frame, start, after)
        if chosen is not None:
            pieces = frame.between(chosen.start, chosen.end)
            text = "".join(piece.words for piece in pieces)
            if text and len(self._frames) <= MAX_DEPTH:
                self._budget -= len(text) + 40
                self._frames.append(Frame(Tex(text), pieces, len(text), frame.folder))
        return True


def _is_itself(name: str, macro: Macro) -> bool:
    r"""`\let\a\a` and the like, which would never end."""
    return macro.body == (f"\\{name}",)


_ACTIONS: dict[str, Callable[[Expander, Frame, int], bool]] = {
    **dict.fromkeys([*COMMANDS, *ENVIRONMENTS], Expander.define),
    "begin": Expander.environment,
    "end": Expander.environment,
    "verb": Expander.verb,
    "lstinline": Expander.verb,
    "newif": Expander.new_switch,
    "else": Expander.otherwise,
    "or": Expander.otherwise,
    "fi": Expander.finish,
    **dict.fromkeys(
        "input include subfile import subimport includefrom subincludefrom InputIfFileExists".split(), Expander.put_in
    ),
    "usepackage": Expander.package,
    "RequirePackage": Expander.package,
    "bibliography": Expander.bibliography,
    "IfNoValueTF": Expander.no_value,
    "IfNoValueT": Expander.no_value,
    "IfValueTF": Expander.no_value,
    "IfValueT": Expander.no_value,
}
