"""Countries and territories: ISO 3166-1 codes, names and the words for their people. Facts, in English.

A line is: alpha-3, alpha-2, names between slashes (the first is the one shown), and after ":" the adjectives and
demonyms that mean this country alone.
"""

from __future__ import annotations

TABLE = """
ABW AW Aruba:Aruban
AFG AF Afghanistan:Afghan/Afghans
AGO AO Angola:Angolan/Angolans
AIA AI Anguilla:Anguillan
ALA AX Åland/Åland Islands:
ALB AL Albania:Albanian/Albanians
AND AD Andorra:Andorran/Andorrans
ARE AE United Arab Emirates/UAE/the Emirates/U.A.E.:Emirati/Emiratis
ARG AR Argentina:Argentine/Argentinian/Argentines/Argentinians
ARM AM Armenia:Armenian/Armenians
ASM AS American Samoa:
ATG AG Antigua and Barbuda:Antiguan
AUS AU Australia:Australian/Australians
AUT AT Austria:Austrian/Austrians
AZE AZ Azerbaijan:Azerbaijani/Azerbaijanis/Azeri
BDI BI Burundi:Burundian/Burundians
BEL BE Belgium:Belgian/Belgians
BEN BJ Benin:Beninese
BFA BF Burkina Faso:Burkinabe/Burkinabé
BGD BD Bangladesh:Bangladeshi/Bangladeshis
BGR BG Bulgaria:Bulgarian/Bulgarians
BHR BH Bahrain:Bahraini/Bahrainis
BHS BS Bahamas/The Bahamas/Bahamas, The:Bahamian/Bahamians
BIH BA Bosnia and Herzegovina/Bosnia:Bosnian/Bosnians
BLM BL Saint Barthélemy/St. Barthélemy:
BLR BY Belarus:Belarusian/Belarusians
BLZ BZ Belize:Belizean/Belizeans
BMU BM Bermuda:Bermudian
BOL BO Bolivia/Bolivia (Plurinational State of):Bolivian/Bolivians
BRA BR Brazil:Brazilian/Brazilians
BRB BB Barbados:Barbadian/Barbadians
BRN BN Brunei/Brunei Darussalam:Bruneian
BTN BT Bhutan:Bhutanese
BWA BW Botswana:Botswanan/Batswana/Motswana
CAF CF Central African Republic:
CAN CA Canada:Canadian/Canadians
CCK CC Cocos Islands/Cocos (Keeling) Islands/Cocos Island:
CHE CH Switzerland:Swiss
CHL CL Chile:Chilean/Chileans
CHN CN China/People's Republic of China/PRC/mainland China:Chinese
CIV CI Ivory Coast/Côte d'Ivoire/Cote d'Ivoire:Ivorian/Ivorians
CMR CM Cameroon:Cameroonian/Cameroonians
COD CD Democratic Republic of the Congo/Congo, Dem. Rep./DR Congo/DRC/Congo-Kinshasa/Democratic Republic of Congo/Zaire:
COG CG Republic of the Congo/Congo, Rep./Congo-Brazzaville/Republic of Congo/Congo:
COK CK Cook Islands/Cook Is:
COL CO Colombia:Colombian/Colombians
COM KM Comoros:Comorian
CPV CV Cape Verde/Cabo Verde:Cape Verdean
CRI CR Costa Rica:Costa Rican/Costa Ricans
CUB CU Cuba:Cuban/Cubans
CUW CW Curaçao/Curacao:
CXR CX Christmas Island:
CYM KY Cayman Islands:
CYP CY Cyprus:Cypriot/Cypriots
CZE CZ Czechia/Czech Republic/the Czech Republic:Czech/Czechs
DEU DE Germany/Federal Republic of Germany:German/Germans
DJI DJ Djibouti:Djiboutian
DMA DM Dominica:
DNK DK Denmark:Danish/Danes/Dane
DOM DO Dominican Republic:Dominican/Dominicans
DZA DZ Algeria:Algerian/Algerians
ECU EC Ecuador:Ecuadorian/Ecuadorean/Ecuadorians
EGY EG Egypt/Egypt, Arab Rep./Arab Republic of Egypt:Egyptian/Egyptians
ERI ER Eritrea:Eritrean/Eritreans
ESH EH Western Sahara:Sahrawi
ESP ES Spain:Spanish/Spaniards/Spaniard
EST EE Estonia:Estonian/Estonians
ETH ET Ethiopia:Ethiopian/Ethiopians
FIN FI Finland:Finnish/Finns/Finn
FJI FJ Fiji:Fijian/Fijians
FLK FK Falkland Islands/Falkland Is (Malvinas)/Falklands:
FRA FR France:French/Frenchmen/Frenchwomen
FRO FO Faroe Islands/Faeroe Islands:Faroese
FSM FM Micronesia/Micronesia, Fed. Sts./Federated States of Micronesia:
GAB GA Gabon:Gabonese
GBR GB United Kingdom/UK/U.K./Britain/Great Britain:British/Britons/Briton
GEO GE Georgia:Georgian/Georgians
GGY GG Guernsey:
GHA GH Ghana:Ghanaian/Ghanaians
GIB GI Gibraltar:
GIN GN Guinea:Guinean/Guineans
GLP GP Guadeloupe:
GMB GM Gambia/The Gambia/Gambia, The:Gambian/Gambians
GNB GW Guinea-Bissau:
GNQ GQ Equatorial Guinea:Equatoguinean
GRC GR Greece:Greek/Greeks
GRD GD Grenada:Grenadian
GRL GL Greenland:Greenlandic
GTM GT Guatemala:Guatemalan/Guatemalans
GUF GF French Guiana:
GUM GU Guam:
GUY GY Guyana:Guyanese
HKG HK Hong Kong/Hong Kong, China/Hong Kong SAR, China:
HND HN Honduras:Honduran/Hondurans
HRV HR Croatia:Croatian/Croatians/Croats
HTI HT Haiti:Haitian/Haitians
HUN HU Hungary:Hungarian/Hungarians
IDN ID Indonesia:Indonesian/Indonesians
IMN IM Isle of Man:Manx
IND IN India:Indian/Indians
IRL IE Ireland/Republic of Ireland:Irish
IRN IR Iran/Iran, Islamic Rep./Islamic Republic of Iran/Iran (Islamic Republic of):Iranian/Iranians
IRQ IQ Iraq:Iraqi/Iraqis
ISL IS Iceland:Icelandic/Icelanders
ISR IL Israel:Israeli/Israelis
ITA IT Italy:Italian/Italians
JAM JM Jamaica:Jamaican/Jamaicans
JEY JE Jersey:
JOR JO Jordan:Jordanian/Jordanians
JPN JP Japan:Japanese
KAZ KZ Kazakhstan:Kazakh/Kazakhs/Kazakhstani
KEN KE Kenya:Kenyan/Kenyans
KGZ KG Kyrgyzstan/Kyrgyz Republic:Kyrgyz
KHM KH Cambodia/Kampuchea:Cambodian/Cambodians
KIR KI Kiribati:
KNA KN Saint Kitts and Nevis/St. Kitts and Nevis:
KOR KR South Korea/Korea, Rep./Republic of Korea/Korea:South Korean/South Koreans
KWT KW Kuwait:Kuwaiti/Kuwaitis
LAO LA Laos/Lao/Lao PDR/Lao People's Democratic Republic:Laotian/Laotians
LBN LB Lebanon:Lebanese
LBR LR Liberia:Liberian/Liberians
LBY LY Libya:Libyan/Libyans
LCA LC Saint Lucia/St. Lucia:
LIE LI Liechtenstein:
LKA LK Sri Lanka/Ceylon:Sri Lankan/Sri Lankans
LSO LS Lesotho:Basotho
LTU LT Lithuania:Lithuanian/Lithuanians
LUX LU Luxembourg:
LVA LV Latvia:Latvian/Latvians
MAC MO Macao/Macau/Macao, China/Macao SAR, China:Macanese
MAF MF Saint Martin/St. Martin (French part):
MAR MA Morocco:Moroccan/Moroccans
MCO MC Monaco:Monegasque
MDA MD Moldova/Republic of Moldova:Moldovan/Moldovans
MDG MG Madagascar:Malagasy
MDV MV Maldives/the Maldives:Maldivian/Maldivians
MEX MX Mexico:Mexican/Mexicans
MHL MH Marshall Islands:Marshallese
MKD MK North Macedonia/Macedonia/Macedonia, FYR:Macedonian/Macedonians
MLI ML Mali:Malian/Malians
MLT MT Malta:Maltese
MMR MM Myanmar/Burma:Burmese
MNE ME Montenegro:Montenegrin/Montenegrins
MNG MN Mongolia:Mongolian/Mongolians
MNP MP Northern Mariana Islands:
MOZ MZ Mozambique:Mozambican/Mozambicans
MRT MR Mauritania:Mauritanian/Mauritanians
MSR MS Montserrat:
MTQ MQ Martinique:
MUS MU Mauritius:Mauritian/Mauritians
MWI MW Malawi:Malawian/Malawians
MYS MY Malaysia:Malaysian/Malaysians
MYT YT Mayotte:
NAM NA Namibia:Namibian/Namibians
NCL NC New Caledonia:
NER NE Niger:Nigerien/Nigeriens
NFK NF Norfolk Island:
NGA NG Nigeria:Nigerian/Nigerians
NIC NI Nicaragua:Nicaraguan/Nicaraguans
NIU NU Niue:
NLD NL Netherlands/the Netherlands/Holland:Dutch
NOR NO Norway:Norwegian/Norwegians
NPL NP Nepal:Nepalese/Nepali/Nepalis
NRU NR Nauru:Nauruan
NZL NZ New Zealand:New Zealanders
OMN OM Oman:Omani/Omanis
PAK PK Pakistan:Pakistani/Pakistanis
PAN PA Panama:Panamanian/Panamanians
PCN PN Pitcairn:
PER PE Peru:Peruvian/Peruvians
PHL PH Philippines/the Philippines:Filipino/Philippine/Filipinos
PLW PW Palau:Palauan
PNG PG Papua New Guinea:Papua New Guinean
POL PL Poland:Polish/Poles
PRI PR Puerto Rico:Puerto Rican/Puerto Ricans
PRK KP North Korea/Korea, Dem. Rep./Korea, Dem. People's Rep.:North Korean/North Koreans
PRT PT Portugal:Portuguese
PRY PY Paraguay:Paraguayan/Paraguayans
PSE PS Palestine/West Bank and Gaza/State of Palestine/Palestinian Territories:Palestinian/Palestinians
PYF PF French Polynesia:
QAT QA Qatar:Qatari/Qataris
REU RE Réunion/Reunion:
ROU RO Romania:Romanian/Romanians
RUS RU Russia/Russian Federation:Russian/Russians
RWA RW Rwanda:Rwandan/Rwandans
SAU SA Saudi Arabia:Saudi/Saudis
SDN SD Sudan:Sudanese
SEN SN Senegal:Senegalese
SGP SG Singapore:Singaporean/Singaporeans
SHN SH Saint Helena/St. Helena:
SJM SJ Svalbard:
SLB SB Solomon Islands:
SLE SL Sierra Leone:Sierra Leonean/Sierra Leoneans
SLV SV El Salvador:Salvadoran/Salvadorean/Salvadorans
SMR SM San Marino:
SOM SO Somalia:Somali/Somalis
SPM PM Saint Pierre and Miquelon/St.-Pierre-et-Miquelon:
SRB RS Serbia:Serbian/Serbians/Serbs
SSD SS South Sudan:South Sudanese
STP ST São Tomé and Príncipe/Sao Tome and Principe:
SUR SR Suriname:Surinamese
SVK SK Slovakia/Slovak Republic:Slovak/Slovaks/Slovakian
SVN SI Slovenia:Slovenian/Slovenians/Slovene
SWE SE Sweden:Swedish/Swedes/Swede
SWZ SZ Eswatini/Swaziland:Swazi/Swazis
SXM SX Sint Maarten/Sint Maarten (Dutch part):
SYC SC Seychelles:Seychellois
SYR SY Syria/Syrian Arab Republic:Syrian/Syrians
TCA TC Turks and Caicos Islands:
TCD TD Chad:Chadian/Chadians
TGO TG Togo:Togolese
THA TH Thailand:Thai/Thais
TJK TJ Tajikistan:Tajik/Tajiks
TKL TK Tokelau:
TKM TM Turkmenistan:Turkmen/Turkmens
TLS TL Timor-Leste/East Timor:Timorese
TON TO Tonga:Tongan/Tongans
TTO TT Trinidad and Tobago/Trinidad:Trinidadian/Trinidadians
TUN TN Tunisia:Tunisian/Tunisians
TUR TR Turkey/Türkiye/Turkiye:Turkish/Turks
TUV TV Tuvalu:Tuvaluan
TWN TW Taiwan:Taiwanese
TZA TZ Tanzania:Tanzanian/Tanzanians
UGA UG Uganda:Ugandan/Ugandans
UKR UA Ukraine:Ukrainian/Ukrainians
URY UY Uruguay:Uruguayan/Uruguayans
USA US United States/USA/U.S./US/United States of America/the States/U.S.A./America:American/Americans
UZB UZ Uzbekistan:Uzbek/Uzbeks
VAT VA Vatican City/Holy See:
VCT VC Saint Vincent and the Grenadines/St. Vincent and the Grenadines:
VEN VE Venezuela/Venezuela, RB:Venezuelan/Venezuelans
VGB VG British Virgin Islands:
VIR VI U.S. Virgin Islands/Virgin Islands (U.S.):
VNM VN Vietnam/Viet Nam:Vietnamese
VUT VU Vanuatu:
WLF WF Wallis and Futuna/Wallis et Futuna:
WSM WS Samoa:Samoan/Samoans
XKX XK Kosovo:Kosovar/Kosovars/Kosovan
YEM YE Yemen/Yemen, Rep.:Yemeni/Yemenis
ZAF ZA South Africa:South African/South Africans
ZMB ZM Zambia:Zambian/Zambians
ZWE ZW Zimbabwe:Zimbabwean/Zimbabweans
"""
