"""What templates do, by their names in lower case: which print what they are given, which quote, which only steer."""

from __future__ import annotations

QUOTES = frozenset(
    "quote; blockquote; cquote; bquote; bq; block quote; quotation; quote box; quotebox; quote frame; quote box2;"
    " pull quote; pullquote; rquote; centered pull quote; poemquote; poem quote; verse translation;"
    " quote without source;"
    " block indent; zitat; zitat-de; zitat-en; zitat-fr; zitat-es; zitat-it; zitat-la; citation bloc; citation longue;"
    " cita bloque; cita; bloque de cita; citazione; quote-it; cytat; cytat d; цитата; citaat; citação; citação2;"
    " citat; sitat; lainaus".split("; ")
)
"""Templates that set a quotation as a block."""

INLINE_QUOTES = {
    '"': "„“", "'\"": "„“", "“": "“”", "tq": "", "talk quote inline": "", "xt": "", "qi": "“”", "q": "“”",
    "quote inline": "“”", "«": "«»", "citation étrangère": "«»", "cita interna": "«»",
}  # fmt: skip
"""Templates that quote within a line, and the quotation marks they print."""

SIGNS = {
    "nbsp": "\u00a0", "spaces": "\u00a0", "space": "\u00a0", "thinsp": "\u2009", "thin space": "\u2009",
    "hair space": "\u200a", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "spaced en dash": " – ",
    "snds": " – ", "spaced mdash": " — ", "ndash": "–", "en dash": "–", "mdash": "—", "em dash": "—", "--": "–",
    "---": "—", "'": "'", "'s": "'s", "=": "=", "!": "|", "!!": "||", "(": "{", ")": "}", "((": "{{", "))": "}}",
    "·": " · ", "dot": " · ", "•": " • ", "bull": " • ", "bullet": " • ", "sic": "[sic]", "...": "…", "ellipsis": "…",
    "pi": "π", "euro": "€", "pound": "£", "yen": "¥", "num": "#", "number sign": "#", "deg": "°", "zwj": "",
    "zwsp": "", "wbr": "", "shy": "", "clear": "", "-": "", "br": " ", "break": " ", "crlf": " ", "pb": " ",
    "spaced en dash space": " – ", "visible anchor": "", "!-": "|-", "gt": ">", "lt": "<", "amp": "&",
}  # fmt: skip
"""Templates that print a sign, where they are given nothing."""

LAST = frozenset(
    "lang; langue; lang-x; literal translation; transl; transliteration; font color; fontcolor; color; colour; lang2;"
    " lang-grc2; script; legend2; font; size; resize; wikt-lang; textcolor; couleur; hover title; rtl-lang".split("; ")
)
"""Templates that print what stands last of what they are given by place."""

FIRST = frozenset(
    "nowrap; nobr; nobreak; nwr; no wrap; abbr; abbreviation; abk; abréviation; abrev; abbrlink; tooltip; tooltip2;"
    " small; smaller; big; larger; large; resize; sc; sc1; smallcaps; small caps; sub; sup; em; strong; italics; bold;"
    " ital; ii; i; b; u; underline; strike; tt; mono; code; codett; kbd; samp; var; math; mvar; notatypo; not a typo;"
    " proper name; as written; ill; interlanguage link; interlanguage link multi; illm; link-interwiki; red link;"
    " visible anchor; vanchor; anchor text; noitalic; no italic; nobold; normal; plain; centre; center; centered;"
    " align; left; right; text; plainlist; flatlist; indented plainlist; block; resize text; uc; lc; ucfirst; lcfirst;"
    " formatnum; nts; ntsh; number; nombre; gaps; keypress; key; dfn; term; defn; zh; nihongo; korean; ipa;"
    " ipa-de; ipa-fr; respell; angbr; angle bracket; angle; script; polytonic; unicode; hebrew; arabic; cyr; jpn;"
    " siècle; s-; s; date-; date; datum; dts; start-date; date de naissance; nombre; unité; unité/2; fchim; ex;"
    " exp; exposant; ind; indice; e; er; re; ère; ème; 1er; heure; mfn; snamei; sname; species; taxon italic;"
    " ship prefix; title; titre; official name; native name; own; own name; short; bibleverse; bibelvers; sfrac2;"
    " highlight; mark; background color; pre; pre2; nobold; collapse; hidden text; columns; div col text; noprint;"
    " noprint2; screen reader-only; for loop; ghbl; blist; wikt; wiktionary inline; see above; music; cjk;"
    " linktext".split("; ")
)
"""Templates that print what stands first of what they are given by place."""

LISTS = frozenset(
    "hlist; hlist-comma; ubl; ublist; unbulleted list; unbulleted; plain list; cslist; comma separated entries; blist;"
    " bulleted list; flat list; ordered list; glist; indented list; enum; liste à puces; liste simple; br separated"
    " entries; collapsible list; columns-list; pagelist; tree list".split("; ")
)
"""Templates that print all they are given by place, one after the other."""

MONEY = {
    "us$": "US$", "usd": "US$", "us dollar": "US$", "£": "£", "gbp": "£", "pound sterling": "£", "€": "€", "euro": "€",
    "eur": "€", "a$": "A$", "aud": "A$", "au$": "A$", "ca$": "CA$", "cad": "CA$", "¥": "¥", "jpy": "¥", "jpy¥": "¥",
    "inr": "₹", "₹": "₹", "indian rupee": "₹", "chf": "CHF ", "cny": "CN¥", "nzd": "NZ$", "hkd": "HK$",
}  # fmt: skip

