"""Currencies: symbols, ISO 4217 codes and names. "$" and "dollars" alone name no country's: their unit is "$"."""

from __future__ import annotations

SYMBOLS = {
    "$": "$", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₦": "NGN",
    "₪": "ILS", "₫": "VND", "₱": "PHP", "฿": "THB", "₴": "UAH", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT",
    "₾": "GEL", "৳": "BDT", "₭": "LAK",
}  # fmt: skip

# Letters before a dollar sign.
DOLLARS = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "r": "BRL", "mex": "MXN", "mx": "MXN", "nt": "TWD", "j": "JMD",
    "tt": "TTD", "z": "ZWL", "bds": "BBD", "fj": "FJD", "usd": "USD", "aud": "AUD", "cad": "CAD", "nzd": "NZD",
    "mxn": "MXN", "hkd": "HKD", "sgd": "SGD",
}  # fmt: skip

LOWER = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY", "cny": "CNY", "inr": "INR"}
CODES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG "
    "HUF "
    "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR "
    "SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS "
    "VES "
    "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL DEM FRF ITL NLG ESP ATS BEF FIM IEP PTE GRD".split()
)
SHORT = {"Rs": "INR", "Rs.": "INR", "RMB": "CNY", "Kč": "CZK", "zł": "PLN", "Ft": "HUF", "RM": "MYR", "Rp": "IDR"}

# Names that stand for one currency, or for the word itself where several countries have it ("peso", "franc").
_NAMES = """
$: dollar dollars buck bucks
USD: us+dollar american+dollar united_states+dollar u.s.+dollar
AUD: australian+dollar
CAD: canadian+dollar
NZD: new_zealand+dollar
HKD: hong_kong+dollar
SGD: singapore+dollar
TWD: taiwan+dollar
EUR: euro euros
GBP: sterling british+pound pound_sterling pounds_sterling
EGP: egyptian+pound
LBP: lebanese+pound
JPY: yen japanese+yen
CNY: yuan renminbi chinese+yuan
INR: rupee rupees indian+rupee
PKR: pakistani+rupee pakistan+rupee
LKR: sri_lankan+rupee
NPR: nepalese+rupee
CHF: swiss+franc
BEF: belgian+franc
FRF: french+franc
franc: franc francs
SEK: krona kronor swedish+krona swedish+kronor swedish+crown
ISK: icelandic+krona icelandic+króna
NOK: norwegian+krone norwegian+kroner norwegian+crown
DKK: danish+krone danish+kroner danish+crown
krone: krone kroner
CZK: koruna korunas czech+koruna czech+crown
RUB: rouble roubles ruble rubles russian+ruble russian+rouble
UAH: hryvnia hryvnias
PLN: zloty zlotys złoty
HUF: forint forints
TRY: lira liras turkish+lira
ITL: lire italian+lira italian+lire
ZAR: rand rands
KRW: won korean+won south_korean+won
BRL: real reais brazilian+real brazilian+reais
MXN: mexican+peso
ARS: argentine+peso
CLP: chilean+peso
COP: colombian+peso
PHP: philippine+peso
peso: peso pesos
THB: baht
VND: dong
IDR: rupiah rupiahs
MYR: ringgit
ILS: shekel shekels
SAR: riyals saudi+riyal
AED: dirhams uae+dirham
KES: kenyan+shilling kenya+shilling
TZS: tanzanian+shilling
UGX: ugandan+shilling
shilling: shilling shillings
NGN: naira
GHS: cedi cedis
ETB: birr
BDT: taka
IRR: rials iranian+rial
DEM: mark marks deutschmark deutschmarks d-mark german+mark deutsche+mark
FIM: markka finnish+markka
NLG: guilder guilders dutch+guilder
ESP: peseta pesetas
PTE: escudo escudos
GRD: drachmas
cent: cent cents
penny: penny pennies pence
"""


def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _NAMES.strip().splitlines():
        code, _, listed = line.partition(": ")
        for name in listed.split():
            spelled = name.replace("_", " ").replace("+", " ")
            found[spelled] = code
            if "+" in name and not spelled.endswith("s"):
                found[f"{spelled}s"] = code
    return found


NAMES: dict[str, str] = _names() | LOWER
MARKS = "".join(SYMBOLS)
