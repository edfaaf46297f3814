"""What is measured, in the words that people use for it.

A line is a concept and the phrases that name it, whether in a series' title or in a sentence. The words of a phrase
stand in this order with at most two others between each and the next; after "~" they may stand in any order within
twelve words. They are facts of the language of statistics and name no one series.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from holdwater.tables.terms import stems

GAP = 2
"""Other words that may stand between two words of a phrase."""

WINDOW = 12
"""Words within which a phrase in any order must lie."""

_CONCEPTS = """
life expectancy: life expectancy | expected to live | ~ expect live years | live to the age of | live on average
  | ~ average lifespan | lifespan | longevity | ~ newborn expect live
maternal mortality: maternal mortality | maternal deaths | maternal death | childbirth
  | ~ woman death giving birth
  | ~ mother death childbirth | ~ woman death childbirth | ~ mother death birth | ~ woman death pregnancy
  | ~ mother death pregnancy | ~ woman death live birth | ~ mother death live birth
  | ~ woman lost life childbirth
child mortality: child mortality | under 5 mortality | under five mortality
  | ~ child death before fifth birthday
  | ~ child death before age 5 | ~ child death under age 5 | ~ baby death before fifth birthday | child deaths
  | ~ death before fifth birthday | ~ death before reaching age 5 | ~ mortality under 5 | child death rate
  | ~ child death per live birth | ~ child mortality | ~ child survive fifth birthday
  | ~ child death early childhood
  | ~ child death before 5th birthday | ~ child reach fifth birthday | u5mr | 0 5 year olds dying
newborn mortality: newborn mortality | neonatal mortality | neonatal death | newborn death
  | ~ death first month of life
  | ~ newborn death first 28 days | ~ baby death first month
infant mortality: infant mortality | infant death | ~ baby death before first birthday | ~ baby death first year
  | ~ death first year of life
stillbirth: stillbirth | stillborn | ~ born death baby stillborn
fertility: fertility rate | total fertility | children per woman | births per woman | babies per woman
  | fertility
  | ~ woman had child average | ~ average woman has child | ~ average woman bore child
  | ~ average number child woman
  | ~ child each woman | ~ average woman birth child
teen fertility: teen fertility | teenage birth | adolescent fertility | adolescent birth | teenage mother
  | teen birth
  | ~ birth girl 15 19 | teenage pregnancy | teen mother | ~ teenage birth | ~ birth woman 15 19
birth rate: birth rate | crude birth rate | births per 1000 | births per thousand | natality
death rate: crude death rate | death rate | deaths per 1000 population | deaths per 1000 people
  | deaths per thousand people
population: population | inhabitant | ~ number people living country | residents | home to people
  | lived in country
population growth: population growth | population grew | ~ population grow year | ~ growing population year
population density: population density | people per square | inhabitants per square | densely populated
  | ~ densely populated
urban population: urban population | urbanisation | urbanization | ~ live in towns cities | ~ live in cities
  | ~ lived cities
  | city dwellers | ~ live urban areas | ~ lived towns | town dweller
rural population: rural population | ~ live countryside | ~ live rural areas | ~ live villages
  | ~ lived country side | rural dweller
median age: median age | ~ half population younger
sex ratio: sex ratio | men per 100 women | males per 100 females | men for every 100 women
gdp per person: gdp per capita | gdp per person | gdp per head | income per person | income per head
  | per capita income
  | income per capita | average income | gdp capita | output per person | output per head | per capita gdp
  | economic output per person | gross domestic product per | per capita gross domestic product
  | living standard
gdp: gdp | gross domestic product | size of economy | economic output | national output
gdp growth: economic growth | gdp growth | gdp grew | economy grew | economy grow | economy expand
  | economy shrank
  | economy contract | growth of gdp | gdp yearly growth | ~ growth gdp year | ~ economy growing year
gni per person: gni per capita | gni per person | gni capita | gross national income per
  | national income per | gni per head
  | gni per capita
atlas: atlas method
ppp: ppp | purchasing power | international dollars
constant prices: inflation adjusted | adjusted for inflation | in real terms | constant prices
  | constant dollars
per person: per capita | per person | per head | a head | each person | every person
inflation: inflation | consumer price | prices rose | cost of living | ~ price rise year | price increase
literacy: literacy | literate | illiteracy | illiterate | read and write | able to read | can read
  | could read | ~ read write
adult: adult | aged 15 and above | ages 15 and above | 15 plus | aged 15 and over | 15 and older | grown up
youth: youth | young people | young woman | young man | young adult | aged 15 24 | ages 15 24 | 15 to 24
  | young person
internet: internet | online | ~ use web | world wide web
broadband: broadband | fixed line internet | high speed internet
mobile phone: cell phone | mobile phone | cellphone | mobile subscription | mobile telephone
  | cellular subscription | handset
  | mobile cellular
