"""Whether a person is spoken of as "he" or as "she": by a title, a given name, or a noun of kinship.

    Mrs. Vane  she      Tom Kessel  he      my brother  he      Kessel  as the source shows elsewhere

Only what tells for certain is listed: names that both bear (Robin, Leslie, Evelyn) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

AROUND = 50_000
"""Characters on either side in which a source may give a person's title or given name."""
LEAD = 24
"""Characters before a surname for its title and given names."""
FAMILY = 60
"""Characters behind a name in which a relative of the same name may be spoken of."""

MEN = frozenset(
    "mr sir lord king prince duke count baron emperor father brother son uncle nephew grandfather grandson husband "
    "widower boy gentleman bridegroom bishop monsieur herr señor signor don messrs pope priest monk".split()
)
WOMEN = frozenset(
    "mrs miss ms lady dame madam madame queen princess duchess countess baroness empress mother sister daughter aunt "
    "niece grandmother granddaughter wife widow girl bride mademoiselle frau fräulein señora signora nun".split()
)
"""Titles and nouns of one sex."""
_MALE_KIN = frozenset("brother father son husband uncle nephew grandfather grandson widower".split())
_FEMALE_KIN = frozenset("sister mother daughter wife aunt niece grandmother granddaughter widow".split())
_HE = frozenset(
    "abraham adam alan albert alexander alfred andrew anthony antonio archibald arthur benjamin bernard boris brian "
    "carl carlos cecil charles christopher clement colin cyril daniel david dennis dmitri donald douglas edgar edmund "
    "edward eric ernest eugene felix ferdinand francesco francis frank franz frederick fritz gareth george georges "
    "gerald gilbert giovanni giuseppe gordon graham gustav hans harold harry hector heinrich henri henry herbert "
    "horace howard hugh hugo ian igor isaac ivan jack jacob james jean-paul joachim john jonathan jorge joseph josef "
    "josiah juan julian karl keith kenneth klaus lawrence leonard leopold louis luigi luis marcus marek mario martin "
    "matthew matthias michael miguel mohammed muhammad nathaniel neil nicholas nigel oliver oscar otto owen pablo "
    "patrick paul paulo pedro percy peter philip pierre piet ralph raymond richard robert roderick roger roland rupert "
    "samuel sebastian sergei sidney silas simon stanley stefan stephen steven stuart thomas timothy tom vincent "
    "vladimir walter wilfred wilhelm william winston wolfgang".split()
)
_SHE = frozenset(
    "abigail adelaide agatha agnes alice amelia amy angela anna anne annie antonia barbara beatrice bertha bridget "
    "camilla carmen caroline catherine cecilia charlotte chiara christina clara claudia constance cordelia cynthia "
    "deborah diana dorothea dorothy edith eleanor elena eliza elizabeth ella ellen elsie emily emma esther eva "
    "florence frances gertrude gloria grace greta hannah harriet helen helena henrietta hester hilda ida ilse ines "
    "ingrid irene irma isabel isabella jane janet jennifer jessica joan johanna josephine judith julia juliet "
    "katherine kathleen kirsten laura lavinia letitia lillian linda lisa louisa louise lucia lucy lydia mabel "
    "magdalena margaret margarita maria marian marianne marie marjorie martha mary matilda maud millicent miriam "
    "muriel nadia nancy natalia natasha nora olga olivia ophelia pamela patricia paula penelope phoebe priya "
    "priscilla rachel rebecca rosa rosalind rosamund rose ruth sandra sarah silvia sofia sophia sophie stella susan "
    "susannah sylvia tatiana teresa theodora theresa ursula valerie vera veronica victoria violet virginia winifred "
    "yvonne".split()
)
GIVEN = _HE | _SHE
"""Given names."""


def gender_of(words: Iterable[str]) -> str:
    """ "he" or "she" by the first of some folded words that tells; "" where none does."""
    for key in words:
        bare = key.removesuffix("'s").rstrip(".")
        if bare in WOMEN or bare in _SHE:
            return "she"
        if bare in MEN or bare in _HE:
            return "he"
    return ""


def gender_in(text: str, surname: str, at: int) -> str:
    """What the bearer of a surname is in the source around `at`; "" where it does not say, or has several of them."""
    low, high = max(0, at - AROUND), at + AROUND
    found: set[str] = set()
    for match in re.compile(rf"\b{re.escape(surname)}\b").finditer(text, low, high):
        before = re.search(r"(?:\b[A-Z][\w’'-]*\.?\s+)+\Z", text[max(0, match.start() - LEAD) : match.start()])
        gender = gender_of(before[0].replace(".", " ").lower().split()) if before else ""
        if gender:
            kin = _FEMALE_KIN if gender == "he" else _MALE_KIN
            beside = text[max(0, match.start() - LEAD) : match.end() + FAMILY].lower()
            # "Anne Lisle wrote to her brother": he is a Lisle too.
            if any(word in kin for word in re.findall(r"[a-z]+", beside)):
                return ""
            found.add(gender)
    return found.pop() if len(found) == 1 else ""