HATNOTES = frozenset(
    "main; main article; main articles; see also; further; further information; details; hatnote; about; for; for2;"
    " other uses; other uses of; other people; redirect; redirect2; distinguish; not to be confused with; see; about2;"
    " hauptartikel; siehe auch; dieser artikel; begriffsklärungshinweis; article détaillé; articles détaillés; voir;"
    " voir homonymes; homonyme; autres projets; vt; véase también; ap; principal; otros usos; vedi anche; nota"
    " disambigua; zie hoofdartikel; zie ook; main list; broader; category see also; selfref; artikel principal;"
    " artigo principal; ver também; osobny artykuł".split("; ")
)
"""Templates that lead the reader elsewhere, in a line above a section."""

BOXES = ("infobox", "taxobox", "speciesbox", "chembox", "automatic taxobox", "drugbox", "geobox", "ficha de")
"""How the names of templates begin that set a table of facts beside the text."""

SILENT = frozenset(
    "short description; use dmy dates; use mdy dates; use british english; use american english; good article; "
    "featured article; pp; pp-protected; pp-semi-indef; pp-move; pp-move-indef; pp-vandalism; protected; citation "
    "needed; cn; fact; cit requise; référence nécessaire; référence souhaitée; belege fehlen; citation requise; "
    "sans source; better source needed; better source; clarify; clarification needed; dubious; when; who; whom; "
    "by whom; which; where; why; vague; page needed; pn; failed verification; verification needed; verify source; "
    "full citation needed; full; non-primary source needed; primary source inline; unreliable source?; unreliable "
    "source inline; according to whom; attribution needed; original research inline; or; synthesis inline; pov "
    "inline; disputed inline; update inline; update after; needs update; specify; undue weight inline; weasel "
    "inline; dead link; dead; lien brisé; toter link; enlace roto; cbignore; bots; nobots; webarchive; "
    "subscription; subscription required; registration required; open access; closed access; free access; "
    "unreferenced; refimprove; more citations needed; more footnotes; more footnotes needed; no footnotes; "
    "citation style; cleanup; multiple issues; orphan; stub; underlinked; expand section; expand language; empty "
    "section; npov; pov; advert; coi; tone; peacock; essay-like; copy edit; copyedit; lead too short; primary "
    "sources; one source; globalize; update; under construction; in use; current; notability; technical; "
    "over-quotation; undue weight; coord; coordinates; koordinate; coord/title; authority control; normdaten; "
    "autorité; control de autoridades; defaultsort; displaytitle; portal; portal bar; portal inline; portail; "
    "commons; commons category; commonscat; commons category-inline; commons-inline; wikiquote; wikisource; "
    "wiktionary; wikinews; wikispecies; wikidata; sister project links; sister project; sister links; "
    "sisterlinks; subject bar; navboxes; toc; toc limit; toclimit; toc left; toc right; toc hidden; compact toc; "
    "compactoc; -; clear; clr; clear left; clear right; stack; stack begin; stack end; anchor; anchors; ancre; "
    "shortcut; div col; divcol; div col end; divcolend; col div end; colbegin; colend; col-begin; col-break; "
    "col-end; col-2; col-3; col-4; refbegin; refend; ref begin; ref end; ref-begin; ref-end; reference page; "
    "reflist; references; refs; notelist; notelist-ua; notelist-lr; notelist-ur; notelist-lg; notelist-talk; "
    "noteslist; notes; listaref; références; références nombreuses; references-small; reflist-talk; sfn "
    "whitelist; cs1 config; citation style 1; italic title; italictitle; lowercase title; lowercase; title case; "
    "use list-defined references; use shortened footnotes; use harvard referencing; engvarb; efn-list; rs; "
    "redirect category shell; r from move; short pages monitor; imagemap; multiple image; gallery; image; "
    "photomontage; maplink; location map; location map many; location map+; audio; listen; spoken wikipedia; "
    "spoken article; video; external media; side box; archive; talk header; notice; tmbox; ambox; mbox; for loop; "
    "ombox; lesenswert; exzellent; bon article; article de qualité; ébauche; à sourcer; semiprotégé; destacado; "
    "bueno; desambiguación; begriffsklärung; disambiguation; disambig; hndis; geodis; surname; given name; set "
    "index; persondata; personendaten; babel; void; empty; null; noredirect; #ifeq; afc submission; other ships; "
    "use oxford spelling; sfnref; harvid; pagename; fullpagename; sitename".split("; ")
)
"""Templates that print nothing, or nothing that the authors of the page wrote."""

SILENT_PREFIXES = (
    "use ", "pp-", "#", "defaultsort:", "displaytitle:", "portal", "navbox", "toc ", "r from ", "r to ", "rfd",
    "portail", "palette", "navigationsleiste", "notelist", "commons", "wikisource", "wikt:", "cleanup", "campaignbox",
    "sidebar", "expand ", "autres projets", "location map", "lowercase", "article for", "succession", "s-", "anglicise",
    "engvar", "subst:", "ipac-", "semiprotég", "protected", "unreferenced", "templatestyles",
)  # fmt: skip
SILENT_SUFFIXES = (" stub", "-stub", " sidebar", " navbox", " topics", " navigation", " footer", " series", "/méta")

NOTE_GROUPS = {
    "efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman",
    "efn-ur": "upper-roman", "efn-lg": "lower-greek", "refn": "", "footnote": "", "#tag:ref": "", "note-label": "",
    "explanatory footnote": "lower-alpha", "notetag": "note", "ref label note": "",
}  # fmt: skip
"""Templates that make a note of what they are given, and the group it belongs to."""
