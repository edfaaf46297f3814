"""What is measured, in the words that people use for it.

A line is a concept and the phrases that name it, whether in a series' title or in a sentence. The words of a phrase
stand in this order with at most two others between each and the next; after "~" they may stand in any order within
twelve words. After "?" they only hint at it: good enough to look for a series, not to hold a sentence against one. They
are facts of the language of statistics and name no one series.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from holdwater.tables.terms import stems

GAP = 2
"""Other words that may stand between two words of a phrase."""

WINDOW = 12
"""Words within which a phrase in any order must lie."""

_CONCEPTS = """
life expectancy: life expectancy | expected to live | ~ expect live years | live to the age of | live on average
  | ~ average lifespan | lifespan | longevity | ~ newborn expect live | ? ~ how long people live
  | ? ~ person live year average | ? lived longer | ? live longer | ? outlive | ? ~ age at death
  | ? ~ die at age average | ? live to be | ? ~ years of life
maternal mortality: maternal mortality | maternal deaths | maternal death | childbirth | ~ woman death giving birth
  | ~ mother death childbirth | ~ woman death childbirth | ~ mother death birth | ~ woman death pregnancy
  | ~ mother death pregnancy | ~ woman death live birth | ~ mother death live birth | ~ woman lost life childbirth
  | ? ~ death having child woman | ? ~ bring child into world death | ? ~ mother not survive birth
  | ? ~ fatal for mothers
child mortality: child mortality | under 5 mortality | under five mortality | ~ child death before fifth birthday
  | ~ child death before age 5 | ~ child death under age 5 | ~ baby death before fifth birthday | child deaths
  | ~ death before fifth birthday | ~ death before reaching age 5 | ~ mortality under 5 | child death rate
  | ~ child death per live birth | ~ child mortality | ~ child survive fifth birthday | ~ child death early childhood
  | ~ child death before 5th birthday | ~ child reach fifth birthday | u5mr | 0 5 year olds dying
  | ? ~ small child death | ? ~ toddler death | ? ~ child not live to see | ? ~ child lost before age 5
  | ? ~ child buried
newborn mortality: newborn mortality | neonatal mortality | neonatal death | newborn death
  | ~ death first month of life | ~ newborn death first 28 days | ~ baby death first month | ? ~ baby death first week
  | ? ~ baby death within month
infant mortality: infant mortality | infant death | ~ baby death before first birthday | ~ baby death first year
  | ~ death first year of life
stillbirth: stillbirth | stillborn | ~ born death baby stillborn | ? dead at birth | ? born dead
fertility: fertility rate | total fertility | children per woman | births per woman | babies per woman | fertility
  | ~ woman had child average | ~ average woman has child | ~ average woman bore child | ~ average number child woman
  | ~ child each woman | ~ average woman birth child | ? family size | ? ~ child each family | ? ~ child woman bear
  | ? ~ woman bear child | ? ~ child mother average | ? ~ typical woman child | ? ~ birth each woman
  | ? ~ one child woman
teen fertility: teen fertility | teenage birth | adolescent fertility | adolescent birth | teenage mother | teen birth
  | ~ birth girl 15 19 | teenage pregnancy | teen mother | ~ teenage birth | ~ birth woman 15 19
  | ? ~ girls give birth | ? ~ teenager birth | ? ~ teenager mother | ? ~ girl become mother | ? young mothers
  | ? ~ teenager child
birth rate: birth rate | crude birth rate | births per 1000 | births per thousand | natality | ? babies born per
  | ? ~ birth for every 1000
death rate: crude death rate | death rate | deaths per 1000 population | deaths per 1000 people
  | deaths per thousand people | ? ~ death for every 1000 people
population: population | inhabitant | ~ number people living country | residents | home to people | lived in country
  | ? ~ number people live | ? ~ how many people live | ? number of people in | ? how many people | ? head count
  | ? people live in | ? citizens
population growth: population growth | population grew | ~ population grow year | ~ growing population year
  | ? ~ population swell year | ? ~ population rise year | ? ~ people added every year | ? population increase
