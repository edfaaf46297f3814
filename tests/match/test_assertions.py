"""Whether a bracket asserts what its source only reports, judges, attempts or supposes."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

SOURCE = (
    "The fishermen of the north shore are commonly said to be smugglers, and are certainly poor. The committee agreed "
    "by nine votes to four to defer the purchase of the pier. Several members describe the scheme as a swindle upon "
    "the ratepayers. We regard the Act as a dead letter. The treasurer tried twice to sell the crane to a dealer. If "
    "the loan were refused, the works would close within a year. The chairman was widely believed to have taken the "
    "money. The engineers would have closed it in May. The minister said that he would resign in June. It would be a "
    "fine harbour if it were deeper. The tenants live under a heavy rent and some dread of the bailiff. Customers with "
    "meters should read them monthly. The exports are coal, salted cod and tar; the lace of the convents, once "
    "prized, is now made elsewhere. The mill was once the largest in the county. The barn was nearly burnt in the "
    "riots. The officers should report the loss within a week."
)


@pytest.mark.parametrize(
    ("quotation", "change"),
    [
        ("The fishermen of the north shore [are] smugglers, and are certainly poor", Change.MODAL),
        ("The chairman [took] the money. The engineers would have closed it in May", Change.MODAL),
        ("[T]he scheme [is] a swindle upon the ratepayers", Change.MODAL),
        ("[T]he scheme [marks] a swindle upon the ratepayers", Change.MODAL),
        ("The treasurer [sold] the crane to a dealer", Change.MODAL),
        ("[T]he works [will] close within a year", Change.MODAL),
        ("The engineers [closed] it in May", Change.MODAL),
        ("It [is] a fine harbour", Change.MODAL),
        ("The committee agreed by nine votes to four [on] the purchase of the pier", Change.OMISSION),
        ("The tenants live under [no] rent and some dread of the bailiff", Change.NEGATION),
        ("The mill [is] the largest in the county", Change.OPPOSITE),
        ("The barn [was] burnt in the riots", Change.QUANTIFIER),
        ("The officers [shall] report the loss within a week", Change.MODAL),
        ("[No c]ustomers with meters should read them monthly", Change.NEGATION),
        ("[Not all c]ustomers with meters should read them monthly", Change.NEGATION),
        ("[All c]ustomers with meters should read them monthly", Change.QUANTIFIER),
        ("[Every] customer[] with meters should read them monthly", Change.QUANTIFIER),
        ("Customers with meters should [always] read them monthly", Change.QUANTIFIER),
        ("The exports are coal, salted cod … [and] the lace of the convents, once prized", Change.CONJUNCTION),
    ],
)
def test_a_bracket_that_says_more_than_its_source_is_called(quotation: str, change: Change) -> None:
    found = locate(quotation, SOURCE)
    assert found.fit is Fit.ALTERED
    assert change in found.changes()


@pytest.mark.parametrize(
    "quotation",
    [
        "The fishermen of the north shore are commonly [called] smugglers, and are certainly poor",
        "The fishermen of the north shore [were] commonly said to be smugglers",
        "The committee agreed by nine votes to four [to put off] the purchase of the pier",
        "Several members [called] the scheme … a swindle upon the ratepayers",
        "Several members describe[d] the scheme as a swindle upon the ratepayers",
        "the Act [is] a dead letter",
        "The treasurer [had] tried twice to sell the crane to a dealer",
        "If the loan [is] refused, the works [will] close within a year",
        "The chairman was widely [thought] to have taken the money",
        "The minister said that he [will] resign in June",
        "It [would have been] a fine harbour if it were deeper",
        "The tenants live[d] under a heavy rent and [in] some dread of the bailiff",
        "The mill [had] once [been] the largest in the county",
        "The officers [had to] report the loss within a week",
        "[Those c]ustomers with meters should read them monthly",
        "The exports are coal … [and] tar; the lace of the convents, once prized, is now made elsewhere",
        "The exports are coal … [and] the lace of the convents, once prized, is now made elsewhere",
    ],
)
def test_a_bracket_that_says_no_more_than_its_source_passes(quotation: str) -> None:
    assert locate(quotation, SOURCE).fit is Fit.EDITED