computer: personal computer | computer
electricity access: access to electricity | electricity access | have electricity | had electricity
  | electrified
  | electrification | connected to the grid | connected to electricity | ~ home electricity
  | ~ household electricity
  | ~ population electricity access | electric power at home | electric light
electricity use: electricity use | electricity consumption | power consumption | ~ electricity used person
  | used electricity
  | kilowatt hours per person | ~ consume electricity person | use of electricity
electricity generation: electricity generation | electricity production | power generation
  | generated electricity
  | ~ electricity generated | electricity output | ~ electricity produced
energy use: energy use | energy consumption | use of energy | ~ energy used person | ~ consume energy
co2: co2 | emitter of carbon | ~ emit carbon
  | carbon dioxide | carbon emission | emissions of carbon | greenhouse emission
co2 per person: co2 per capita | emissions per capita | emissions per person | co2 per person
  | carbon footprint | per capita emissions
  | per capita co2 | per capita carbon | tonnes per capita | emissions per head | carbon dioxide per person
  | carbon dioxide per head | ~ tonnes co2 each person | ~ person emit tonne co2 | per person carbon
  | carbon dioxide a head
consumption based: consumption based | consumption emissions | including imports | embodied in imports
  | imported goods
territorial: territorial | within its borders | production based
unemployment: unemployment | unemployed | jobless | out of work | joblessness | without a job | looking for work
labour force: labour force participation | labour force | labour market participation | in work or looking
  | workforce participation
  | participation rate | economically active | in the workforce | working or looking for work
  | labour participation
labour force women: women in the labour force | female share of labour force | women of the labour force
  | proportion of labour force women | workforce who are women | workers who are women
  | share of workforce female
  | women of the workforce | women in workforce | ~ share labour force made up women | female workers share
working hours: working hours | hours per week | hours a week | working week | work week | workweek
  | hours worked
agriculture workers: agriculture workers | farm workers | ~ work in agriculture | ~ employed in agriculture
  | work on farms
  | ~ workers farming | employment in agriculture | ~ worked land jobs | agricultural employment | ~ worked farm
  | ~ work in farming
agriculture share: agriculture of gdp | ~ agriculture share economy | ~ farming share economy
  | agriculture percent gdp
  | ~ agriculture gdp | ~ farming gdp
industry share: ~ industry gdp | ~ industry share economy | ~ manufacturing gdp | ~ industry share output
services share: ~ service gdp | ~ services share economy | service sector
exports: exports | export | exported | ~ sold abroad
imports: imports | import
fdi: foreign direct investment | foreign investment | fdi
tax: tax revenue | taxes | tax take | taxation | tax collected | tax burden
debt: external debt | foreign debt | owed abroad | debt to foreign | owed to foreign
aid received: aid received | foreign aid | received aid | development assistance received | ~ aid receive
  | ~ depend aid
  | ~ aid income country
aid given: aid given | gave aid | aid budget | gives aid | development assistance given | ~ giving aid
  | ~ spend aid | donor
gni share: percent of gni | of gni | of gross national income | national income
military spending: military expenditure | military spending | defence spending | arms spending | military budget
  | ~ spend on military | ~ spend army | defence budget | military outlay | ~ spend armed forces
armed forces: armed forces personnel | soldiers | troops | armed forces | size of army | under arms
  | standing army | servicemen
arms imports: arms imports | weapons imports | ~ import weapons | ~ import arms | bought arms abroad
  | arms purchase
  | ~ bought weapons abroad
arms exports: arms exports | weapons exports | ~ export weapons | ~ export arms | arms sales abroad
  | arms sale | sold weapons
  | ~ sold arms
health spending: health spending | health expenditure | spent on health | healthcare spending
  | spending on health | ~ spend health
  | ~ spend medical care | health care spending
health share government: government share of health | ~ government pay health | public share of health
  | ~ state pay health spend
  | ~ public health spend share
out of pocket: out of pocket | out of their own pocket | ~ patients pay themselves | paid by patients
  | own pocket
  | ~ households pay health
doctors: doctors | physicians | medical doctor
hospital beds: hospital bed
skilled birth: skilled health staff | skilled birth | attended by skilled | birth attendant
  | skilled attendant | trained midwife
  | ~ birth attended doctor | ~ birth attended midwife | ~ births attended
contraception: contraceptive | contraception | birth control | family planning
immunisation measles: measles | mcv1 | mcv
immunisation dtp: dtp3 | dtp | diphtheria | tetanus | pertussis | whooping cough
vaccination: vaccination | vaccinated | immunised | immunized | immunisation | immunization | vaccine
  | inoculated