population density: population density | people per square | inhabitants per square | densely populated
  | ~ densely populated | ? crowded | ? per square kilometre | ? for each square kilometre | ? people to the square
  | ? packed
urban population: urban population | urbanisation | urbanization | ~ live in towns cities | ~ live in cities
  | ~ lived cities | city dwellers | ~ live urban areas | ~ lived towns | town dweller | ? townspeople
  | ? ~ moved to cities | ? ~ townsfolk
rural population: rural population | ~ live countryside | ~ live rural areas | ~ live villages | ~ lived country side
  | rural dweller | ? ~ people village | ? countryside | ? ~ farmers live
median age: median age | ~ half population younger | ? ~ half younger than | ? ~ half older than
  | ? youngest population | ? oldest population | ? typical age | ? average age of population
sex ratio: sex ratio | men per 100 women | males per 100 females | men for every 100 women | ? men for every woman
  | ? women for every man | ? men outnumber women | ? women outnumber men | ? more men than women
  | ? more women than men
gdp per person: gdp per capita | gdp per person | gdp per head | income per person | income per head
  | per capita income | income per capita | average income | gdp capita | output per person | output per head
  | per capita gdp | economic output per person | gross domestic product per | per capita gross domestic product
  | living standard | ? earns on average | ? wealth per head | ? rich per head | ? prosperity | ? ~ rich per person
  | ? ~ average citizen earn | ? richer per head | ? ~ average person produce | ? well off | ? standard of living
  | ? affluent
gdp: gdp | gross domestic product | size of economy | economic output | national output | ? size of the economy
  | ? largest economy | ? biggest economy | ? value of all goods
gdp growth: economic growth | gdp growth | gdp grew | economy grew | economy grow | economy expand | economy shrank
  | economy contract | growth of gdp | gdp yearly growth | ~ growth gdp year | ~ economy growing year | ? recession
  | ? boom | ? economy contracted | ? economy expanded | ? growth rate of the economy
gni per person: gni per capita | gni per person | gni capita | gross national income per | national income per
  | gni per head
atlas: atlas method
ppp: ppp | purchasing power | international dollars
constant prices: inflation adjusted | adjusted for inflation | in real terms | constant prices | constant dollars
per person: per capita | per person | per head | a head | each person | every person
inflation: inflation | consumer price | prices rose | cost of living | ~ price rise year | price increase | ? prices
  | ? dearer | ? price level
literacy: literacy | literate | illiteracy | illiterate | read and write | able to read | can read | could read
  | ~ read write | ? cannot read | ? could not read | ? unable to read | ? learned to read | ? learnt to read
  | ? know how to read | ? ~ write own name | ? ~ read simple
adult: adult | aged 15 and above | ages 15 and above | 15 plus | aged 15 and over | 15 and older | grown up
youth: youth | young people | young woman | young man | young adult | aged 15 24 | ages 15 24 | 15 to 24
  | young person | ? teenagers and young adults | ? under 25
internet: internet | online | ~ use web | world wide web | ? connected to the web | ? surf | ? internet access
  | ? web users
broadband: broadband | fixed line internet | high speed internet | ? fast internet | ? fixed broadband
mobile phone: cell phone | mobile phone | cellphone | mobile subscription | mobile telephone | cellular subscription
  | handset | mobile cellular | ? mobiles | ? phone subscriptions | ? telephone in pocket | ? sim cards | ? phones per
computer: personal computer | computer | ? pcs per | ? home computer
electricity access: access to electricity | electricity access | have electricity | had electricity | electrified
  | electrification | connected to the grid | connected to electricity | ~ home electricity | ~ household electricity
  | ~ population electricity access | electric power at home | electric light | ? ~ live without electricity
  | ? ~ lack electricity | ? ~ plugged in | ? ~ light switch | ? ~ electric light | ? without power
  | ? ~ power supply homes | ? without electricity | ? no electricity
electricity use: electricity use | electricity consumption | power consumption | ~ electricity used person
  | used electricity | kilowatt hours per person | ~ consume electricity person | use of electricity
  | ? ~ power each person use | ? ~ electricity each person
