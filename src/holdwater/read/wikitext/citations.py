"""Citation templates: printed in reading order with the values at their places, and a record of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from holdwater.document import MarkKind, Record, Span
from holdwater.patterns import waiting
from holdwater.read.wikitext.call import Call, Stretch
from holdwater.read.wikitext.cite_names import kind_of, meaning
from holdwater.read.wikitext.dates import csl_date, year_of
from holdwater.read.wikitext.people import Name, parted, several, vancouver
from holdwater.read.wikitext.writing import Writing

_NAMES = ("last", "first", "author", "vauthors", "editor", "editor-last", "editor-first", "translator",
          "translator-last", "translator-first")  # fmt: skip
_FIELDS = {
    "publisher": "publisher", "location": "publisher-place", "volume": "volume", "issue": "issue",
    "edition": "edition", "series": "collection-title", "isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "pmid": "PMID",
    "pmc": "PMCID", "url": "URL", "language": "language", "type": "genre", "at": "section",
    "archive-url": "archive_location", "number-of-pages": "number-of-pages",
}  # fmt: skip
_IDENTIFIERS = {
    "doi": "doi:", "isbn": "ISBN ", "issn": "ISSN ", "pmid": "PMID ", "pmc": "PMC ", "arxiv": "arXiv:",
    "jstor": "JSTOR ", "oclc": "OCLC ", "bibcode": "Bibcode:", "s2cid": "S2CID ", "hdl": "hdl:", "lccn": "LCCN ",
}  # fmt: skip
_WHOLE_WORKS = frozenset({"book", "thesis", "report", "motion_picture", "map", "patent", "legislation"})
_NO_SPACE = waiting(r"\s")


@dataclass
class Given:
    """What a citation template is given, by what its parameters mean; those of people by their number as well."""

    kind: str
    values: dict[str, Stretch] = field(default_factory=dict)
    people: dict[str, dict[int, Stretch]] = field(default_factory=dict)


def citation(writer: Writing, call: Call, name: str) -> bool:
    """Write a citation template and keep its record; False for a template that is none."""
    kind = kind_of(name)
    if kind is None:
        return False
    given = _given(call, kind)
    if not given.values and not given.people:
        return False
    if name == "internetquelle" and "editor" in given.people and "publisher" not in given.values:
        given.values["publisher"] = given.people.pop("editor")[1]
    start = writer.pen.assembly.begin() if not writer.pen.waiting else writer.pen.at + 1
    _Printing(writer, given).write()
    csl = csl_of(writer, given)
    if writer.pen.at > start:
        _record(writer, given, csl, Span(min(start, writer.pen.at), writer.pen.at))
    return True


def _given(call: Call, kind: str) -> Given:
    given = Given(kind)
    for name, stretch in call.by_name.items():
        key, number = meaning(name)
        if not key or stretch[0] >= stretch[1]:
            continue
        if key in _NAMES:
            given.people.setdefault(key, {}).setdefault(number, stretch)
        else:
            given.values.setdefault(key, stretch)
    if "title" not in given.values and "chapter" in given.values and kind not in ("book", "chapter", ""):
        given.values["title"] = given.values.pop("chapter")
    return given


def _record(writer: Writing, given: Given, csl: Mapping[str, object], span: Span) -> None:
    if writer.defining and writer.note_id == "":
        return
    wanted = _id(writer, given, csl)
    writer.taken[wanted] += 1
    number = writer.taken[wanted]
    named = wanted if number == 1 or not wanted else f"{wanted}-{number}"
    if writer.note_id and writer.note_id not in writer.note_records:
        named = named or writer.note_id
        writer.note_records[writer.note_id] = named
    writer.pen.assembly.records.append(Record(named, span, csl))
    for other in _other_names(csl, given_year(writer, given)):
        writer.other_names.setdefault(other, set()).add(named)


def _other_names(csl: Mapping[str, object], year: str) -> Iterator[str]:
    """What else a short citation may call the work: by whole names, fewer authors, the year without its letter."""
    people = csl.get("author") or csl.get("editor")
    names = people if isinstance(people, list) else []
    for shown in (4, 1):
        for way in (_family, _whole):
            words = "".join(way(name) for name in names[:shown])
            for date in {year, year[:4]} if words else ():
                yield "CITEREF" + anchor(words + date)


def given_year(writer: Writing, given: Given) -> str:
    """The year of a work, with the letter that short citations give it; "" if it has none."""
    date = given.values.get("year") or given.values.get("date")
    return year_of(writer.plain(*date)) if date is not None else ""


def _id(writer: Writing, given: Given, csl: Mapping[str, object]) -> str:
    """What short citations call the work: the family names of up to four authors and the year, or what `ref` says."""
    own = given.values.get("ref")
    if own is not None:
        words = writer.raw[slice(*own)]
        if words.startswith("{{"):
            parts = [part.strip() for part in words.strip("{}").split("|")[1:6]]
            return "CITEREF" + anchor("".join(parts))
        if words not in ("harv", "none"):
            return writer.plain(*own)
    names = csl.get("author") or csl.get("editor")
    families = [_family(name) for name in names[:4]] if isinstance(names, list) else []
    return "CITEREF" + anchor("".join(families) + given_year(writer, given)) if families else ""


def _family(name: Name) -> str:
    return name.get("family") or name.get("literal", "")


def _whole(name: Name) -> str:
    return " ".join(filter(None, (name.get("given"), _family(name))))


def anchor(words: str) -> str:
    """A name as an anchor has it: without blanks."""
    return _NO_SPACE.sub("_", words.strip())


def csl_of(writer: Writing, given: Given) -> Mapping[str, object]:
    """The work as CSL-JSON."""
    values = {key: writer.plain(*stretch) for key, stretch in given.values.items() if key != "ref"}
    csl: dict[str, object] = {"type": _type(given)}
    for role, keys in (("author", ("last", "first", "author")), ("editor", ("editor-last", "editor-first", "editor")),
                       ("translator", ("translator-last", "translator-first", "translator"))):  # fmt: skip
        names = _people(writer, given, *keys)
        if role == "author" and "vauthors" in given.people:
            names = [*names, *vancouver(writer.plain(*given.people["vauthors"][1]))]
        if names:
            csl[role] = names
    csl.update(_titles(values, str(csl["type"])))
    csl.update({field: values[key] for key, field in _FIELDS.items() if values.get(key)})
    csl.update(_dates(values))
    page = values.get("pages") or values.get("page")
    if page:
        csl["page"] = page.replace("--", "–")
    if "arxiv" in values:
        csl["number"], csl["archive"] = values["arxiv"], "arXiv"
    if "jstor" in values:
        csl.setdefault("URL", f"https://www.jstor.org/stable/{values['jstor']}")
    return csl


def _type(given: Given) -> str:
    values = given.values
    if given.kind and given.kind != "book":
        return given.kind
    if "chapter" in values or (given.kind == "book" and "work" in values and "issue" not in values):
        return "chapter"
    if "work" in values and ("volume" in values or "issue" in values or "doi" in values or not given.kind):
        return "article-journal"
    if given.kind == "book" or {"publisher", "isbn", "location"} & values.keys():
        return "book"
    return "webpage" if "url" in values else "document"


def _titles(values: Mapping[str, str], kind: str) -> Mapping[str, object]:
    title = values.get("title", "")
    if title and values.get("subtitle"):
        title = f"{title}: {values['subtitle']}"
    found: dict[str, object] = {}
    if values.get("chapter"):
        found["title"] = values["chapter"]
        found["container-title"] = title or values.get("work", "")
    else:
        found["title"] = title
        found["container-title"] = values.get("work", "")
    if kind == "webpage" and not found["container-title"]:
        found["container-title"] = ""
    return {key: value for key, value in found.items() if value}


def _dates(values: Mapping[str, str]) -> Mapping[str, object]:
    date = values.get("date") or " ".join(filter(None, (values.get("month"), values.get("year"))))
    if values.get("date") and values.get("year") and not year_of(values["date"]):
        date = f"{values['date']} {values['year']}"
    found: dict[str, object] = {}
    if date:
        found["issued"] = csl_date(date)
    if values.get("access-date"):
        found["accessed"] = csl_date(values["access-date"])
    if values.get("orig-date"):
        found["original-date"] = csl_date(values["orig-date"])
    return found


def _people(writer: Writing, given: Given, last: str, first: str, whole: str) -> list[Name]:
    lasts, firsts, wholes = (given.people.get(key, {}) for key in (last, first, whole))
    names: list[Name] = []
    for number in sorted({*lasts, *wholes, *(firsts if not wholes else ())}):
        if number in lasts:
            forename = writer.plain(*firsts[number]) if number in firsts else ""
            names.append(parted(writer.plain(*lasts[number]), forename))
        elif number in wholes:
            words = writer.plain(*wholes[number])
            if words.startswith("((") or (number in firsts and whole == "author"):
                forename = writer.plain(*firsts[number]) if number in firsts else ""
                names.append(parted(words.strip("()"), forename))
            else:
                names.extend(several(words))
    return names


class _Printing:
    """Prints what a citation template is given, in the order in which it is read."""

    def __init__(self, writer: Writing, given: Given) -> None:
        self._writer, self._given = writer, given
        self._pen = writer.pen

    def write(self) -> None:
        values = self._given.values
        began = self._names("last", "first", "author", "vauthors")
        whole = self._given.kind in _WHOLE_WORKS or (self._given.kind == "" and "work" not in values)
        date = [values[key] for key in ("date", "month", "year") if key in values][: 1 if "date" in values else 2]
        if began and date:
            self._all(" (", date, ").")
        elif began:
            self._stop()
        if "chapter" in values:
            self._title(values["chapter"], within=True)
            self._word(" In")
            whole = True
        if self._names("editor-last", "editor-first", "editor", "", lead=" "):
            self._pen.add(" (ed.).")
        if "title" in values:
            self._title(values["title"], within=not whole, rest=values.get("subtitle"))
        if "trans-title" in values:
            self._put(" [", values["trans-title"], "].")
        if self._names("translator-last", "translator-first", "translator", "", lead=" Translated by "):
            self._stop()
        self._container(values)
        if date and not began:
            self._all(" ", date, ".")
        self._rest(values)

    def _container(self, values: Mapping[str, Stretch]) -> None:
        if "work" in values:
            self._pen.gap()
            self._marked(values["work"], MarkKind.TITLE)
            self._stop()
        self._put(" ", values.get("series"), ".")
        self._put(" Vol. ", values.get("volume"), "" if "issue" in values else ".")
        self._put(", no. " if "volume" in values else " No. ", values.get("issue"), ".")
        self._put(" (", values.get("edition"), " ed.).")
        self._put(" ", values.get("location"), ":" if "publisher" in values else ".")
        self._put(" ", values.get("publisher"), ".")
        self._put(" pp. ", values.get("pages"), ".")
        if "pages" not in values:
            self._put(" p. ", values.get("page"), ".")
        self._put(" ", values.get("at"), ".")

    def _rest(self, values: Mapping[str, Stretch]) -> None:
        for key, words in _IDENTIFIERS.items():
            self._put(f" {words}", values.get(key), ".")
        if "url" in values and "title" not in values:
            self._put(" ", values["url"], "")
        self._put(" Archived from the original on ", values.get("archive-date"), ".")
        self._put(" Retrieved ", values.get("access-date"), ".")
        if "quote" in values:
            self._pen.add(" “")
            self._marked(values["quote"], MarkKind.QUOTE)
            self._pen.add("”")

    def _title(self, stretch: Stretch, *, within: bool, rest: Stretch | None = None) -> None:
        """The title, which is a link where the template gives an address; in quotation marks if of a part."""
        url = self._given.values.get("url")
        link = self._pen.open(MarkKind.LINK, self._writer.plain(*url)) if url is not None else None
        self._pen.gap()
        if within:
            self._pen.add("“")
        self._marked(stretch, MarkKind.TITLE)
        self._put(": ", rest, "")
        if within:
            self._pen.add("”")
        if link is not None:
            self._pen.close(link)
        self._stop()

    def _names(self, last: str, first: str, whole: str, listed: str, *, lead: str = "") -> bool:
        """Write the names of one role; whether there are any."""
        people = self._given.people
        lasts, firsts, wholes = (people.get(key, {}) for key in (last, first, whole))
        written = False
        for number in sorted({*lasts, *wholes}):
            self._pen.add("; " if written else lead)
            self._put("", lasts.get(number, wholes.get(number)), "")
            self._put(", ", firsts.get(number), "")
            written = True
        if listed in people:
            self._put("; " if written else lead, people[listed][1], "")
            written = True
        return written

    def _marked(self, stretch: Stretch, kind: MarkKind) -> None:
        mark = self._pen.open(kind)
        self._writer.write(*stretch, by_line=False)
        self._pen.close(mark)

    def _put(self, before: str, stretch: Stretch | None, after: str) -> None:
        if stretch is not None:
            self._all(before, [stretch], after)

    def _all(self, before: str, stretches: list[Stretch], after: str) -> None:
        self._pen.add(before)
        for index, stretch in enumerate(stretches):
            self._pen.gap() if index else None
            self._writer.write(*stretch, by_line=False)
        self._stop() if after == "." else self._pen.add(after)

    def _word(self, words: str) -> None:
        self._pen.add(words)

    def _stop(self) -> None:
        """A full stop, unless the words before it end with one."""
        if not self._pen.last.endswith((".", "?", "!")):
            self._pen.add(".")
