"""Reference strings made up from templates and word lists, labelled as they are made."""

from __future__ import annotations

import random
from collections.abc import Iterator

Stretch = tuple[str, str]
GIVEN = "Jane John Mary Peter Anna Robert Helen Thomas Claire Pierre Jean-Luc Hélène Wolfgang Jürgen Ursula Giulia Marco Carlos María José Ana Ingrid Lars Olga Piotr Yuki Amina Kwame Ruth Samuel Edith Oscar Dorothea Felix Nadia".split()
FAMILY = "Doe Roe Poe Smith Miller Fischer Baumann Weber Lefèvre Moreau Dubois Girard Rossi Ferrari Bianchi García López Ortega Silva Pereira Jansen Visser Larsen Lindqvist Kowalski Novák Horváth Petrov Tanaka Okafor Mensah Chaudhuri Haddad O’Neill McGregor D’Arcy Hartley Thornbury Whitcombe Ashdown Pell Quarles Stroud Venn Yates Müller-Hagen Saint-Clair Abbott Brandt Cox Drake Ellis Frost".split()
PART = ["van ", "von ", "de ", "van der ", "da ", "del "]
NOUN = {
    "en": "water river bridge harbour machine memory network protein labour city empire church theatre market law school climate soil forest language grammar painting novel revolution border migration railway trade canal engine pump virus neuron galaxy crystal polymer algorithm database compiler constitution parliament colony saint archive manuscript printing propaganda media household gender class famine disease medicine insurance bank money tax statistics power war peace treaty film radio press opinion voter party union strike factory mine glass steel".split(),
    "fr": "eau ville mémoire langue empire église théâtre marché droit école peinture roman révolution frontière siècle société travail politique presse pensée peuple corps image parole histoire guerre paix art critique musée".split(),
    "de": "Wasser Stadt Gedächtnis Sprache Reich Kirche Theater Markt Recht Schule Malerei Roman Revolution Grenze Jahrhundert Gesellschaft Arbeit Politik Presse Volk Körper Bild Geschichte Krieg Frieden Kunst Kritik Bergbau".split(),
    "es": "agua ciudad memoria lengua imperio iglesia teatro mercado derecho escuela pintura novela revolución frontera siglo sociedad trabajo política prensa pueblo cuerpo imagen historia guerra paz arte".split(),
    "it": "acqua città memoria lingua impero chiesa teatro mercato diritto scuola pittura romanzo rivoluzione confine secolo società lavoro politica stampa popolo corpo immagine storia guerra pace arte".split(),
}
ADJ = {
    "en": "early modern urban rural political economic social cultural digital adaptive efficient parallel optimal nonlinear molecular cellular global local medieval colonial comparative critical new hidden long broken public private quantitative stochastic".split(),
    "fr": "moderne politique sociale urbaine nouvelle ancienne".split(),
    "de": "moderne politische soziale neue alte deutsche".split(),
    "es": "moderna política social nueva antigua".split(),
    "it": "moderna politica sociale nuova antica".split(),
}
JOIN = {
    "en": [
        "of",
        "and",
        "in",
        "for",
        "on the",
        "of the",
        "and the",
        "in the",
        "between",
        "as",
        "from",
        "through",
        "with",
        "under",
        "without",
    ],
    "fr": ["de la", "et", "dans la", "du", "des", "et la", "sous"],
    "de": ["und", "der", "im", "in der", "und die", "des"],
    "es": ["de la", "y", "en la", "del", "y la"],
    "it": ["della", "e", "nel", "e la", "del"],
}
OPEN = {
    "en": [
        "The",
        "A",
        "On the",
        "Towards a",
        "An Introduction to",
        "Rethinking",
        "Understanding",
        "Notes on",
        "",
        "",
        "",
        "What Is",
        "After",
        "Essays on",
    ],
    "fr": ["La", "Le", "L’", "Une", "De la", "Histoire de la", "", "Les"],
    "de": ["Die", "Der", "Das", "Zur", "Über die", "", "Geschichte der"],
    "es": ["La", "El", "Una", "Historia de la", "", "Los"],
    "it": ["La", "Il", "Una", "Storia della", "", "Per una"],
}
CITY = [
    "London",
    "Paris",
    "New York",
    "Berlin",
    "Oxford",
    "Cambridge, MA",
    "Chicago",
    "Leipzig",
    "München",
    "Wien",
    "Roma",
    "Milano",
    "Torino",
    "Madrid",
    "Barcelona",
    "Amsterdam",
    "Leiden",
    "Princeton, NJ",
    "New Haven and London",
    "Cambridge",
    "Stuttgart",
    "Frankfurt am Main",
    "Buenos Aires",
    "São Paulo",
    "Washington, D.C.",
    "Edinburgh",
    "Toronto",
    "Minneapolis",
    "Berkeley",
    "Ithaca, NY",
    "Wend",
    "Harlow Bridge",
    "Dordrecht",
    "Lisboa",
    "Bruxelles",
    "Genève",
    "Tübingen",
    "Hamburg",
    "Manchester",
]
PUB = [
    "Acme",
    "Moss",
    "Oxford University Press",
    "Cambridge University Press",
    "Routledge",
    "Verso",
    "Penguin",
    "Harvard University Press",
    "Wend Books",
    "Seuil",
    "Gallimard",
    "Presses universitaires de France",
    "Éditions du Canal",
    "Suhrkamp",
    "C. H. Beck",
    "Mohr Siebeck",
    "De Gruyter",
    "Einaudi",
    "Laterza",
    "Il Mulino",
    "Alianza",
    "Siglo XXI",
    "Brill",
    "Springer",
    "Wiley",
    "Elsevier",
    "MIT Press",
    "University of Chicago Press",
    "Manchester University Press",
    "Palgrave Macmillan",
    "Polity",
    "Zed Books",
    "Allen Lane",
    "Faber & Faber",
    "Yale UP",
    "Harper & Row",
    "Sage Publications",
    "Franz Steiner Verlag",
    "Franco Angeli",
    "Ashdown & Sons",
    "Pell and Co.",
    "The Free Press",
    "Prentice Hall",
    "Addison-Wesley",
    "Academic Press",
    "Kluwer",
    "Duke University Press",
    "Bloomsbury",
    "Atlas",
    "Vozes",
    "Water Board",
    "World Bank",
    "Ministry of Health",
    "Institute for Water Studies",
]
JRNL = {
    "en": [
        "Journal of {N}",
        "{N} Review",
        "The {N} Quarterly",
        "{N} Studies",
        "Annals of {N}",
        "Journal of {A} {N}",
        "American {N} Review",
        "{N} and {N}",
        "International Journal of {N} and {N}",
        "Past & {N}",
        "Proceedings of the {N} Society",
        "Trans. {N}",
        "J. {N}",
        "{N}",
        "British Journal of {N}",
        "European {N} Journal",
        "Critical {N}",
        "{A} {N}",
        "Transactions on {N}",
        "Int. J. {N}",
        "Nature {N}",
        "Social {N}",
        "Studies in {A} {N}",
        "Wend Papers",
        "Appl. {N} Lett.",
        "{N} Letters",
    ],
    "fr": [
        "Revue de {N}",
        "Revue d’histoire {A}",
        "Annales",
        "Cahiers de {N}",
        "Le {N} {A}",
        "Actes de la recherche",
        "Bulletin de la Société de {N}",
    ],
    "de": ["Zeitschrift für {N}", "Archiv für {N}", "Jahrbuch der {N}", "{N} und {N}", "Historische {N}"],
    "es": ["Revista de {N}", "Anuario de {N}", "Cuadernos de {N}"],
    "it": ["Rivista di {N}", "Quaderni {A}", "Studi di {N}", "Annali di {N}"],
}
PAPERS = [
    "The New York Times",
    "Wend Gazette",
    "The Guardian",
    "Le Monde",
    "Die Zeit",
    "El País",
    "Corriere della Sera",
    "Financial Times",
    "The Washington Post",
    "Frankfurter Allgemeine Zeitung",
    "BBC News",
    "Libération",
    "The Economist",
    "New Statesman",
    "Reuters",
    "The Harlow Herald",
]
MON = "January February March April May June July August September October November December".split()
MON3 = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
AND = {"en": "and", "fr": "et", "de": "und", "es": "y", "it": "e"}


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lang = self.r.choices(["en", "fr", "de", "es", "it"], [60, 14, 12, 8, 8])[0]

    def pick(self, seq):
        return self.r.choice(seq)

    def chance(self, p):
        return self.r.random() < p

    # names
    def family(self):
        f = self.pick(FAMILY)
        if self.chance(0.06):
            f = self.pick(PART) + f
        if self.lang == "es" and self.chance(0.5):
            f += " " + self.pick(FAMILY)
        return f

    def initials(self, dot=".", gap=" "):
        return gap.join(self.pick("ABCDEFGHJKLMPRSTVW") + dot for _ in range(1 if self.chance(0.55) else 2))

    def given(self):
        return self.pick(GIVEN) + (" " + self.pick("ABCDEFGHJKLMRSTW") + "." if self.chance(0.25) else "")

    def count(self):
        return self.r.choices([1, 2, 3, 4, 6], [50, 25, 12, 8, 5])[0]

    def join(self, names, last, sep=", ", oxford=True):
        if len(names) == 1:
            return names[0]
        return (
            sep.join(names[:-1])
            + ((sep.rstrip() if oxford and (len(names) > 2) else "") + " " + last + " ")
            + names[-1]
        )

    def people(self, how, n=None):
        n = n or self.count()
        a = AND[self.lang]
        etal = self.chance(0.07)
        tail = ""
        if etal:
            n = min(n, 3)
            tail = self.pick([" et al.", ", et al.", " et al"])
        if how == "apa":
            out = self.join([f"{self.family()}, {self.initials()}" for _ in range(n)], "&")
        elif how == "harvard":
            out = self.join([f"{self.family()}, {self.initials()}" for _ in range(n)], a, oxford=False)
        elif how == "ieee":
            out = self.join([f"{self.initials()} {self.family()}" for _ in range(n)], a)
        elif how == "vanc":
            out = ", ".join(f"{self.family()} {self.initials('', '')}" for _ in range(n))
        elif how == "note":
            out = self.join([f"{self.given()} {self.family()}" for _ in range(n)], a)
        elif how == "bib":
            out = (
                self.join(
                    [f"{self.family()}, {self.given()}"] + [f"{self.given()} {self.family()}" for _ in range(n - 1)], a
                )
                if n > 1
                else f"{self.family()}, {self.given()}"
            )
        elif how == "shout":
            out = self.join(
                [
                    f"{self.family().upper()}, {self.given()}"
                    if self.chance(0.5)
                    else f"{self.family().upper()} {self.given()}"
                    for _ in range(n)
                ],
                a,
                oxford=False,
            )
        elif how == "semi":
            out = "; ".join(
                f"{self.family()}, {self.initials() if self.chance(0.5) else self.given()}" for _ in range(n)
            )
        elif how == "brit":
            out = self.join([f"{self.initials('', '')} {self.family()}" for _ in range(n)], a, oxford=False)
        else:
            out = self.pick(
                [
                    "Ministry of Water",
                    "World Health Organization",
                    "UNESCO",
                    "European Commission",
                    "House of Lords",
                    "Ofwat",
                    "Institute of Hydrology",
                    "OECD",
                    "National Archives",
                    "Water Board of Wend",
                    "Amnesty International",
                    "Office for National Statistics",
                    "Statistisches Bundesamt",
                    "INSEE",
                    "Pew Research Center",
                ]
            )
        return out + tail

    # words
    def phrase(self, case):
        l = self.lang
        k = self.r.choices([1, 2, 3], [35, 45, 20])[0]
        out = []
        for i in range(k):
            if i:
                out.append(self.pick(JOIN[l]))
            if self.chance(0.45):
                out.append(self.pick(ADJ[l]))
            out.append(self.pick(NOUN[l]))
        words = " ".join(out).split()
        if case == "title":
            words = [
                w if w in ("of", "and", "in", "for", "on", "the", "as", "from", "with") else w[0].upper() + w[1:]
                for w in words
            ]
        return " ".join(words)

    def title(self, case=None):
        case = case or (self.pick(["title", "sent"]) if self.lang == "en" else "sent")
        head = (self.pick(OPEN[self.lang]) + " " + self.phrase(case)).strip().replace("’ ", "’")
        if case == "sent":
            head = head[0].upper() + head[1:]
        if case == "sent" and self.lang == "en":
            head = head[0] + head[1:].replace("Introduction", "introduction")
        if self.chance(0.3):
            sub = self.phrase(case)
            sub = sub[0].upper() + sub[1:]
            head += self.pick([": ", ": ", ". ", " – "]) + sub
        if self.chance(0.08):
            head += ", " + self.years()
        if self.chance(0.04):
            head += "?"
        return head

    def years(self):
        a = self.r.randint(1450, 1990)
        return f"{a}–{a + self.r.randint(2, 90)}"

    def name(self, n=None):
        t = self.pick(JRNL[self.lang])
        cap = lambda w: w[0].upper() + w[1:]
        while "{N}" in t:
            t = t.replace("{N}", cap(self.pick(NOUN[self.lang])), 1)
        while "{A}" in t:
            t = t.replace("{A}", cap(self.pick(ADJ[self.lang])) if self.lang == "en" else self.pick(ADJ[self.lang]), 1)
        return t

    def conf(self):
        n = self.phrase("title")
        y = self.year()
        return self.pick(
            [
                f"Proceedings of the {self.r.randint(2, 40)}th International Conference on {n}",
                f"Proc. of the {self.r.randint(2, 30)}th ACM Symposium on {n}",
                f"Proceedings of the Workshop on {n}",
                f"{y} IEEE Conference on {n}",
                f"Advances in {n}",
                f"International Symposium on {n} ({self.pick(NOUN['en'])[:4].upper()})",
            ]
        )

    def year(self):
        return str(self.r.randint(1890, 2023) if self.chance(0.85) else self.r.randint(1600, 1889))

    def pages(self):
        a = self.r.randint(1, 900)
        b = a + self.r.randint(1, 40)
        return f"{a}{self.pick('-––')}{b}"

    def pp(self):
        return (
            self.pick(
                {
                    "en": ["pp. ", "pp. ", "", ""],
                    "fr": ["p. ", "pp. "],
                    "de": ["S. ", "S. "],
                    "es": ["pp. ", "págs. "],
                    "it": ["pp. "],
                }[self.lang]
            )
            + self.pages()
        )

    def loc(self):
        n = self.r.randint(1, 700)
        return (
            self.pick([f"p. {n}", f"{n}", f"pp. {self.pages()}", self.pages(), f"p. {n}"])
            if self.lang != "de"
            else f"S. {n}"
        )

    def q(self, t, end=","):
        if self.lang in ("fr", "it") and self.chance(0.75):
            return self.pick([f"« {t} »{end}", f"«{t}»{end}", f"“{t}”{end}"])
        if self.lang == "de" and self.chance(0.7):
            return f"„{t}“{end}"
        return self.pick([f"“{t}{end}”", f'"{t}{end}"', f"‘{t}’{end}", f"“{t}”{end}", f"“{t}{end}”"])

    def signal(self):
        return (
            [("note", self.pick(["See", "See also", "Cf.", "Voir", "Vgl.", "See e.g.", "Compare"]))]
            if self.chance(0.1)
            else []
        )

    def place_pub(self, close=")"):
        c, p, y = self.pick(CITY), self.pick(PUB), self.year()
        k = self.r.random()
        if k < 0.6:
            return [("location", f"({c}:"), ("publisher", f"{p},"), ("date", f"{y}{close}")]
        if k < 0.75:
            return [("publisher", f"({p},"), ("date", f"{y}{close}")]
        if k < 0.9:
            return [("location", f"({c},"), ("date", f"{y}{close}")]
        return [("date", f"({y}{close}")]

    def url(self):
        h = self.pick(["example.org", "www.example.com", "wend.gov.uk", "archive.example.net"])
        return f"https://{h}/{self.pick(NOUN['en'])}/{self.r.randint(1, 9999)}"

    def accessed(self):
        d = f"{self.r.randint(1, 28)} {self.pick(MON)} {self.r.randint(2005, 2023)}"
        return self.pick(
            [
                f"(accessed {d}).",
                f"Accessed {d}.",
                f"[Accessed {d}].",
                f"(last visited {d}).",
                f"Retrieved {d}.",
                f"consulté le {self.r.randint(1, 28)} mai 2017.",
            ]
        )

    # whole strings
    def note_book(self):
        s = self.signal() + [("author", self.people("note") + ",")] if self.chance(0.93) else self.signal()
        t = self.title("title" if self.lang == "en" else None)
        k = self.r.random()
        if k < 0.15:
            s += [("title", t + ","), ("translator", f"trans. {self.people('note', 1)}")]
        elif k < 0.25:
            s += [("title", t + ","), ("edition", self.pick(["2nd ed.", "rev. ed.", "3rd edn"]))]
        elif k < 0.32:
            s += [("title", t + ","), ("volume", f"vol. {self.r.randint(1, 9)}")]
        elif k < 0.4 and self.lang != "en":
            s += [
                ("title", t + ","),
                ("location", self.pick(CITY) + ","),
                ("publisher", self.pick(PUB) + ","),
                ("date", self.year() + ","),
            ]
            return s + [("pages", self.loc() + ".")]
        elif k < 0.47:
            s += [("title", t + ","), ("location", self.pick(CITY)), ("date", self.year() + ",")]
            return s + [("pages", self.loc() + ".")]
        else:
            s += [("title", t)]
        s += self.place_pub("),")
        s.append(("pages", self.loc() + self.pick([".", "", "."])))
        if self.chance(0.2):
            s.pop()
            s[-1] = (s[-1][0], s[-1][1].rstrip(",") + ".")
        return s

    def note_article(self):
        s = self.signal() + [("author", self.people("note") + ",")]
        s += [("title", self.q(self.title())), ("journal", self.name() + self.pick(["", ","]))]
        v = str(self.r.randint(1, 150))
        s += [
            (
                "volume",
                self.pick(
                    [
                        v,
                        f"{v}, no. {self.r.randint(1, 12)}",
                        f"{v}/{self.r.randint(1, 6)}",
                        f"vol. {v}, n° {self.r.randint(1, 6)},",
                        f"{v}.{self.r.randint(1, 4)}",
                    ]
                ),
            )
        ]
        s += [
            ("date", f"({self.year()}){self.pick([':', ',', ''])}"),
            ("pages", self.pp() + self.pick([".", "", f", at {self.r.randint(2, 99)}."])),
        ]
        return s

    def note_chapter(self):
        s = self.signal() + [("author", self.people("note", 1) + ","), ("title", self.q(self.title()))]
        i = {"en": "in", "fr": "in", "de": "in:", "es": "en", "it": "in"}[self.lang]
        eds = self.people("note", self.pick([1, 2]))
        if self.chance(0.5):
            s += [
                (
                    "editor",
                    f"{i} {eds} {self.pick({'en': ['(ed.),', '(eds),', '(eds.),', 'ed.,'], 'fr': ['(dir.),', '(éd.),'], 'de': ['(Hg.),', '(Hrsg.):'], 'es': ['(ed.),', '(coord.),'], 'it': ['(a cura di),']}[self.lang])}",
                ),
                ("container", self.title()),
            ]
        else:
            s += [
                ("container", f"{i} {self.title()},"),
                (
                    "editor",
                    self.pick(
                        {
                            "en": ["ed. ", "edited by "],
                            "fr": ["sous la dir. de "],
                            "de": ["hrsg. von "],
                            "es": ["ed. "],
                            "it": ["a cura di "],
                        }[self.lang]
                    )
                    + eds,
                ),
            ]
        s += self.place_pub("),")
        return s + [("pages", self.pp() + self.pick([".", ""]))]

    def bib_book(self):
        how = self.pick(["bib", "bib", "bib", "shout", "semi", "body"])
        n = None
        role = "author"
        who = self.people(how, n)
        s = [(role, who + ("" if who.endswith(".") else self.pick([".", ".", ","])))]
        if self.chance(0.15):
            s = [
                (
                    "editor",
                    who.rstrip(".,") + self.pick([", ed.", ", eds.", " (ed.)", " (Hrsg.)", " (dir.)", " (eds.)."]),
                )
            ]
        k = self.r.random()
        if k < 0.35:
            s += [
                ("date", self.pick([f"{self.year()}.", f"({self.year()}).", f"({self.year()})"])),
                ("title", self.title() + "."),
            ]
            tail = [("location", self.pick(CITY) + ":"), ("publisher", self.pick(PUB) + ".")]
        else:
            s += [("title", self.title() + self.pick([".", ".", ","]))]
            tail = [
                ("location", self.pick(CITY) + self.pick([":", ":", ","])),
                ("publisher", self.pick(PUB) + ","),
                ("date", self.year() + "."),
            ]
            if k < 0.45:
                tail = [("publisher", self.pick(PUB) + ","), ("date", self.year() + ".")]
            if k > 0.93:
                tail = [("location", self.pick(CITY)), ("date", self.year() + ".")]
        if self.chance(0.12):
            s.append(
                (
                    "translator",
                    self.pick(
                        {
                            "en": ["Translated by ", "Trans. "],
                            "fr": ["Traduit par ", "Trad. "],
                            "de": ["Übers. von "],
                            "es": ["Trad. de "],
                            "it": ["Trad. it. di "],
                        }[self.lang]
                    )
                    + self.people("note", 1)
                    + ".",
                )
            )
        if self.chance(0.1):
            s.append(("edition", self.pick(["2nd ed.", "3rd edition.", "2. Aufl.", "2e éd.", "Rev. ed."])))
        if self.chance(0.08):
            s.append(("volume", f"Vol. {self.r.randint(1, 5)}."))
        if self.chance(0.07):
            s.append(("collection", self.title("title") + self.pick([" Series.", f" {self.r.randint(1, 90)}."])))
        return s + tail

    def apa(self):
        s = [
            ("author", self.people(self.pick(["apa", "apa", "harvard", "body"]))),
            (
                "date",
                self.pick(
                    [
                        f"({self.year()}).",
                        f"({self.year()}a).",
                        f"({self.year()})",
                        f"({self.year()}),",
                        "(n.d.)." if self.chance(0.3) else f"({self.year()}).",
                    ]
                ),
            ),
        ]
        if s[0][1][-1] != "." and self.chance(0.5):
            s[0] = ("author", s[0][1] + ("." if self.chance(0.3) and s[0][1].isupper() else ""))
        k = self.r.random()
        if k < 0.4:
            s += [
                ("title", self.title("sent") + "."),
                ("journal", self.name() + ","),
                (
                    "volume",
                    self.pick([f"{self.r.randint(1, 99)}({self.r.randint(1, 12)}),", f"{self.r.randint(1, 99)},"]),
                ),
                ("pages", self.pages() + "."),
            ]
        elif k < 0.55:
            s += [
                ("title", self.title("sent") + "."),
                ("editor", f"In {self.people('ieee', self.pick([1, 2]))} ({self.pick(['Ed.', 'Eds.'])}),"),
                ("container", self.title("sent")),
                ("pages", f"(pp. {self.pages()})."),
                *([("location", self.pick(CITY) + ":")] if self.chance(0.5) else []),
                ("publisher", self.pick(PUB) + "."),
            ]
        elif k < 0.75:
            s += (
                [("title", self.title("sent") + self.pick([".", " (2nd ed.)."])), ("publisher", self.pick(PUB) + ".")]
                if self.chance(0.6)
                else [
                    ("title", self.title("sent") + "."),
                    ("location", self.pick(CITY) + ":"),
                    ("publisher", self.pick(PUB) + "."),
                ]
            )
        elif k < 0.88:
            s += [
                ("title", self.title("sent") + "."),
                *(
                    [("container", self.pick(PAPERS) + ".")]
                    if self.chance(0.5)
                    else [("publisher", self.pick(PUB) + ".")]
                    if self.chance(0.3)
                    else []
                ),
                *([("note", "Retrieved from")] if self.chance(0.4) else []),
                ("url", self.url()),
            ]
        elif k < 0.94:
            s += [
                ("title", self.title("sent") + "."),
                ("container", f"In {self.conf()}"),
                ("pages", f"(pp. {self.pages()})."),
            ]
        else:
            s += [
                ("title", self.title("sent")),
                (
                    "genre",
                    self.pick(
                        [
                            "(Doctoral dissertation).",
                            "[Unpublished master’s thesis].",
                            "(PhD thesis).",
                            "(Report No. 12).",
                        ]
                    ),
                ),
                ("publisher", self.pick(["University of Wend.", "Harlow University.", "Universität Leipzig."])),
            ]
        if self.chance(0.15):
            s.append(
                (
                    "url",
                    f"https://doi.org/10.{self.r.randint(1000, 9999)}/{self.pick(NOUN['en'])}.{self.r.randint(1, 999)}",
                )
            )
        return s

    def mla(self):
        s = [
            ("author", self.people("bib", self.pick([1, 1, 2])).rstrip(".") + "."),
            ("title", f"“{self.title('title')}.”"),
        ]
        if self.chance(0.6):
            s += [
                ("journal", self.name() + ","),
                ("volume", f"vol. {self.r.randint(1, 90)}, no. {self.r.randint(1, 8)},"),
                ("date", f"{self.year()},"),
                ("pages", f"pp. {self.pages()}."),
            ]
        else:
            s += [
                ("container", self.title("title") + ","),
                ("editor", f"edited by {self.people('note', 1)},"),
                ("publisher", self.pick(PUB) + ","),
                ("date", self.year() + ","),
                ("pages", f"pp. {self.pages()}."),
            ]
        return s

    def vanc(self):
        s = [("label", f"{self.r.randint(1, 99)}.")] if self.chance(0.3) else []
        s += [
            ("author", self.people("vanc").rstrip(".") + "."),
            ("title", self.title("sent") + "."),
            ("journal", self.name() + self.pick(["", "."])),
        ]
        y = self.year()
        v = self.r.randint(1, 300)
        return s + self.pick(
            [
                [("date", f"{y};"), ("volume", f"{v}({self.r.randint(1, 12)}):"), ("pages", self.pages() + ".")],
                [("date", f"{y}"), ("volume", f";{v}:"), ("pages", self.pages() + ".")],
                [("volume", f"{v},"), ("pages", self.pages()), ("date", f"({y}).")],
                [("date", f"{y},"), ("volume", f"{v},"), ("pages", self.pages() + ".")],
            ]
        )

    def ieee(self):
        s = [("label", f"[{self.r.randint(1, 99)}]")] if self.chance(0.5) else []
        s += [("author", self.people("ieee") + ","), ("title", f"“{self.title('sent')},”")]
        k = self.r.random()
        if k < 0.55:
            s += [
                ("journal", self.name() + ","),
                ("volume", f"vol. {self.r.randint(1, 60)}, no. {self.r.randint(1, 12)},"),
                ("pages", f"pp. {self.pages()},"),
                ("date", f"{self.pick(MON3)} {self.year()}."),
            ]
        elif k < 0.9:
            s += [
                ("container", f"in {self.conf()},"),
                *([("location", self.pick(CITY) + ",")] if self.chance(0.5) else []),
                *([("publisher", self.pick(["ACM,", "IEEE,", "Springer,"]))] if self.chance(0.3) else []),
                ("date", f"{self.year()},"),
                ("pages", f"pp. {self.pages()}."),
            ]
        else:
            s += [
                ("genre", self.pick(["Ph.D. dissertation,", "Tech. Rep. 45,", "M.S. thesis,"])),
                ("publisher", self.pick(["Dept. Elect. Eng., Univ. of Wend,", "University of Harlow,"])),
                ("location", self.pick(CITY) + ","),
                ("date", f"{self.year()}."),
            ]
        return s

    def plain(self):
        s = [
            ("author", self.people(self.pick(["ieee", "note"])) + self.pick([".", "."])),
            ("title", self.title("sent") + "."),
        ]
        s[0] = ("author", s[0][1].replace("..", "."))
        k = self.r.random()
        if k < 0.4:
            s += [
                ("journal", self.name() + ","),
                ("volume", f"{self.r.randint(1, 90)}({self.r.randint(1, 9)}):"),
                ("pages", self.pages() + ","),
                ("date", self.year() + "."),
            ]
        elif k < 0.75:
            s += [
                ("container", f"In {self.conf()},"),
                ("pages", f"pages {self.pages()},"),
                *([("location", self.pick(CITY) + ",")] if self.chance(0.4) else []),
                ("date", self.year() + "."),
            ]
        elif k < 0.88:
            s += [
                ("publisher", self.pick(PUB) + ","),
                *([("location", self.pick(CITY) + ",")] if self.chance(0.5) else []),
                ("date", self.year() + "."),
            ]
        else:
            s += [
                (
                    "genre",
                    self.pick(["PhD thesis,", "Technical report,", "Master’s thesis,", "Technical Report TR-93-12,"]),
                ),
                ("publisher", self.pick(["University of Wend,", "Department of Computer Science, Harlow University,"])),
                ("date", self.year() + "."),
            ]
        return s

    def news(self):
        d = f"{self.r.randint(1, 28)} {self.pick(MON)} {self.year()}"
        us = f"{self.pick(MON)} {self.r.randint(1, 28)}, {self.year()}"
        s = [("author", self.people("note", 1) + ",")] if self.chance(0.6) else []
        s += [("title", self.q(self.title())), ("container", self.pick(PAPERS) + self.pick([",", ""]))]
        s.append(("date", self.pick([d, us, f"({d})"]) + self.pick([".", ","])))
        if s[-1][1].endswith(","):
            s.append(
                ("pages", self.pick([f"p. {self.r.randint(1, 40)}.", f"A{self.r.randint(1, 30)}."]))
                if self.chance(0.5)
                else ("url", self.url())
            )
        return s

    def web(self):
        s = [("author", self.people(self.pick(["note", "body"]), 1) + ",")] if self.chance(0.7) else []
        s += [("title", self.q(self.title()))]
        if self.chance(0.6):
            s.append(
                (
                    "container",
                    self.pick(PAPERS + ["Wend Water Archive", "Encyclopedia of Rivers", "The Conversation"]) + ",",
                )
            )
        if self.chance(0.7):
            s.append(
                (
                    "date",
                    self.pick(
                        [
                            f"{self.pick(MON)} {self.r.randint(1, 28)}, {self.year()},",
                            f"{self.year()},",
                            f"({self.r.randint(1, 28)} {self.pick(MON)} {self.year()}),",
                        ]
                    ),
                )
            )
        s.append(("url", self.url() + self.pick(["", ",", "."])))
        if self.chance(0.5):
            s.append(("note", self.accessed()))
        return s

    def report(self):
        s = [("author", self.people("body") + self.pick([",", "."]))] if self.chance(0.5) else []
        y = self.year()
        t = (
            self.pick(
                [
                    "Report of the Board of Water",
                    "Minutes of the Water Board",
                    "Report on the State of the Harbour",
                    "Annual Report",
                    "Water Survey " + self.year(),
                    "Hansard",
                    "Census of Wend",
                ]
            )
            if self.chance(0.4)
            else self.title()
        )
        k = self.r.random()
        if k < 0.4:
            return s + [
                ("title", t),
                ("date", f"({y}),"),
                (
                    "pages",
                    self.pick(
                        [
                            f"para. {self.r.randint(1, 90)}.",
                            f"p. {self.r.randint(1, 90)}.",
                            f"§ {self.r.randint(1, 20)}.",
                        ]
                    ),
                ),
            ]
        if k < 0.6:
            return s + [
                ("title", t + ","),
                ("date", f"{y}–{int(y) + 3}, {self.r.randint(1, 28)} {self.pick(MON)} {int(y) + 1}."),
            ]
        if k < 0.8:
            return s + [("title", t), ("publisher", f"({self.pick(PUB)},"), ("date", f"{y}).")]
        return s + [
            ("title", t + ","),
            ("genre", self.pick(["Working Paper 12,", "Cm 4321,", "Policy Research Working Paper,"])),
            *([("location", self.pick(CITY) + ":")] if self.chance(0.5) else []),
            ("publisher", self.pick(PUB) + ","),
            ("date", y + "."),
        ]

    def short(self):
        s = [("author", self.pick([self.pick(FAMILY), self.people("note", 1)]) + ",")]
        t = self.title("title" if self.lang == "en" else None).split(":")[0]
        s.append(("title", self.q(t) if self.chance(0.35) else t + ","))
        if self.chance(0.25):
            return [s[0], ("title", t + ".")]
        return s + [("pages", self.loc() + ".")]


KINDS = {
    "note_book": 14,
    "note_article": 9,
    "note_chapter": 7,
    "bib_book": 16,
    "apa": 14,
    "mla": 5,
    "vanc": 7,
    "ieee": 8,
    "plain": 9,
    "news": 5,
    "web": 5,
    "report": 5,
    "short": 5,
}


def made_up(count=900, seed=7):
    out = []
    for n in range(count):
        m = Maker(seed * 100003 + n)
        out.append(getattr(m, m.r.choices(list(KINDS), list(KINDS.values()))[0])())
    return out