electricity generation: electricity generation | electricity production | power generation | generated electricity
  | ~ electricity generated | electricity output | ~ electricity produced | ? ~ power plants produce
  | ? ~ power stations produce | ? ~ turbines generate
energy use: energy use | energy consumption | use of energy | ~ energy used person | ~ consume energy
  | ? ~ energy each person | ? ~ oil equivalent person
co2: co2 | emitter of carbon | ~ emit carbon | carbon dioxide | carbon emission | emissions of carbon
  | greenhouse emission | ? co2 emitter | ? emit co2 | ? emits | ? greenhouse gas | ? climate pollution
co2 per person: co2 per capita | emissions per capita | emissions per person | co2 per person | carbon footprint
  | per capita emissions | per capita co2 | per capita carbon | tonnes per capita | emissions per head
  | carbon dioxide per person | carbon dioxide per head | ~ tonnes co2 each person | ~ person emit tonne co2
  | per person carbon | carbon dioxide a head | ? ~ each person emit | ? ~ person emit co2 | ? ~ average emit tonne
  | ? ~ each emit tonne | ? emitted per head | ? footprint per head
consumption based: consumption based | consumption emissions | including imports | embodied in imports
  | imported goods | ? imports included | ? goods they import | ? counting imports
territorial: territorial | within its borders | production based
unemployment: unemployment | unemployed | jobless | out of work | joblessness | without a job | looking for work
  | ? no job | ? without work | ? could not find work | ? seeking work | ? dole | ? cannot find work
labour force: labour force participation | labour force | labour market participation | in work or looking
  | workforce participation | participation rate | economically active | in the workforce
  | working or looking for work | labour participation | ? work or look for work | ? has a job or is looking
  | ? in paid work | ? go out to work | ? in the labour market | ? ~ job or looking | ? works outside
  | ? work outside the home | ? ~ work outside home | ? in employment or
labour force women: women in the labour force | female share of labour force | women of the labour force
  | proportion of labour force women | workforce who are women | workers who are women | share of workforce female
  | women of the workforce | women in workforce | ~ share labour force made up women | female workers share
  | ? ~ woman share workers | ? ~ woman make up workforce | ? ~ workforce half women | ? ~ workers are women
working hours: working hours | hours per week | hours a week | working week | work week | workweek | hours worked
  | ? ~ hours work each week | ? ~ work hours week | ? long hours
agriculture workers: agriculture workers | farm workers | ~ work in agriculture | ~ employed in agriculture
  | work on farms | ~ workers farming | employment in agriculture | ~ worked land jobs | agricultural employment
  | ~ worked farm | ~ work in farming | ? ~ living from land | ? ~ work in the fields | ? ~ farm jobs
  | ? ~ earn living farming | ? tillers
agriculture share: agriculture of gdp | ~ agriculture share economy | ~ farming share economy
  | agriculture percent gdp | ~ agriculture gdp | ~ farming gdp | ? ~ farming brings product
  | ? ~ farming income country | ? ~ agriculture national product | ? ~ farms output economy | ? ~ farming economy
  | ? ~ agriculture economy
industry share: ~ industry gdp | ~ industry share economy | ~ manufacturing gdp | ~ industry share output
  | ? ~ factories economy | ? ~ industry economy | ? ~ industry national product
services share: ~ service gdp | ~ services share economy | service sector | ? ~ services economy
  | ? ~ services national product
exports: exports | export | exported | ~ sold abroad | ? sells abroad | ? sold abroad | ? selling abroad
imports: imports | import | ? buys from abroad | ? buys abroad | ? bought from abroad
fdi: foreign direct investment | foreign investment | fdi | ? foreign money into | ? foreign companies invest
  | ? ~ foreigners invest | ? ~ investors abroad
tax: tax revenue | taxes | tax take | taxation | tax collected | tax burden | ? ~ taxman | ? taxed | ? tax state
debt: external debt | foreign debt | owed abroad | debt to foreign | owed to foreign | ? foreign creditors
  | ? owes abroad | ? ~ owe foreign | ? ~ owe creditors | ? indebted | ? foreign lenders
