r"""Commands that print nothing, or only part of their arguments: which arguments are passed over.

A signature has a letter for each argument that is passed over: "s" a star, "o" an optional one, "m" one in braces, "p"
one in round brackets. What stands in braces after that is read on as text.
"""

from __future__ import annotations

from holdwater.patterns import waiting
from holdwater.read.latex.render import Handler, Renderer
from holdwater.read.latex.tex import Tex

_TABLE = {
    "": "noindent indent centering raggedright raggedleft tiny scriptsize footnotesize small normalsize large Large"
    " LARGE huge Huge hline toprule midrule bottomrule endhead endfirsthead endfoot endlastfoot newpage clearpage"
    " cleardoublepage smallskip medskip bigskip hfill vfill hfil vfil maketitle tableofcontents listoffigures"
    " listoftables frontmatter mainmatter backmatter appendix printindex printglossary protect relax null strut"
    " normalfont rmfamily sffamily upshape mdseries scshape sc rm sf boldmath sloppy fussy flushbottom raggedbottom"
    " onecolumn twocolumn singlespacing onehalfspacing doublespacing makeatletter makeatother allowbreak nobreak"
    " displaystyle textstyle unskip ignorespaces xspace leavevmode makeindex today the theendnotes printendnotes"
    " sep titlepage samepage frenchspacing nonfrenchspacing nopunct dotfill hrulefill selectfont"
    " finalhyphendemerits active bgroup egroup begingroup endgroup phantomsection newif gls mathchardef",
    "m": "label ref pageref eqref autoref cref Cref nameref vref Vref labelcref index glossary pagestyle"
    " thispagestyle pagenumbering markright bibliographystyle graphicspath includeonly selectlanguage"
    " definecolorset phantom hphantom vphantom usetikzlibrary hypersetup captionsetup lstset sisetup"
    " ExecuteBibliographyOptions stepcounter refstepcounter usecounter value setmainlanguage setlist"
    " geometry newcounter newlength newsavebox theoremstyle hyphenation arraycolsep cline tikzset"
    " pgfplotsset addtokomafont urlstyle DeclareSourcemap bibliography addglobalbib printnoidxglossary"
    " glsresetall glsadd ORCID orcidlink linespread pgfmathsetmacro restylefloat floatstyle theHfootnote"
    " stretch Cpageref cpageref ccsdesc setstretch thesection subref foreignlanguage fontencoding"
    " fontfamily fontseries fontshape hyperlink hypertarget ifthenelse iftoggle lfoot cfoot rfoot"
    " setcopyright acmDOI acmISBN acmYear bookmarksetup AtBeginDocument AtEndDocument AtEveryBibitem"
    " AtEveryCitekey DeclareGraphicsExtensions IfFileExists",
    "o": "pagebreak nopagebreak linebreak nolinebreak printbibliography printbibheading printshorthands"
    " printnomenclature printacronyms balance lettrine parnote tcbox hyperref",
    "mm": "setlength addtolength settowidth settoheight markboth setkomafont counterwithin counterwithout"
    " numberwithin newtheoremstyle crefname Crefname DeclareFieldFormat DefineBibliographyStrings"
    " floatname fontsize crefrange Crefrange textblockorigin CatchFileDef sbox AtBeginEnvironment"
    " newunicodechar DeclareCaptionLabelFormat newcites multicolumn newglossaryentry"
    " DeclareBibliographyDriver DeclareUnicodeCharacter DeclareCaptionFormat DeclareNameAlias"
    " setbeamercolor setbeamerfont",
    "mo": "scalebox setbeamertemplate",
    "om": "color usepackage RequirePackage documentclass documentstyle addbibresource setmainfont setsansfont"
    " setmonofont setmathfont todo missingfigure pdfbookmark textcolor rotatebox colorbox deleted"
    " lstinputlisting tikz fancyhead fancyfoot lhead chead rhead column usetheme usecolortheme"
    " usefonttheme",
    "oo": "framebox makebox",
    "pm": "cmidrule put",
    "sm": "vspace hspace verbatiminput",
    "mmm": "addcontentsline definecolor contentsline specialrule NewDocumentCommand RenewDocumentCommand",
    "mom": "acrodef",
    "moo": "raisebox",
    "omm": "fcolorbox rule inputminted pgfdeclareimage",
    "smm": "resizebox DeclareMathOperator",
    "som": "includegraphics includesvg includepdf",
    "ommm": "newacronym acmConference",
    "ommo": "multirow",
    "soom": "newbibmacro renewbibmacro",
    "oooom": "parbox",
    "smmmm": "titlespacing",
    "smoom": "newcommand renewcommand providecommand DeclareRobustCommand",
    "smoomm": "newenvironment renewenvironment",
    "smommmo": "titleformat",
}  # fmt: skip
_SIGNATURES = {name: signature for signature, names in _TABLE.items() for name in names.split()}
_WRITE = waiting(r"[ \t]*-?\d{0,2}[ \t]*")


def passed_over(tex: Tex, signature: str, at: int) -> int:
    """The offset after the arguments of a signature."""
    for kind in signature:
        if kind == "s":
            at += tex.text.startswith("*", at)
        elif kind in "op":
            optional = tex.optional(at) if kind == "o" else tex.rounded(at)
            at = optional.after if optional else at
        else:
            argument = tex.argument(at)
            at = argument.after if argument else at
    return at


def pass_over(r: Renderer, name: str, start: int, at: int) -> int:
    """A command of the table: its arguments are passed over."""
    after = passed_over(r.flat, _SIGNATURES[name], at)
    if after == at:
        return r.flat.after_word(at)
    r.out.bridge()
    return after


def write(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\write18{…}` and `\special{…}`: nothing is run, and nothing printed."""
    found = _WRITE.match(r.text, at)
    argument = r.flat.braced(found.end() if found else at)
    return argument.after if argument else at


def char_names(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\csname …\endcsname`."""
    end = r.text.find("\\endcsname", at, at + 300)
    return at if end < 0 else end + len("\\endcsname")


COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(_SIGNATURES, pass_over),
    **dict.fromkeys(("write", "special", "immediatewrite", "message", "typeout", "directlua"), write),
    "csname": char_names,
}
