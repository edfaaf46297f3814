"""Citation templates of several languages: what kind of work each describes, and what its parameters are called."""

from __future__ import annotations

from holdwater.patterns import waiting

KINDS = {
    "book": "book", "buch": "book", "literatur": "book", "ouvrage": "book", "livre": "book", "libro": "book",
    "livro": "book", "boek": "book", "książkę": "book", "книга": "book", "bok": "book", "chapitre": "chapter",
    "web": "webpage", "internetquelle": "webpage", "lien web": "webpage", "stronę": "webpage", "webb": "webpage",
    "site": "webpage", "www": "webpage", "url": "webpage", "journal": "article-journal", "article": "article-journal",
    "publicación": "article-journal", "pubblicazione": "article-journal", "periódico": "article-journal",
    "pismo": "article-journal", "paper": "article-journal", "news": "article-newspaper", "noticia": "article-newspaper",
    "nieuws": "article-newspaper", "newspaper": "article-newspaper", "magazine": "article-magazine",
    "conference": "paper-conference", "conferencia": "paper-conference", "thesis": "thesis", "tesis": "thesis",
    "report": "report", "techreport": "report", "encyclopedia": "entry-encyclopedia",
    "encyclopaedia": "entry-encyclopedia", "dictionary": "entry-dictionary", "press release": "article",
    "av media": "motion_picture", "video": "motion_picture", "dvd": "motion_picture", "podcast": "broadcast",
    "episode": "broadcast", "serial": "broadcast", "speech": "speech", "interview": "interview", "map": "map",
    "arxiv": "article", "biorxiv": "article", "medrxiv": "article", "ssrn": "article", "citeseerx": "article",
    "document": "article", "patent": "patent", "tweet": "post", "newsgroup": "post", "mailing list": "post",
    "forum": "post", "court": "legal_case", "act": "legislation", "sign": "graphic", "av media notes": "song",
    "album notes": "song", "music": "song", "q": "", "source": "", "periodico": "article-journal",
    "notizia": "article-newspaper", "jornal": "article-newspaper", "revista": "article-magazine",
}  # fmt: skip
"""What kind of work (CSL's types) a template is for, by the end of its name."""

CITES = waiting(
    r"(?:(?:v|vr|r|h)?cite|cita|citar|citeer|cytuj|citer|cite|kilde|zitiere)\s+(?P<kind>[\w ]{1,30})"
    r"|(?P<whole>literatur|internetquelle|lien web|ouvrage|article|chapitre|citation|vcitation|cytuj|книга|статья"
    r"|harvard citation|cite|cite tweet|lien vidéo|lien arxiv|ouvrage collectif|cite lrb)"
)
"""Names of citation templates, in lower case."""

