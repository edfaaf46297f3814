"""Regions and groups of countries: their names and their members.

The geographic parts are those of the United Nations (M49); where a name is used of more than one set of countries, the
widest common one is meant. Memberships are those of 2025 and are facts.
"""

from __future__ import annotations

_PARTS = {
    "northern africa": "DZA EGY LBY MAR SDN TUN ESH",
    "eastern africa": "BDI COM DJI ERI ETH KEN MDG MWI MUS MYT MOZ REU RWA SYC SOM SSD UGA TZA ZMB ZWE",
    "central africa": "AGO CMR CAF TCD COG COD GNQ GAB STP",
    "southern africa": "BWA SWZ LSO NAM ZAF",
    "western africa": "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SHN SEN SLE TGO",
    "caribbean": "AIA ATG ABW BHS BRB VGB CYM CUB CUW DMA DOM GRD GLP HTI JAM MTQ MSR PRI BLM KNA LCA MAF VCT SXM TTO"
    " TCA VIR",
    "central america": "BLZ CRI SLV GTM HND MEX NIC PAN",
    "south america": "ARG BOL BRA CHL COL ECU FLK GUF GUY PRY PER SUR URY VEN",
    "north america": "BMU CAN GRL SPM USA",
    "central asia": "KAZ KGZ TJK TKM UZB",
    "eastern asia": "CHN HKG MAC PRK JPN MNG KOR TWN",
    "south-eastern asia": "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM",
    "southern asia": "AFG BGD BTN IND IRN MDV NPL PAK LKA",
    "western asia": "ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN QAT SAU PSE SYR TUR ARE YEM",
    "eastern europe": "BLR BGR CZE HUN POL MDA ROU RUS SVK UKR",
    "northern europe": "ALA DNK EST FRO FIN GGY ISL IRL IMN JEY LVA LTU NOR SJM SWE GBR",
    "southern europe": "ALB AND BIH HRV GIB GRC VAT ITA MLT MNE MKD PRT SMR SRB SVN ESP XKX",
    "western europe": "AUT BEL FRA DEU LIE LUX MCO NLD CHE",
    "oceania": "ASM AUS CXR CCK COK FJI PYF GUM KIR MHL FSM NRU NCL NZL NIU NFK MNP PLW PNG PCN WSM SLB TKL TON TUV VUT"
    " WLF",
}
_GROUPS = {
    "european union": "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK"
    " SVN ESP SWE",
    "oecd": "AUS AUT BEL CAN CHL COL CRI CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ISR ITA JPN KOR LVA LTU LUX MEX NLD"
    " NZL NOR POL PRT SVK SVN ESP SWE CHE TUR GBR USA",
    "g7": "CAN FRA DEU ITA JPN GBR USA",
    "g20": "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN KOR MEX RUS SAU ZAF TUR GBR USA",
    "brics": "BRA RUS IND CHN ZAF",
    "asean": "BRN KHM IDN LAO MYS MMR PHL SGP THA VNM",
    "nordic": "DNK FIN ISL NOR SWE",
    "scandinavian": "DNK NOR SWE",
    "baltic": "EST LVA LTU",
    "balkan": "ALB BIH BGR HRV GRC MNE MKD ROU SRB SVN XKX",
    "gulf": "BHR KWT OMN QAT SAU ARE",
    "arab": "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM",
    "middle east": "BHR CYP EGY IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR ARE YEM",
    "middle east and north africa": "DZA BHR DJI EGY IRN IRQ ISR JOR KWT LBN LBY MLT MAR OMN PSE QAT SAU SYR TUN ARE"
    " YEM",
    "maghreb": "DZA LBY MRT MAR TUN",
    "sahel": "BFA TCD MLI MRT NER SEN SDN",
    "andean": "BOL COL ECU PER",
    "south asia": "AFG BGD BTN IND MDV NPL PAK LKA",
    "nato": "ALB BEL BGR CAN HRV CZE DNK EST FIN FRA DEU GRC HUN ISL ITA LVA LTU LUX MNE NLD MKD NOR POL PRT ROU SVK"
    " SVN ESP SWE TUR GBR USA",
    "post-soviet": "ARM AZE BLR EST GEO KAZ KGZ LVA LTU MDA RUS TJK TKM UKR UZB",
    "horn of africa": "DJI ERI ETH SOM",
}
_SUMS = {
    "africa": "northern africa|eastern africa|central africa|southern africa|western africa",
    "sub-saharan africa": "eastern africa|central africa|southern africa|western africa",
    "asia": "central asia|eastern asia|south-eastern asia|southern asia|western asia",
    "europe": "eastern europe|northern europe|southern europe|western europe",
    "latin america": "central america|south america|caribbean",
    "latin america and the caribbean": "central america|south america|caribbean",
    "the americas": "north america|central america|south america|caribbean",
}
_NAMES = {
    "africa": "Africa|African|Africans",
    "sub-saharan africa": "sub-Saharan Africa|Sub-Saharan Africa|sub-Saharan African|sub-Saharan",
    "asia": "Asia|Asian|Asians",
    "europe": "Europe|European|Europeans",
    "latin america": "Latin America|Latin American|Latin Americans",
    "latin america and the caribbean": "Latin America and the Caribbean",
    "the americas": "the Americas|Americas|Western Hemisphere",
    "northern africa": "North Africa|Northern Africa|North African",
    "eastern africa": "East Africa|Eastern Africa|East African",
    "central africa": "Central Africa|Middle Africa|Central African",
    "southern africa": "Southern Africa|southern Africa",
    "western africa": "West Africa|Western Africa|West African",
    "caribbean": "the Caribbean|Caribbean",
    "central america": "Central America|Central American",
    "south america": "South America|South American|South Americans",
    "north america": "North America|North American",
    "central asia": "Central Asia|Central Asian",
    "eastern asia": "East Asia|Eastern Asia|East Asian",
    "south-eastern asia": "South-East Asia|Southeast Asia|South-Eastern Asia|Southeast Asian|south-east Asia",
    "southern asia": "Southern Asia",
    "south asia": "South Asia|South Asian",
    "western asia": "Western Asia|West Asia",
    "eastern europe": "Eastern Europe|Eastern European",
    "northern europe": "Northern Europe",
    "southern europe": "Southern Europe",
    "western europe": "Western Europe|Western European",
    "oceania": "Oceania|the Pacific",
    "european union": "European Union|EU|E.U.",
    "oecd": "OECD",
    "g7": "G7|G-7",
    "g20": "G20|G-20",
    "brics": "BRICS",
    "asean": "ASEAN",
    "nordic": "Nordic countries|Nordic",
    "scandinavian": "Scandinavia|Scandinavian",
    "baltic": "Baltic states|Baltic|the Baltics|Baltics",
    "balkan": "the Balkans|Balkan|Balkans",
    "gulf": "Gulf states|Gulf|GCC",
    "arab": "Arab states|Arab|Arab world|Arab countries",
    "middle east": "Middle East|Middle Eastern",
    "middle east and north africa": "Middle East and North Africa|MENA",
    "maghreb": "Maghreb",
    "sahel": "Sahel",
    "andean": "the Andes|Andean|Andes",
    "nato": "NATO",
    "post-soviet": "post-Soviet states|post-Soviet|former Soviet",
    "horn of africa": "Horn of Africa",
}


def members() -> dict[str, tuple[str, ...]]:
    """The members of each region, by its key."""
    found = {name: tuple(codes.split()) for name, codes in {**_PARTS, **_GROUPS}.items()}
    for name, parts in _SUMS.items():
        found[name] = tuple(code for part in parts.split("|") for code in found[part])
    return found


def names() -> dict[str, tuple[str, ...]]:
    """The names and adjectives of each region, by its key."""
    return {key: tuple(given.split("|")) for key, given in _NAMES.items()}
