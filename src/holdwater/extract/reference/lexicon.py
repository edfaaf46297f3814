"""Words that tell what a stretch of a bibliographic description is, in the languages that scholars write in."""

from __future__ import annotations

_LISTS: dict[str, str] = {
    "month": """
        jan january janvier januar gennaio enero janeiro feb february février fevrier februar febbraio febrero
        fevereiro mar march mars märz maerz marzo março apr april avril aprile abril may mai maggio mayo maio jun june
        juin juni giugno junio junho jul july juillet juli luglio julio julho aug august août aout agosto sep sept
        september septembre settembre septiembre setembro oct october octobre oktober okt ottobre octubre outubro nov
        november novembre noviembre novembro dec december décembre decembre dezember dez dicembre diciembre dezembro
        spring summer fall autumn winter printemps été automne hiver""",
    "and": "and & und et y e en i og och",
    "in": "in im dans en nel em",
    "editor": """
        ed eds edited editor editors hrsg hg herausgegeben herausgeber dir éd éds cura curatore org orgs red coord
        compiled""",
    "translator": """
        trans transl translated translator translators tr trad traduit traduction traducción übers übersetzt tradução
        vertaald""",
    "director": """
        director directed producer produced réalisateur regie regia writer presenter performed narrator""",
    "by": "by von par por da di de a durch door",
    "etal": "al alii others other",
    "volume": "vol vols volume volumes bd band bde t tome tomo v jg jahrgang anno année heft",
    "issue": "no nr num n° nº n number numéro número numero issue iss part pt fasc suppl supplement",
    "page": "p pp pg pgs page pages s ss pag págs pág seiten seite f ff col cols fol",
    "edition": """
        edition ed édition auflage aufl edizione edición edição edn rev revised reprint reprinted enlarged druk""",
    "ordinal": """
        1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th first second third fourth fifth sixth
        seventh eighth ninth tenth twelfth 2e 3e 4e 1ère 2ème annual""",
    "journal": """
        journal j jnl revue revista rivista zeitschrift review rev reviews annals ann annales archiv archives arch
        bulletin bull boletín bollettino quarterly quart magazine trans transactions letters lett acta studies news
        newsletter gazette times post herald monde zeitung tribune guardian cahiers jahrbuch yearbook monthly weekly
        comm communications comput sci phys chem biol med surg nature science physics mathematics physica american
        international european natl acad res clin am eur int br appl soc mol cell neurosci lancet plos jama nejm bmc
        ieee acm siam computing""",
    "meeting": """
        proceedings proc conference conf congress workshop symposium symp meeting colloquium colloque atti actes akten
        advances lecture notes session poster presented conférence congrès kongress tagung seminar convention summit
        icml aaai ijcai sigmod sigplan popl pldi vldb focs stoc annual usenix record rec""",
    "collection": "series serie collection coll reihe colección collana lncs",
    "book": """
        handbook encyclopedia encyclopaedia dictionary companion essays readings festschrift anthology history
        festgabe mélanges studi""",
    "publisher": """
        press verlag publishers publishing publisher publications pub books editions éditions edizioni editora
        editorial ediciones editore editrice university universitaires univ presses wiley springer elsevier routledge
        sage macmillan palgrave penguin oxford cambridge mcgraw-hill blackwell harper collins norton knopf random
        house hall prentice addison-wesley addison wesley francis taylor kluwer pergamon academic mit gallimard seuil
        minuit puf armand colin harmattan l’harmattan l'harmattan flammarion grasset fayard suhrkamp reclam beck
        niemeyer gruyter klett fischer rowohlt mouton brill nijhoff brepols laterza einaudi mondadori feltrinelli
        mulino olschki sons co inc ltd llc gmbh corp company corporation société society association bros freeman
        benjamins erlbaum associates morgan kaufmann north-holland plenum dover vintage beacon basic bantam doubleday
        houghton mifflin hachette unwin allen methuen heinemann faber verso zed polity continuum bloomsbury ashgate
        elgar vrin cnrs droz champion bordas dunod nathan hatier larousse quae""",
    "institution": """
        institute institut instituto istituto department dept département departamento laboratory lab laboratories
        center centre centro foundation fondation fundação faculty school college universität université universidad
        universidade università universiteit bureau ministry office commission council committee agency administration
        organization organisation bank academy académie akademie bibliothèque library museum musée survey service
        national""",
    "genre": """
        thesis phd ph.d m.sc msc b.sc bachelor bachelor’s dissertation master master’s master's doctoral doctorate
        diss tesis thèse mémoire diplomarbeit dissertação tese unpublished technical tech tr report rep working paper
        memorandum memo manuscript preprint discussion draft masters doktorarbeit rapport relatório doctor’s doctor's
        rfc""",
    "online": """
        online available retrieved accessed access disponível disponible disponibile consulté abgerufen acesso
        consultado verfügbar url http https website web downloaded visited zugriff internet en-ligne ligne""",
    "note": """
        submitted press forthcoming appear appeared preparation accepted abstract special isbn issn doi arxiv pmid
        pmcid reprinted review unpublished personal communication published publication paraître erscheinen originally
        tape film dvd video cd cd-rom record cassette""",
    "nodate": "n.d nd s.d undated ohne sine forthcoming press",
    "noplace": "s.l s.n",
    "particle": """
        van von der den de di da del della du la le ter ten dos das al bin ibn el af zu zur vom dalla degli st""",
    "suffix": "jr sr ii iii iv",
    "small": """
        the of and for on to with from by as at an a into through between towards toward upon against within without
        under over its his their our your is are do does how what why when who la le les l du des aux et sur pour par
        une un dans der die das den dem eine einer ein und für auf aus mit zur zum über bei il lo gli dei della nel e
        per con una del los las el y en para da dos em uma no na os um ao de di""",
    "place": """
        london paris new york boston chicago berlin oxford cambridge amsterdam leipzig münchen munich wien vienna roma
        rome milano milan torino turin firenze florence napoli naples venezia venice bologna padova madrid barcelona
        lisboa lisbon porto sevilla valencia salamanca moscow moskva petersburg stuttgart frankfurt hamburg köln
        cologne bonn tübingen göttingen heidelberg freiburg darmstadt mainz marburg münster hannover dresden weimar
        jena halle würzburg regensburg augsburg zürich zurich basel bern genève geneva lausanne fribourg brussels
        bruxelles louvain leuven gent antwerp leiden hague rotterdam utrecht groningen copenhagen københavn oslo
        stockholm uppsala lund helsinki turku prague praha warsaw warszawa kraków budapest bucharest sofia athens
        istanbul ankara jerusalem tel aviv haifa cairo beirut tehran delhi bombay mumbai calcutta kolkata madras tokyo
        kyoto osaka beijing shanghai peking seoul singapore hong kong taipei manila jakarta bangkok sydney melbourne
        canberra brisbane perth adelaide auckland wellington toronto montréal montreal ottawa vancouver québec quebec
        winnipeg edmonton calgary halifax mexico buenos aires são paulo rio janeiro brasília belo horizonte alegre
        curitiba campinas salvador recife santiago lima bogotá caracas havana philadelphia baltimore washington
        princeton haven ithaca durham chapel hill bloomington urbana champaign madison milwaukee minneapolis minn st
        louis kansas lincoln denver boulder austin dallas houston atlanta nashville orleans miami tampa pittsburgh
        cleveland columbus cincinnati detroit ann arbor lansing angeles francisco san diego berkeley stanford palo
        alto menlo park seattle portland eugene tucson phoenix albuquerque santa monica barbara fe englewood cliffs
        upper saddle river reading hoboken hillsdale mahwah thousand oaks newbury beverly hills norwood westport
        greenwood edinburgh glasgow manchester birmingham leeds liverpool bristol brighton cardiff dublin belfast cork
        aberdeen aldershot ashgate chichester harmondsworth basingstoke abingdon cheltenham northampton dordrecht boca
        raton lyon marseille toulouse bordeaux strasbourg lille grenoble rennes nantes montpellier aix poitiers dijon
        reims rouen bergen tallinn riga vilnius kiev kyiv minsk ljubljana zagreb belgrade sarajevo nairobi
        johannesburg pretoria cape town lagos ibadan accra dakar tunis algiers rabat""",
    "region": """
        uk usa u.s.a u.s u.k us england scotland ireland wales france germany italy spain portugal netherlands belgium
        switzerland austria sweden norway denmark finland poland russia canada australia zealand japan china india
        brazil israel greece turkey hungary hawaii alaska california massachusetts mass calif conn connecticut
        pennsylvania penn virginia texas florida ohio michigan illinois ill ind indiana wisconsin wis minnesota iowa
        missouri colorado arizona nevada oregon washington maryland md georgia carolina tennessee kentucky louisiana
        alabama vermont maine jersey ca ma ny nj pa il tx fl oh mi wa co az ct dc d.c va nc ga mn wi in tn ut or la ri
        nh mo nv""",
    "given": """
        john jane james robert michael william david richard joseph thomas charles christopher daniel matthew anthony
        mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
        jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond
        alexander patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter
        harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan
        billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell
        louis philip bobby johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen
        lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
        stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen
        samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce
        virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha
        gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber
        doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
        pierre jacques françois philippe michel alain andré bernard claude dominique gérard gilles guy henri hervé
        jean-claude jean-louis jean-paul jean-pierre jean-marie laurent luc marcel marc maurice nicolas olivier pascal
        patrice rené roland serge stéphane thierry xavier yves anne brigitte cécile chantal christiane claire colette
        florence françoise geneviève hélène isabelle madeleine martine monique nathalie sophie sylvie véronique hans
        karl heinz jürgen klaus wolfgang günter günther gerhard werner horst helmut dieter manfred uwe rainer bernd
        ulrich stefan friedrich wilhelm johann otto ernst fritz hermann rudolf ludwig heinrich georg franz martin jörg
        matthias andreas ingrid ursula renate monika petra gisela christa erika sabine giovanni giuseppe antonio mario
        luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo giorgio alessandro marco
        stefano roberto massimo giulia lucia josé carlos luis manuel francisco jesús javier miguel rafael pedro ángel
        fernando alejandro jorge alberto diego enrique ramón joão paulo luiz marcos eduardo gustavo ricardo sergio
        lars erik anders jan johan nils per bengt göran olof ole knut kristin birgit willem pieter hendrik cornelis
        johannes gerrit dirk kees ivan vladimir sergei dmitri mikhail nikolai boris igor yuri alexei andrei petr jiří
        stanisław jerzy tadeusz zoltán lászló istván margot simon neil gilbert oscar leo max felix hugo victor edgar
        ernest herbert howard leonard norman percy sidney stanley theodore marcus colin nigel graham trevor ian
        alasdair duncan malcolm angus kate hilary""",
}

CLASSES: dict[str, tuple[str, ...]] = {}
"""The classes of a word in lower case, without its punctuation."""

for _name, _words in _LISTS.items():
    for _word in _words.split():
        CLASSES[_word] = tuple(dict.fromkeys((*CLASSES.get(_word, ()), _name)))
