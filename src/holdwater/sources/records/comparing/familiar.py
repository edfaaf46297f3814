"""Short forms of given names, as people sign with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_GROUPS = """
    robert bob bobby rob robbie bert; william bill billy will willie liam wilhelm; richard dick rick ricky rich
    richie; edward ed eddie ted teddy ned; theodore ted teddy; james jim jimmy jamie jem; john jack johnny jon;
    jonathan jon; henry hank harry; charles chuck charlie; michael mike mick mickey; margaret peggy maggie meg greta
    marge; elizabeth liz beth betty eliza lizzie bess lisa; katherine kate kathy cathy katie kit catherine kathleen
    kat; anthony tony; lawrence larry laurence; gerald jerry gerry; jerome jerry; alexander sasha alex sandy
    aleksandr; dmitri dima dmitry mitya; nicholas nick nicky nikolai; joseph joe jo josef; thomas tom tommy; david
    dave davey; daniel dan danny; samuel sam sammy; samantha sam; benjamin ben benny; matthew matt; andrew andy
    drew; gregory greg; stephen steve steven; philip phil; peter pete; patrick pat paddy; patricia pat patty trish;
    susan sue suzanne; deborah debbie deb debra; barbara barb; judith judy; jennifer jen jenny; jessica jess;
    rebecca becky; victoria vicky; christopher chris kit; christina chris tina christine; ronald ron ronnie; donald
    don donnie; kenneth ken kenny; raymond ray; leonard len leo lenny; frederick fred freddy; francis frank; frances
    fran; franklin frank; harold hal harry; albert al bert; alfred al fred; alan al allan allen; eugene gene; walter
    walt; timothy tim; vincent vince; victor vic; nathaniel nat nathan; sarah sally; mary molly polly; ann nancy
    anne anna annie; martha patty; helen nell eleanor; abigail abby; amanda mandy; cynthia cindy; dorothy dot dolly;
    florence flo; jacqueline jackie; louis lou lewis; maximilian max; randolph randy; randall randy; reginald reg;
    roderick rod; rodney rod; terence terry; zachary zach; karl carl; erik eric; marc mark; geoffrey jeff jeffrey
    geoff; yuri iurii yury iouri; evgeny yevgeny eugene evgenii; ernest ernie; stanley stan; clifford cliff; douglas
    doug; herbert herb bert; jacob jake; joshua josh; lucas luke; oliver ollie; russell russ; sidney sid; vladimir
    volodya; ivan vanya; tatiana tanya; natalia natasha; ignacio nacho; francisco paco pancho; jose pepe; giuseppe
    beppe; hans johannes johann; josef sepp; friedrich fritz; heinrich heinz; maria mia; elena lena; aleksandra
    sasha alexandra
"""


def _by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for group in _GROUPS.split(";"):
        full = group.split()[0]
        for name in group.split():
            found[name].append(full)
            if full != name:
                found[name].append(name)
    return {name: tuple(dict.fromkeys(fulls)) for name, fulls in found.items()}


NICKNAMES = _by_name()
"""The full names that a given name may stand for, and itself: "bob" is robert. Two names with one in common are one."""
