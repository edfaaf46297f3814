"""What LaTeX's commands for letters, accents and signs print."""

from __future__ import annotations

import unicodedata

from holdwater.read import bibtex_text

ACCENTS = bibtex_text.ACCENTS | {
    "t": "\u0361", "textcommabelow": "\u0326", "h": "\u0309", "G": "\u030f", "U": "\u030e",
}  # fmt: skip
"""The combining sign of each accent command."""

LETTERS = bibtex_text.LETTERS | {"i": "ı", "j": "ȷ"}

SIGNS = {
    "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textsterling": "£",
    "textdegree": "°", "degree": "°", "ldots": "…", "dots": "…", "textellipsis": "…", "dag": "†", "ddag": "‡",
    "textdagger": "†", "textdaggerdbl": "‡", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_", "textdollar": "$", "textpercent": "%",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„",
    "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹",
    "frq": "›", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "lq": "‘", "rq": "’", "og": "«\u00a0", "fg": "\u00a0»",
    "textquotedbl": '"', "textquotesingle": "'", "textendash": "–", "textemdash": "—", "textregistered": "®",
    "texttrademark": "™", "textcopyright": "©", "textperiodcentered": "·", "textbullet": "•", "textsection": "§",
    "textparagraph": "¶", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textmu": "µ",
    "textordfeminine": "ª", "textordmasculine": "º", "textexclamdown": "¡", "textquestiondown": "¿", "textcent": "¢",
    "textyen": "¥", "texttimes": "×", "textdiv": "÷", "textpm": "±", "textminus": "−", "textasteriskcentered": "∗",
    "textnumero": "№", "textperthousand": "‰", "permil": "‰", "textfractionsolidus": "⁄", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX", "pdfTeX": "pdfTeX", "slash": "/", "textbraceleft": "{",
    "textbraceright": "}", "lbrack": "[", "rbrack": "]", "enspace": "\u2002", "thinspace": "\u2009",
    "nobreakspace": "\u00a0",
    "textvisiblespace": "␣", "textasciigrave": "`", "textasciiacute": "´", "textrightarrow": "→", "textleftarrow": "←",
    "nobreakdash": "", "checkmark": "✓", "textcelsius": "℃", "dq": '"', "lbrace": "{", "rbrace": "}", "psq": " f.",
    "psqq": " ff.", "textinterrobang": "‽", "textdblhyphen": "-", "hyp": "-",
}  # fmt: skip
"""What commands print in running text."""

ESCAPED = {**{char: char for char in "&%$#_{}"}, **dict.fromkeys(",:;", "\u2009")}
"""What a backslash and one other character print."""

MATH = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "partial": "∂",
    "nabla": "∇", "forall": "∀", "exists": "∃", "neg": "¬", "lnot": "¬", "emptyset": "∅", "varnothing": "∅",
    "sum": "∑", "prod": "∏", "int": "∫", "oint": "∮", "angle": "∠", "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ",
    "aleph": "ℵ", "prime": "′", "circ": "°", "bullet": "•", "star": "⋆", "dagger": "†", "cdots": "⋯", "vdots": "⋮",
    "ddots": "⋱", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "lvert": "|", "rvert": "|", "vert": "|", "mid": "|", "|": "‖", "backslash": "\\", "dotsc": "…", "dotsb": "⋯",
    "lVert": "‖", "rVert": "‖", "square": "□", "triangle": "△", "complement": "∁", "top": "⊤",
}  # fmt: skip
"""Signs of mathematics that stand without space around them."""

OPERATORS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥",
    "ge": "≥", "geqslant": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅",
    "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫", "lt": "<", "gt": ">", "in": "∈", "notin": "∉", "ni": "∋",
    "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "cup": "∪", "cap": "∩", "setminus": "∖",
    "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "oplus": "⊕", "otimes": "⊗", "to": "→", "rightarrow": "→",
    "longrightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⇒", "mapsto": "↦", "perp": "⊥", "parallel": "∥", "models": "⊨",
    "vdash": "⊢", "uparrow": "↑", "downarrow": "↓", "lesssim": "≲", "gtrsim": "≳", "ast": "∗", "coloneqq": "≔",
    "colon": ":",
}  # fmt: skip
"""Signs of mathematics that stand between two things."""

NAMES = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min"
    " Pr sec sin sinh sup tan tanh mod bmod".split()
)
"""Functions of mathematics that are printed by their own name."""


def accented(letter: str, accent: str) -> str:
    """A letter with the accent of a command, as one character where there is one."""
    base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", base[:1] + ACCENTS[accent] + base[1:])