aid received: aid received | foreign aid | received aid | development assistance received | ~ aid receive
  | ~ depend aid | ~ aid income country | ? ~ aid from abroad | ? ~ lives on aid | ? ~ given aid by
  | ? recipient of aid | ? ~ aid make up income
aid given: aid given | gave aid | aid budget | gives aid | development assistance given | ~ giving aid | ~ spend aid
  | donor | ? ~ give foreign aid | ? ~ give aid | ? ~ give income aid | ? ~ aid to poor countries
  | ? ~ spend help abroad
gni share: percent of gni | of gni | of gross national income | national income | ? of its national income
  | ? of its income
military spending: military expenditure | military spending | defence spending | arms spending | military budget
  | ~ spend on military | ~ spend army | defence budget | military outlay | ~ spend armed forces
  | ? ~ spend weapons soldiers | ? ~ spend defence | ? guns | ? ~ budget army | ? ~ cost army
armed forces: armed forces personnel | soldiers | troops | armed forces | size of army | under arms | standing army
  | servicemen | ? soldier | ? men under arms | ? troop | ? army of | ? ~ serve army
arms imports: arms imports | weapons imports | ~ import weapons | ~ import arms | bought arms abroad | arms purchase
  | ~ bought weapons abroad | ? ~ weapons from abroad | ? ~ buy arms | ? ~ buy weapons
arms exports: arms exports | weapons exports | ~ export weapons | ~ export arms | arms sales abroad | arms sale
  | sold weapons | ~ sold arms | ? ~ sell weapons | ? ~ sell arms | ? arms seller | ? arms dealer
health spending: health spending | health expenditure | spent on health | healthcare spending | spending on health
  | ~ spend health | ~ spend medical care | health care spending | ? ~ spend hospitals | ? ~ spend medicine
  | ? ~ cost health care | ? ~ health bill
health share government: government share of health | ~ government pay health | public share of health
  | ~ state pay health spend | ~ public health spend share | ? ~ state share health | ? ~ taxes pay health
  | ? ~ government cover health | ? ~ treasury pay health
out of pocket: out of pocket | out of their own pocket | ~ patients pay themselves | paid by patients | own pocket
  | ~ households pay health | ? ~ pay from pocket | ? ~ patients pay doctor | ? ~ pay for treatment themselves
doctors: doctors | physicians | medical doctor
hospital beds: hospital bed
skilled birth: skilled health staff | skilled birth | attended by skilled | birth attendant | skilled attendant
  | trained midwife | ~ birth attended doctor | ~ birth attended midwife | ~ births attended | ? ~ birth midwife
  | ? ~ deliveries nurse | ? ~ births doctor present | ? ~ deliver trained
contraception: contraceptive | contraception | birth control | family planning | ? the pill | ? condoms
  | ? avoid pregnancy
immunisation measles: measles | mcv1 | mcv
immunisation dtp: dtp3 | dtp | diphtheria | tetanus | pertussis | whooping cough | ? three doses
vaccination: vaccination | vaccinated | immunised | immunized | immunisation | immunization | vaccine | inoculated
hiv: hiv | human immunodeficiency virus
hiv adults: adults with hiv | hiv prevalence | ~ adult living hiv | ~ share adult hiv | ~ adults 15 49 hiv
  | ~ percent adult hiv | ? ~ adult carries hiv | ? ~ adult infected hiv | ? ~ one adult hiv | ? ~ share people hiv
hiv people: people living with hiv | number of people with hiv | ~ million people living hiv | ~ number people hiv
  | ? ~ people infected hiv number | ? ~ million live hiv | ? ~ many people hiv
tuberculosis: tuberculosis | tb
malaria: malaria
suicide: suicide | took their own lives | killed themselves | ~ own life took | ? ~ take own life | ? ~ took own life
  | ? kill themselves | ? ~ end own life | ? ~ taking own lives | ? ~ take own lives
homicide: homicide | murder rate | murders | manslaughter | intentional homicide | ? killings | ? murdered | ? slain
  | ? violent deaths | ? ~ people killed per 100000
