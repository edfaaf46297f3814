"""Zotero's items as CSL-JSON.

Source of the tables: Zotero's schema (api.zotero.org/schema, parts `csl.types`, `csl.fields` and `csl.names`), whose
names of types, fields and creators these are; of several fields for one variable the first that an item has counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.read.csl_dates import date_said
from holdwater.read.csl_schema import TYPES as CSL_TYPES
from holdwater.read.csl_schema import WORDS
from holdwater.read.personal_names import particles_apart

TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}

FIELDS = {
    "abstract": "abstractNote",
    "archive": "archive",
    "archive_location": "archiveLocation",
    "authority": "authority court legislativeBody issuingAuthority",
    "call-number": "callNumber applicationNumber",
    "chapter-number": "session",
    "citation-key": "citationKey",
    "collection-number": "seriesNumber",
    "collection-title": "seriesTitle series",
    "container-title": "publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle blogTitle "
    "forumTitle websiteTitle programTitle reporter code",
    "container-title-short": "journalAbbreviation",
    "dimensions": "artworkSize runningTime",
    "DOI": "DOI",
    "edition": "edition",
    "event-place": "eventPlace",
    "event-title": "meetingName conferenceName",
    "genre": "type thesisType reportType websiteType postType letterType manuscriptType mapType presentationType "
    "genre audioFileType programmingLanguage",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "issue": "issue priorityNumbers",
    "language": "language",
    "license": "rights",
    "medium": "medium artworkMedium interviewMedium audioRecordingFormat videoRecordingFormat system",
    "note": "extra",
    "number": "number reportNumber billNumber patentNumber docketNumber publicLawNumber documentNumber episodeNumber "
    "archiveID identifier",
    "number-of-pages": "numPages",
    "number-of-volumes": "numberOfVolumes",
    "page": "pages codePages firstPage",
    "publisher": "publisher institution university company label distributor studio network repository organization",
    "publisher-place": "place",
    "references": "history references",
    "scale": "scale",
    "section": "section committee",
    "source": "libraryCatalog",
    "status": "status legalStatus",
    "title": "title caseName nameOfAct subject",
    "title-short": "shortTitle",
    "URL": "url",
    "version": "versionNumber version",
    "volume": "volume codeVolume reporterVolume codeNumber",
}
"""Zotero's fields, in their order, by CSL variable."""

DATES = {
    "accessed": "accessDate",
    "issued": "date issueDate dateEnacted dateDecided",
    "original-date": "originalDate",
    "submitted": "filingDate",
}

CREATORS = {
    "artist": "author", "author": "author", "bookAuthor": "container-author", "cartographer": "author",
    "castMember": "performer", "composer": "composer", "contributor": "contributor", "cosponsor": "contributor",
    "counsel": "contributor", "director": "director", "editor": "editor", "guest": "guest", "interviewee": "author",
    "interviewer": "interviewer", "inventor": "author", "performer": "author", "podcaster": "author",
    "presenter": "author", "producer": "producer", "programmer": "author", "recipient": "recipient",
    "reviewedAuthor": "reviewed-author", "scriptwriter": "script-writer", "seriesEditor": "collection-editor",
    "sponsor": "author", "translator": "translator", "wordsBy": "contributor",
}  # fmt: skip
"""CSL roles by Zotero's types of creators."""

_EXTRA = waiting(r"[^\S\n]*([A-Za-z][A-Za-z _-]{1,40}):[^\S\n]{0,9}(\S.*)")
_EXTRA_WORDS = {name.lower().replace("_", " ").replace("-", " "): name for name in WORDS}
_MOST_LINES = 200


def csl_of_item(data: Mapping[str, object]) -> dict[str, object]:
    """A Zotero item (`itemType`, its fields by name, `creators`) as CSL-JSON, without an id.

    Names that are no field of Zotero, and values that are no text, are passed over.
    """
    item: dict[str, object] = {"type": TYPES.get(str(data.get("itemType")), "document")}
    for variable, fields in FIELDS.items():
        if value := _first(data, fields):
            item[variable] = value
    for variable, fields in DATES.items():
        if date := date_said(_first(data, fields)):
            item[variable] = date
    if isinstance(pages := item.get("page"), str):
        item["page"] = pages.replace("–", "-")
    if tags := [tag for tag in map(_tag, _listed(data.get("tags"))) if tag]:
        item["keyword"] = ", ".join(tags)
    _add_creators(item, _listed(data.get("creators")))
    return with_extra(item)


def _first(data: Mapping[str, object], fields: str) -> str:
    for field in fields.split():
        value = data.get(field)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _listed(value: object) -> list[object]:
    return value[:5_000] if isinstance(value, list) else []


def _tag(value: object) -> str:
    tag = value.get("tag") if isinstance(value, Mapping) else value
    return " ".join(tag.split()) if isinstance(tag, str) else ""


def _add_creators(item: dict[str, object], creators: list[object]) -> None:
    roles: dict[str, list[dict[str, object]]] = {}
    for creator in creators:
        if isinstance(creator, Mapping) and (name := _creator(creator)):
            roles.setdefault(CREATORS.get(str(creator.get("creatorType")), "contributor"), []).append(name)
    item |= roles


def _creator(creator: Mapping[object, object]) -> dict[str, object]:
    said = {part: " ".join(value.split()) for part, value in creator.items() if isinstance(value, str)}
    if name := said.get("name"):
        return {"literal": name}
    family, given = said.get("lastName", ""), said.get("firstName", "")
    if not family or not given:
        return {"literal": family or given} if family or given else {}
    given, comma, suffix = given.partition(",")
    return particles_apart(family, given.strip()) | ({"suffix": suffix.strip(" !")} if comma and suffix.strip() else {})


def with_extra(item: dict[str, object]) -> dict[str, object]:
    """The item with what lines of its note say of it ("DOI: 10.1000/1", "original-date: 1867").

    Zotero's users write variables so that its items have no field for (its documentation, "Citing Fields from Extra");
    what a field says goes first, and the note stays whole.
    """
    note = item.get("note")
    for line in note.splitlines()[:_MOST_LINES] if isinstance(note, str) else []:
        if not (found := _EXTRA.fullmatch(line)):
            continue
        name, value = found[1].strip().lower().replace("_", " ").replace("-", " "), found[2].strip()
        if name == "type" and value in CSL_TYPES:
            item["type"] = value
        elif name in ("original date", "event date", "submitted", "available date") and (date := date_said(value)):
            item.setdefault(name.replace(" ", "-"), date)
        elif variable := _EXTRA_WORDS.get(name):
            item.setdefault(variable, value)
    return item
