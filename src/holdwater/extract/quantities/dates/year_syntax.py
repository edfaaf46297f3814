"""When a bare number of four digits is a year: what stands before it and behind it says so."""

from __future__ import annotations

import re

# What makes the number a label, an amount or a page.
_LABEL = re.compile(
    r"(?:[\w$€£¥#§@/_+=~^|<\\]|\d[.,:]|\d\s?[-\u2010-\u2015]\s?|"
    r"\b(?:nos?|pp?|pages?|sections?|secs?|sects?|arts?|articles?|rules?|rfcs?|chapters?|ch|figs?|figures?|tables?|vols?|"
    r"volumes?|paras?|paragraphs?|¶+|ports?|versions?|items?|lines?|notes?|nn?|cl|clauses?|windows|room|route|highway|"
    r"box|iso|iec|ieee|std|bcp|fyi|type|code|error|model|id|at|u\.?s\.?c|c\.?f\.?r|f\.[23]d|f\. ?supp|stat)\.?\s*[-(]?"
    r"|§+\s*)$",
    re.IGNORECASE,
)
# A volume and a reporter: the number behind them is a page ("384 U.S. 1436").
_REPORTER = re.compile(r"(?<![\w,.-])\d{1,4}\s+(?:[A-Z][A-Za-z]*\.\s?){1,4}(?:[23]d\s?)?$")
_COUNTED = (
    r"people|persons?|men|women|children|girls|boys|students|pupils|patients|participants|respondents|cases|households|"
    r"countries|words|copies|pages|votes|schools|deaths|samples|subjects|observations|individuals|users|bytes|bits|octets|"
    r"dollars|euros|pounds|years|months|weeks|days|hours|minutes|seconds|times|percent|per|pp|hundred|thousand|million|"
    r"billion|trillion|troops|soldiers|workers|employees|members|residents|inhabitants|acres|hectares|miles|metres|meters|"
    r"feet|tons|tonnes|calories|volts|watts|jobs|homes|houses|customers|items|messages|packets|degrees|of\s+(?:the|these|"
    r"them|those|us|our|its|his|her|their|which|whom)"
)
_AMOUNT_BEHIND = re.compile(
    rf"\s?[%‰°€£$×]|[.,:]\d|[\w/_@=]|[-\u2010-\u2015](?:\d|[a-z]+\b)|(?:\s+[a-z]+)?\s+(?:{_COUNTED})\b"
    r"|\s?(?:km|kg|cm|mm|ft|kB|MB|GB|ms|Hz|kHz|MHz|GHz|kW|MW|GW|mg|ml|m|g|s)(?:²|³|\b)|\s(?:U\.\s?S|F\.|S\.\s?Ct|L\.\s?Ed)"
)
_PLURAL_BEHIND = re.compile(
    r"\s+(?!(?:was|is|as|has|its|his|this|thus|less|does|across|versus|perhaps|always)\b)[a-z]+s\b"
)
_SURE_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|during|throughout|circa|year|years|dated|fiscal|calendar|annum|spring|summer|autumn|"
    r"winter|fall|anno|early|late|mid|FY)[\s-]+|\bca?\.\s?|\bin\s+(?:early|late|mid|about|around|or\s+about)[\s-]+|[©]\s?)$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(r"\bby\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|rises?|risen|rising|increas\w+|gr[eo]w\w*|f[ea]ll\w*|decreas\w+|up|down|dropp?\w*|multipl\w+|divid\w+|cuts?|"
    r"reduc\w+|declin\w+|exceed\w+|expand\w+|widen\w+|ranged?|ranging|varie[sd]|vary)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_MAYBE_BEFORE = re.compile(r"\b(?:from|between|before|after|through|ended|beginning|starting)\s+$", re.I)
_OF_BEFORE = re.compile(
    r"(?<!\btotal)(?<!\bsum)(?<!\bnumber)(?<!\baverage)(?<!\bmean)(?<!\bpopulation)(?<!\bcost)(?<!\bout)(?<!\bsome)"
    r"(?<!\bvalue)(?<!\bprice)(?<!\bmaximum)(?<!\bminimum)(?<!\bspeed)(?<!\bsize)(?<!\blength)(?<!\bsample)(?<!\bforce)"
    r"\s+of\s+$"
)
_NAMED_BEFORE = re.compile(r"(?:\b(?:the|a|an|its|their|our|his|her|this|that|my|your)|[a-z]['’]s?)\s+$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\s+[A-Za-z]")
_IN_BRACKETS = re.compile(r"[(\[](?:[^()\[\]\n]{0,80}[\s,;.])?$")
_BRACKET_BEHIND = re.compile(r"[a-e]?\s*(?:[)\];]|,\s|:\s?\d)")
_AFTER_NAME = re.compile(r"[^\W\d_][\w.)]*,\s+$")
_ENDS_BEHIND = re.compile(r"\s*(?:[.,;)\n]|$)")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?]['\"”’)]?\s+|\n\s*)$")
_VERB_BEHIND = re.compile(r"\s+(?:was|saw|marked|is|will|brought|has|had|began|ended|would|became|opened)\b")


def before_year(text: str, start: int) -> bool:
    """Whether what stands before the number makes it a label, an amount or a page."""
    left = text[max(0, start - 20) : start]
    return bool(_LABEL.search(left) or _REPORTER.search(text[max(0, start - 32) : start]))


def after_year(text: str, end: int) -> bool:
    """Whether what stands behind the number makes it an amount or a part of something longer."""
    return _AMOUNT_BEHIND.match(text, end) is not None


def may_be_year(text: str, year: int, end: int) -> bool:
    """Whether nothing behind the number speaks against a year."""
    if after_year(text, end):
        return False
    usual = 1700 <= year <= 2050 and year % 100
    return bool(1000 <= year <= 2199 and (usual or not _PLURAL_BEHIND.match(text, end)))


def is_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether the number's neighbours say that it is a year."""
    if not may_be_year(text, year, end):
        return False
    left = text[max(0, start - 96) : start]
    if _SURE_BEFORE.search(left):
        return True
    usual = 1600 <= year <= 2100
    if _BY_BEFORE.search(left):
        return usual and not _CHANGE.search(left[: left.rstrip().rfind("by")])
    if _MAYBE_BEFORE.search(left):
        return usual and bool(year >= 1800 or not _CHANGE.search(left))
    return usual and (
        (bool(_OF_BEFORE.search(left)) and year % 100 != 0)
        or bool(_NAMED_BEFORE.search(left) and _NOUN_BEHIND.match(text, end))
        or bool(_IN_BRACKETS.search(left) and _BRACKET_BEHIND.match(text, end))
        or bool(_AFTER_NAME.search(left) and _ENDS_BEHIND.match(text, end) and year % 100)
        or bool(_STARTS_SENTENCE.search(left) and _VERB_BEHIND.match(text, end))
    )