alcohol: alcohol | ~ litre pure alcohol | drinking | ? drinkers | ? ~ wine beer litres | ? ~ drink litres
smoking: smoking | smoke | smoker | smoked | tobacco | cigarette | ? light up | ? nicotine
stunting: stunted | stunting | too short for their age | short for age | ? too short | ? small for their age
  | ? ~ growth stunted
underweight: malnutrition weight for age | underweight | malnourished | weight for age | malnutrition | undernourished
  | malnourishment | ? too thin | ? weigh too little | ? too light | ? hungry children | ? ~ child weigh too little
food supply: food supply | kilocalories | calories | calorie | kcal | daily food | ? to eat a day | ? food available
  | ? ~ food person day
sanitation: sanitation | toilet | latrine | improved sanitation | ? lavatory | ? sewage | ? sewer | ? ~ flush
water: water source | drinking water | clean water | safe water | basic water | improved water | ~ access water
  | ? ~ drink water | ? tap water | ? wells | ? running water | ? piped water
slums: slum | shanty | informal settlement | ? squatter | ? favela | ? tin shack
poverty: poverty | poor people | impoverished | below the poverty line | ~ less than dollar day | ~ below dollar day
  | ~ under dollar day | ? poor | ? poorer | ? poverty stricken | ? penniless
extreme poverty: extreme poverty | extremely poor | extreme poor | abject poverty | absolute poverty | destitute
  | less than a dollar a day | ? ~ poorest poor | ? utterly poor | ? deepest poverty
poverty people: people in poverty | number of people in poverty | million people in poverty | ~ million people poverty
  | ~ million people live less than day | ? ~ how many people poor | ? ~ number poor | ? ~ million poor
  | ? ~ number people poor
national poverty: national poverty line | nationally defined poverty | relative poverty | below national poverty line
  | ? own poverty line | ? country's poverty line | ? official poverty line
poverty 3.00: 3 00 a day | 3 00 day | 3 dollars a day | 3 a day
poverty 4.20: 4 20 a day | 4 20 day
poverty 8.30: 8 30 a day | 8 30 day
poverty 2.15: 2 15 a day | 2 15 per day | 2 15 day
poverty 1.90: 1 90 a day | 1 90 per day | 1 90 day
inequality: inequality | gini | income distribution | unequal | gini index | gini coefficient
  | ? ~ gap between rich poor | ? gap between rich and poor | ? equal incomes | ? evenly shared | ? even incomes
  | ? unequally
richest 10: richest 10 | top 10 | richest tenth | wealthiest tenth | top tenth | top decile | richest decile
  | wealthiest 10
richest 20: richest 20 | richest fifth | top fifth | top 20 | top quintile | richest quintile | wealthiest fifth
poorest 10: poorest 10 | poorest tenth | bottom tenth | bottom 10 | bottom decile | poorest decile
poorest 20: poorest 20 | poorest fifth | bottom fifth | bottom 20 | bottom quintile | poorest quintile
income share: income share | share of income | share of national income | ~ share all income | ~ earn share income
  | ~ receive share income | ~ took share income
billionaires: billionaire | ? super rich | ? richest people
women parliament: parliamentary seats held by women | ~ parliamentary seats women | ~ woman member parliament
  | women in national parliament | women in parliament | seats held by women | female parliamentarian
  | women legislators | ~ parliament women seats | ~ woman parliament | female member of parliament | women mp
  | female mps | ~ woman legislature | ~ woman lawmaker | ? ~ deputies women | ? ~ members parliament women
  | ? female deputies | ? women in congress | ? women deputies | ? ~ seats women | ? ~ lawmakers women | ? ~ mps women
women ministers: women in ministerial | female minister | women minister | ministerial positions | ~ woman cabinet
  | ~ ministers were women | ~ female cabinet | ? ~ government ministers women | ? women in government
  | ? women in cabinet | ? ~ cabinet women | ? female cabinet
age at marriage: age at 1st marriage | age at first marriage | marry | ~ woman first married age | ~ bride average age
  | ~ woman wed age | ? ~ woman wed | ? ~ bride year old | ? brides | ? wedding
primary school: primary school | primary education | elementary school | primary enrol | primary | ? grade school
  | ? first school