hiv: hiv | human immunodeficiency virus
hiv adults: adults with hiv | hiv prevalence | ~ adult living hiv | ~ share adult hiv | ~ adults 15 49 hiv
  | ~ percent adult hiv
hiv people: people living with hiv | number of people with hiv | ~ million people living hiv
  | ~ number people hiv
tuberculosis: tuberculosis | tb
malaria: malaria
suicide: suicide | took their own lives | killed themselves | ~ own life took
homicide: homicide | murder rate | murders | manslaughter | intentional homicide
alcohol: alcohol | ~ litre pure alcohol | drinking
smoking: smoking | smoke | smoker | smoked | tobacco | cigarette
stunting: stunted | stunting | too short for their age | short for age
underweight: malnutrition weight for age | underweight | malnourished | weight for age | malnutrition
  | undernourished
  | malnourishment
food supply: food supply | kilocalories | calories | calorie | kcal | daily food
sanitation: sanitation | toilet | latrine | improved sanitation
water: water source | drinking water | clean water | safe water | basic water | improved water | ~ access water
slums: slum | shanty | informal settlement
poverty: poverty | poor people | impoverished | below the poverty line | ~ less than dollar day
  | ~ below dollar day
  | ~ under dollar day
extreme poverty: extreme poverty | extremely poor | extreme poor | abject poverty | absolute poverty
  | destitute | less than a dollar a day
poverty people: people in poverty | number of people in poverty | million people in poverty
  | ~ million people poverty
  | ~ million people live less than day
national poverty: national poverty line | nationally defined poverty | relative poverty
  | below national poverty line
poverty 3.00: 3 00 a day | 3 00 day | 3 dollars a day | 3 a day
poverty 4.20: 4 20 a day | 4 20 day
poverty 8.30: 8 30 a day | 8 30 day
poverty 2.15: 2 15 a day | 2 15 per day | 2 15 day
poverty 1.90: 1 90 a day | 1 90 per day | 1 90 day
inequality: inequality | gini | income distribution | unequal | gini index | gini coefficient
richest 10: richest 10 | top 10 | richest tenth | wealthiest tenth | top tenth | top decile | richest decile
  | wealthiest 10
richest 20: richest 20 | richest fifth | top fifth | top 20 | top quintile | richest quintile | wealthiest fifth
poorest 10: poorest 10 | poorest tenth | bottom tenth | bottom 10 | bottom decile | poorest decile
poorest 20: poorest 20 | poorest fifth | bottom fifth | bottom 20 | bottom quintile | poorest quintile
income share: income share | share of income | share of national income | ~ share all income | ~ earn share income
  | ~ receive share income
  | ~ took share income
billionaires: billionaire
women parliament: parliamentary seats held by women | ~ parliamentary seats women | ~ woman member parliament
  | women in national parliament | women in parliament | seats held by women
  | female parliamentarian | women legislators
  | ~ parliament women seats | ~ woman parliament | female member of parliament | women mp | female mps
  | ~ woman legislature
  | ~ woman lawmaker
women ministers: women in ministerial | female minister | women minister | ministerial positions
  | ~ woman cabinet
  | ~ ministers were women | ~ female cabinet
age at marriage: age at 1st marriage | age at first marriage | marry | ~ woman first married age
  | ~ bride average age | ~ woman wed age
primary school: primary school | primary education | elementary school | primary enrol | primary
secondary school: secondary school | secondary education | high school | secondary
tertiary: tertiary | university | universities | higher education | college
enrolment: enrolment | enrol | attended school | school attendance | ~ go school | ~ child in school
  | ~ girl in school
gross enrolment: gross enrolment
net enrolment: net enrolment
students: students | student
graduates: graduates | graduate | degree
science graduates: science programmes | science graduates | science technology tertiary graduates
  | stem graduates
  | ~ graduate science | science degree
engineering graduates: engineering | engineering graduates | manufacturing and construction programmes
girls to boys: girls to boys | girls boys in school | girls for every 100 boys | gender parity
  | girls per 100 boys
education spending: expenditure on education | education spending | spent on education
  | spending on education | education budget
  | ~ spend schools | ~ spend education
government spending share: of total government expenditure | of government spending | government budget
  | public spending
  | of state budget
gdp share: percent of gdp | of gdp | of gross domestic product | share of the economy | of economic output
  | of national output
researchers: researchers | researcher | research and development | r d
patents: patent
refugees: refugee | fled abroad | asylum
journalists killed: journalists killed | journalists were killed | ~ journalist killed | ~ reporters killed
  | ~ journalist murdered
journalists imprisoned: journalists imprisoned | journalists in prison | jailed journalists
  | ~ journalist imprisoned | ~ journalist jailed
  | journalists behind bars | ~ reporters jailed | ~ journalist prison | ~ reporter prison
