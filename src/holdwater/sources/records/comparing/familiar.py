"""Given names that stand for one another: short forms, and one name in two languages or romanisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_SHORT = """
    robert robt bob bobby rob robbie bert; william wm bill billy will willie liam wilhelm; richard dick rick ricky
    rich richie; edward ed eddie ted teddy ned; theodore ted teddy; james jas jim jimmy jamie jem; john jno jack
    johnny jon; jonathan jon; henry hank harry; charles chas chuck charlie; michael mike mick mickey; margaret peggy
    maggie meg greta marge; elizabeth liz beth betty eliza lizzie bess lisa; katherine kate kathy cathy katie kit
    catherine kathleen kat; anthony tony; lawrence larry laurence; gerald jerry gerry; jerome jerry; alexander sasha
    alex sandy aleksandr; dmitri dima dmitry mitya; nicholas nick nicky nikolai; joseph joe jo josef; thomas thos tom
    tommy; david dave davey; daniel dan danny; samuel saml sam sammy; samantha sam; benjamin ben benny; matthew matt;
    andrew andy drew; gregory greg; stephen steve steven; philip phil; peter pete; patrick pat paddy; patricia pat
    patty trish; susan sue suzanne; deborah debbie deb debra; barbara barb; judith judy; jennifer jen jenny; jessica
    jess; rebecca becky; victoria vicky; christopher chris kit; christina chris tina christine; ronald ron ronnie;
    donald don donnie; kenneth ken kenny; raymond ray; leonard len leo lenny; frederick fred freddy; francis frank;
    frances fran; franklin frank; harold hal harry; albert al bert; alfred al fred; alan al allan allen; eugene gene;
    walter walt; timothy tim; vincent vince; victor vic; nathaniel nat nathan; sarah sally; mary molly polly; ann
    nancy anne anna annie; martha patty; helen nell eleanor; abigail abby; amanda mandy; cynthia cindy; dorothy dot
    dolly; florence flo; jacqueline jackie; louis lou lewis; maximilian max; randolph randy; randall randy; reginald
    reg; roderick rod; rodney rod; terence terry; zachary zach; karl carl; erik eric; marc mark; geoffrey jeff jeffrey
    geoff; yuri iurii yury iouri; evgeny yevgeny eugene evgenii; ernest ernie; stanley stan; clifford cliff; douglas
    doug; herbert herb bert; jacob jake; joshua josh; lucas luke; oliver ollie; russell russ; sidney sid; vladimir
    volodya; ivan vanya; tatiana tanya; natalia natasha; ignacio nacho; francisco paco pancho; jose pepe; giuseppe
    beppe; hans johannes johann; josef sepp; friedrich fritz; heinrich heinz; maria mia; elena lena; aleksandra sasha
    alexandra
"""
_TRANSLATED = """
    john ivan ioannis yohanan; michael mykhailo mikhail mihail; peter pyotr petr petro petros; paul pavel pavlo
    pavlos; nicholas nikolai nikolay mykola nikolaos; alexander oleksandr aleksandr alexandros; vladimir volodymyr;
    sergei sergey serhii serhiy serge; andrew andrei andrey andrii andriy andreas; eugene evgeny evgenii yevhen;
    dmitri dmitry dmytro dimitrios; gregory hryhorii hryhoriy grigory grigorii grigori; helen elena olena yelena;
    george georgy georgii yurii heorhii georgios giorgos yiorgos; joseph iosif yosyp yosef; basil vasily vasyl
    vasilii; theodore fyodor fedor fedir; elijah ilya illia eliyahu; alexei alexey oleksii aleksei aleksey; natalia
    nataliia nataliya; julia yulia iuliia; catherine ekaterina kateryna; constantine konstantin kostiantyn
    konstantinos; daniel danylo daniil; stephen stepan stefanos; matthew matvei; simon semyon semen shimon; leo lev;
    jacob yakov yaakov; maxim maksym maksim; anthony anton antonios; muhammad mohammed mohamed mohammad muhammed
    mehmet mohamad; ahmad ahmed ahmet; hussein husayn hossein hussain husain; yusuf yousef youssef yusef; said saeed
    sayed; osman usman uthman; abraham ibrahim avraham; moses moshe musa; solomon sulayman suleiman shlomo; isaac
    yitzhak itzhak ishaq
"""
"""Names that are rewritten between alphabets, often in the form that the other language knows."""


def _by_name() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in f"{_SHORT};{_TRANSLATED}".split(";"):
        names = group.split()
        for name in names:
            found[name].update(names)
    return {name: frozenset(others) for name, others in found.items()}


FORMS = _by_name()
"""The names that a given name may stand for, itself among them: "bob" and "robert", "hryhorii" and "gregory"."""