_PARAMETERS = {
    "last": "last last1 author-last author1-last author-last1 surname surname1 lastauthoramp nachname vorname-nach"
    " nom nom1 apellido apellidos apellido1 apellidos1 cognome cognome1 achternaam sobrenome último ultimo sobrenome1"
    " nazwisko nazwisko1 efternamn",
    "first": "first first1 given given1 author-first author1-first author-first1 vorname prénom prénom1 nombre nombre1"
    " nome nome1 voornaam primeiro primeiro1 imię imię1 förnamn",
    "author": "author author1 authors people credits host autor autor1 autores auteur auteur1 auteurs autore autore1"
    " coauthors coautores coautori автор artist cartography inventor subject speaker user author-mask-link",
    "vauthors": "vauthors",
    "editor-last": "editor-last editor1-last editor-last1 editor-surname apellidos-editor"
    " apellido-editor editor-apellidos nom-éditeur redaktor-nazwisko nazwisko-r",
    "editor-first": "editor-first editor1-first editor-first1 editor-given nombre-editor editor-nombre imię-r",
    "editor": "editor editor1 editors herausgeber hrsg curatore directeur directeur1 redacteur redaktor veditors"
    " responsabilité1",
    "translator": "translator translator1 trans translators übersetzer traducteur traductor traduttore tradutor"
    " vertaler trad tłumacz",
    "translator-last": "translator-last translator1-last translator-last1",
    "translator-first": "translator-first translator1-first translator-first1",
    "title": "title titel titre título titulo titolo tytuł заглавие script-title заголовок название titulli",
    "subtitle": "titelerg sous-titre subtítulo",
    "trans-title": "trans-title trans_title titel-p traducción",
    "chapter": "chapter entry article contribution section kapitel chapitre titre-chapitre titre_chapitre capítulo"
    " capitolo hoofdstuk rozdział capitulo titre-article",
    "work": "work website journal newspaper magazine periodical encyclopedia encyclopaedia dictionary sammelwerk werk"
    " site périodique revue publicación revista periódico obra sitioweb sitio opera rivista giornale sito krant"
    " tijdschrift czasopismo издание jornal publicação conference book-title booktitle mailinglist newsgroup"
    " diccionario enciclopedia ouvrage album program",
    "series": "series reihe collection colección collana serie seria",
    "volume": "volume band tome volumen wolumin tom volumul",
    "issue": "issue number nummer numéro numero número nr wydanie-nr numer",
    "edition": "edition auflage édition numéro-édition edición edizione druk editie edição wydanie издание-номер",
    "location": "location place publication-place ort lieu ubicación lugar città plaats local miejsce место",
    "publisher": "publisher verlag éditeur editeur editorial editore uitgever editora wydawca издательство institution"
    " publisher-name agency",
    "year": "year jahr année anno año jaar ano rok год",
    "date": "date datum fecha data дата air-date publication-date",
    "month": "month monat mois mes mese",
    "page": "page p página pagina passage strona s",
    "pages": "pages pp seiten páginas pagine pagina's paginas strony страницы",
    "at": "at fundstelle minutes time spalten loc",
    "isbn": "isbn", "issn": "issn", "doi": "doi", "pmid": "pmid", "pmc": "pmc", "arxiv": "arxiv eprint",
    "jstor": "jstor", "oclc": "oclc", "bibcode": "bibcode", "s2cid": "s2cid", "hdl": "hdl", "lccn": "lccn",
    "url": "url online link lire-en-ligne lireenligne chapter-url conference-url contribution-url",
    "access-date": "access-date accessdate abruf zugriff consulté-le consultéle consulté fechaacceso accesso"
    " bezochtdatum acessodata data-dostępu dostęp visited fecha-acceso besuk",
    "archive-url": "archive-url archiveurl archiv-url archiv urlarchivo urlarchivio archiefurl arquivourl archiwum"
    " archive-url-original wayb",
    "archive-date": "archive-date archivedate archiv-datum fechaarchivo dataarchivio archiefdatum arquivodata"
    " archive-datum zarchiwizowano archive",
    "quote": "quote quotation zitat extrait cita citazione citaat citação cytat",
    "language": "language lang sprache langue idioma lingua taal język",
    "type": "type medium art degree format",
    "orig-date": "orig-date orig-year origyear original-year",
    "ref": "ref",
    "via": "via",
    "number-of-pages": "pages-totales totalpages",
}  # fmt: skip
PARAMETERS = {name: key for key, line in _PARAMETERS.items() for name in line.split()}
"""What a parameter means, by its name in lower case with hyphens for blanks."""

_NUMBERED = waiting(r"([^\W\d]+(?:-[^\W\d]+)*?)-?(\d{1,3})(-[^\W\d]+)?")


def meaning(name: str) -> tuple[str, int]:
    """What a parameter of this name means, and which of several it is (from 1); "" where it means nothing to us."""
    name = name.replace(" ", "-").replace("_", "-")
    if name in PARAMETERS:
        return PARAMETERS[name], 1
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None:
        return "", 0
    return PARAMETERS.get(numbered[1] + (numbered[3] or ""), ""), int(numbered[2])


def kind_of(name: str) -> str | None:
    """The kind of work that a citation template of this name (in lower case) is for; None for any other template.

    "" is a template for works of every kind.
    """
    found = CITES.fullmatch(name)
    if found is None:
        return None
    words = found["kind"] or found["whole"]
    if found["kind"] and words not in KINDS:
        return "" if name.startswith(("cite ", "vcite ")) and words not in ("check", "needed") else None
    return KINDS.get(words, "")
