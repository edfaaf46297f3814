"""The words of CSL-JSON: item types and variables.

Source: Citation Style Language 1.0.2, Appendices III (types) and IV (variables), and its schema of input data.
"""

from __future__ import annotations

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)

NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator"
).split()

DATES = "issued accessed available-date event-date original-date submitted".split()

WORDS = (
    "abstract annote archive archive-place archive_collection archive_location authority call-number chapter-number "
    "citation-key citation-label citation-number collection-number collection-title collection-title-short "
    "container-title container-title-short dimensions division DOI edition event-place event-title "
    "first-reference-note-number genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language license "
    "locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place "
    "original-title page page-first part-number part-title PMCID PMID printing-number publisher publisher-place "
    "references reviewed-genre reviewed-title scale section source status supplement-number title title-short URL "
    "version volume volume-title volume-title-short year-suffix"
).split()
"""Variables whose value is text or a number."""

VARIABLES = (*WORDS, *NAMES, *DATES)
