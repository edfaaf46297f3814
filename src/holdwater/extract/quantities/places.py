"""Names of countries and regions, and words that make a capitalised word a place ("in Leeds")."""

from __future__ import annotations

_COUNTRIES = """Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|
Azerbaijan|
Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Bosnia|Botswana|
Brazil|
Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile|China|
Colombia|
Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechia|Czech Republic|Czechoslovakia|Denmark|Djibouti|Dominica|
Dominican Republic|
East Germany|East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|
Finland|France|
Gabon|Gambia|Georgia|Germany|Ghana|Great Britain|Britain|Greece|Greenland|Grenada|Guatemala|Guinea|Guinea-Bissau|
Guyana|Haiti|
Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|
Kazakhstan|
Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|
Macau|
Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|
Mongolia|
Montenegro|Morocco|Mozambique|Myanmar|Burma|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|
North Korea|
North Macedonia|Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|
Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|Senegal|
Serbia|
Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|
Soviet Union|
Spain|Sri Lanka|Sudan|Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|
Tonga|
Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|UK|
United States|United States of America|USA|US|U.S.|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Wales|
West Germany|
Yemen|Yugoslavia|Zambia|Zimbabwe|
Africa|Asia|Europe|Oceania|North America|South America|Latin America|Central America|Caribbean|Middle East|
Sub-Saharan Africa|
North Africa|West Africa|East Africa|Southern Africa|Central Asia|South Asia|East Asia|Southeast Asia|European Union|
EU|OECD|
Scandinavia|Balkans|Eastern Europe|Western Europe|world|Antarctica|Arctic|Middle East and North Africa|euro area|
eurozone"""

_TABLE: dict[tuple[str, ...], str] = {
    tuple(name.strip().lower().split()): name.strip()
    for name in _COUNTRIES.replace("\n", "").split("|")
    if name.strip()
}
_FIRST = frozenset(name[0] for name in _TABLE)
_NO_PLACES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday i congress parliament court act president king queen christmas easter table
    figure section""".split()
)
_LONGEST = 5  # words of a name


def places_in(lower: list[str], written: list[str], first: int, last: int) -> list[tuple[int, str]]:
    """The places among words first..last of a sentence, each with its index, as written.

    A place is a name of a country or of a region of the world, or capitalised words behind "in", "at", "across",
    "throughout", "near", "outside".
    """
    found: list[tuple[int, str]] = []
    index = first
    while index < last:
        many = _named(lower, written, index, last) or _located(lower, written, index, last)
        if many:
            found.append((index, " ".join(written[index : index + many])))
        index += many or 1
    return found


def _named(lower: list[str], written: list[str], index: int, last: int) -> int:
    word = lower[index]
    if word not in _FIRST or not (written[index][0].isupper() or word in ("world", "euro", "eurozone")):
        return 0
    for many in range(min(_LONGEST, last - index), 0, -1):
        name = _TABLE.get(tuple(lower[index : index + many]))
        if name is not None and (name != "US" or written[index] == "US"):
            return many
    return 0


def _located(lower: list[str], written: list[str], index: int, last: int) -> int:
    before = lower[index - 1] if index else ""
    if before not in ("in", "at", "across", "throughout", "near", "outside") or not written[index][0].isupper():
        return 0
    if lower[index] in _NO_PLACES or len(written[index]) < 3:
        return 0
    many = 1
    while (
        index + many < last
        and written[index + many][0].isupper()
        and lower[index + many] not in _NO_PLACES
        and many < 3
    ):
        many += 1
    return many