secondary school: secondary school | secondary education | high school | secondary
tertiary: tertiary | university | universities | higher education | college | ? undergraduates | ? campus
  | ? college students
enrolment: enrolment | enrol | attended school | school attendance | ~ go school | ~ child in school
  | ~ girl in school | ? in school | ? at school | ? school enrolment | ? attend | ? school places
gross enrolment: gross enrolment
net enrolment: net enrolment
students: students | student | ? ~ people study | ? studying
graduates: graduates | graduate | degree
science graduates: science programmes | science graduates | science technology tertiary graduates | stem graduates
  | ~ graduate science | science degree | ? ~ degree science | ? stem | ? science degrees
engineering graduates: engineering | engineering graduates | manufacturing and construction programmes | ? engineers
  | ? engineering degrees
girls to boys: girls to boys | girls boys in school | girls for every 100 boys | gender parity | girls per 100 boys
  | ? as many girls as boys | ? girls than boys | ? ~ girl every boy school
education spending: expenditure on education | education spending | spent on education | spending on education
  | education budget | ~ spend schools | ~ spend education | ? ~ spend pupils | ? ~ cost schools | ? ~ budget schools
  | ? school budget | ? ~ money education
government spending share: of total government expenditure | of government spending | government budget
  | public spending | of state budget | ? public purse | ? government outlays | ? state spending
gdp share: percent of gdp | of gdp | of gross domestic product | share of the economy | of economic output
  | of national output
researchers: researchers | researcher | research and development | r d | ? scientists | ? working in research
patents: patent | ? inventors | ? inventions
refugees: refugees from | refugees by country | ~ refugees fled | fled abroad | ? refugee | ? asylum | ? exiles
  | ? driven abroad | ? displaced abroad | ? ~ fled country | ? ~ flee country
journalists killed: journalists killed | journalists were killed | ~ journalist killed | ~ reporters killed
  | ~ journalist murdered
journalists imprisoned: journalists imprisoned | journalists in prison | jailed journalists | ~ journalist imprisoned
  | ~ journalist jailed | journalists behind bars | ~ reporters jailed | ~ journalist prison | ~ reporter prison
happiness: happiness | life satisfaction | happy | happier | ? content with life | ? happiest | ? satisfied with life
  | ? contented
hdi: human development index | hdi | human development | ? undp
forest: forest | woodland | wooded | tree cover | ? woods | ? trees | ? forests | ? rainforest
agricultural land: agricultural land | farmland | farm land | land farmed | cultivated land | ~ land used farming
  | ~ land used agriculture | ? ~ land farms | ? tilled | ? ~ land crops | ? pasture | ? arable
area: surface area | land area | square kilometres | area of country | territory | ? square miles
  | ? size of the country | ? how large
"""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a concept: their stems, whether in any order, and whether they only hint at it."""

    concept: str
    words: tuple[str, ...]
    free: bool
    hint: bool


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of all concepts."""
    lines = _CONCEPTS.replace("\n  |", " |").strip().splitlines()
    return tuple(
        Phrase(name.strip(), tuple(stems(text.replace("~", " ").replace("?", " "))), "~" in text, "?" in text)
        for name, _, rest in (line.partition(":") for line in lines)
        for text in rest.split("|")
    )


@cache
def _by_key() -> dict[str, list[Phrase]]:
    """The phrases by their first word; those in any order by their longest."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        key = max(phrase.words, key=len) if phrase.free else phrase.words[0]
        found.setdefault(key, []).append(phrase)
    return found


def concepts_in(words: Sequence[str], *, hints: bool = True) -> dict[str, set[int]]:
    """The concepts that a run of stems names, each with the places of the words that name it.

    A phrase that lies within a longer one does not count there: in "urban population" nobody speaks of population.
    Without `hints`, only what plainly names a concept counts.
    """
    matches = [
        (phrase.concept, frozenset((_anywhere if phrase.free else _in_order)(words, at, phrase.words)))
        for at, word in enumerate(words)
        for phrase in _by_key().get(word, ())
        if hints or not phrase.hint
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