happiness: happiness | life satisfaction | happy | happier
hdi: human development index | hdi | human development
forest: forest | woodland | wooded | tree cover
agricultural land: agricultural land | farmland | farm land | land farmed | cultivated land
  | ~ land used farming
  | ~ land used agriculture
area: surface area | land area | square kilometres | area of country | territory
"""


@cache
def phrases() -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """All phrases: the concept each names, its stems, and whether they may stand in any order."""
    lines = _CONCEPTS.replace("\n  |", " |").strip().splitlines()
    return tuple(
        (name.strip(), tuple(stems(phrase.replace("~", " "))), "~" in phrase)
        for name, _, rest in (line.partition(":") for line in lines)
        for phrase in rest.split("|")
    )


@cache
def _by_first() -> dict[str, list[tuple[str, tuple[str, ...], bool]]]:
    """The phrases by their first word; those in any order by their longest."""
    found: dict[str, list[tuple[str, tuple[str, ...], bool]]] = {}
    for name, words, free in phrases():
        key = max(words, key=len) if free else words[0]
        found.setdefault(key, []).append((name, words, free))
    return found


def concepts_in(words: Sequence[str]) -> dict[str, set[int]]:
    """The concepts that a run of stems names, each with the places of the words that name it.

    A phrase that lies within a longer one does not count there: in "urban population" nobody speaks of population.
    """
    matches = [
        (name, frozenset(_anywhere(words, at, phrase) if free else _in_order(words, at, phrase)))
        for at, word in enumerate(words)
        for name, phrase, free in _by_first().get(word, ())
    ]
    matches = [(name, places) for name, places in matches if places]
    found: dict[str, set[int]] = {}
    for name, places in matches:
        if not any(places < other for _, other in matches):
            found.setdefault(name, set()).update(places)
    return found


def _in_order(words: Sequence[str], at: int, phrase: Sequence[str]) -> list[int]:
    places = [at]
    for wanted in phrase[1:]:
        reach = range(places[-1] + 1, min(places[-1] + GAP + 2, len(words)))
        here = next((place for place in reach if words[place] == wanted), -1)
        if here < 0:
            return []
        places.append(here)
    return places


def _anywhere(words: Sequence[str], at: int, phrase: Sequence[str]) -> list[int]:
    first = max(at - WINDOW + 1, 0)
    near = {word: first + offset for offset, word in enumerate(words[first : at + WINDOW])}
    places = [near.get(wanted, -1) for wanted in phrase]
    return places if min(places) >= 0 and max(places) - min(places) < WINDOW else []


RIVALS: Sequence[frozenset[str]] = (
    frozenset({"poverty 1.90", "poverty 2.15", "poverty 3.00", "poverty 4.20", "poverty 8.30", "national poverty"}),
    frozenset({"richest 10", "richest 20", "poorest 10", "poorest 20"}),
    frozenset({"primary school", "secondary school", "tertiary"}),
    frozenset({"agriculture share", "industry share", "services share"}),
    frozenset({"arms imports", "arms exports", "military spending"}),
    frozenset({"imports", "exports"}),
    frozenset({"territorial", "consumption based"}),
    frozenset({"child mortality", "infant mortality", "newborn mortality", "maternal mortality", "stillbirth"}),
    frozenset({"urban population", "rural population"}),
    frozenset({"fertility", "teen fertility"}),
    frozenset({"birth rate", "death rate"}),
    frozenset({"journalists killed", "journalists imprisoned"}),
    frozenset({"immunisation measles", "immunisation dtp"}),
    frozenset({"gdp per person", "gdp", "gni per person", "gdp growth"}),
    frozenset({"labour force", "labour force women", "unemployment"}),
    frozenset({"mobile phone", "broadband", "computer"}),
    frozenset({"science graduates", "engineering graduates"}),
    frozenset({"gross enrolment", "net enrolment"}),
    frozenset({"aid given", "aid received"}),
    frozenset({"hiv people", "hiv adults"}),
    frozenset({"women parliament", "women ministers"}),
)
"""Concepts of which a figure has one at most: who asks for one does not mean a series of another."""

RELATED = {
    "infant mortality": ("child mortality", "newborn mortality"),
    "extreme poverty": ("poverty 1.90", "poverty 2.15", "poverty 3.00"),
    "poverty": ("extreme poverty",),
    "hiv": ("hiv adults", "hiv people"),
    "population": ("urban population",),
    "labour force": ("labour force women",),
    "income share": ("richest 10", "poorest 10"),
    "vaccination": ("immunisation measles", "immunisation dtp"),
    "mobile phone": ("broadband",),
    "gdp": ("gdp growth",),
    "gdp per person": ("gni per person",),
    "enrolment": ("gross enrolment", "net enrolment"),
}
"""Concepts that come near another: shown where nothing fits better, and never taken for what was asked."""
