"""Formulas and quantities of LaTeX, as a reader says them."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds

from holdwater.document import Document
from holdwater.read.latex import read
from holdwater.read.latex.units import number, unit


def document(raw: str) -> Document:
    found = read(raw, "paper.tex")
    assert_sound(found)
    return found


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"$x$", "x"),
        (r"$a+b=c$", "a+b=c"),
        (r"$\alpha\beta\,\Gamma$", "αβ Γ"),
        (r"$x^2$, $x^{2}$, $x^{n+1}$, $x_1$, $x_i$, $x_{ij}$", "x^2, x^2, x^(n+1), x1, x_i, x_ij"),
        (r"$x^\circ$ $f'$ $f''$", "x° f′ f′′"),
        (r"$\frac12$, $\tfrac{3}{4}$, $\frac{x-1}{2}$", "1/2, 3/4, (x-1)/2"),
        (r"$\frac{\frac{1}{2}}{3}$", "(1/2)/3"),
        (r"$\sqrt{2}$, $\sqrt[3]{x+1}$", "√2, √(x+1)"),
        (r"$5\%$, $\$5$, $a\_b$", "5%, $5, a_b"),
        (r"$\text{if } x \text{ or so}$", "if x or so"),
        (r"$\mathbf{v}$, $\mathrm{d}x$, $\hat{y}$", "v, dx, y"),
        (r"$\sin x$, $\log_{10} x$, $\max\{a,b\}$", "sin x, log10 x, max{a,b}"),
        (r"$a \ne b$, $a \to b$, $a \in A$", "a ≠ b, a → b, a ∈ A"),
        (r"$\approx 40$, $\sim 5$", "≈40, ∼5"),
        (r"$10\,000$, $10{,}000$, $10\ 000$", "10\u2009000, 10,000, 10 000"),
        (r"$1\le n\le 3$", "1 ≤ n ≤ 3"),
        (r"$\left(\frac{a}{b}\right)$", "(a/b)"),
        (r"$a % remark $" + "\n b$", "a b"),
        (r"\(x\) and \ensuremath{y}", "x and y"),
        (r"\times, \rightarrow, \nicefrac{1}{2}", "×, →, 1/2"),
        (r"$p < 0.05$", "p < 0.05"),
        (r"$\SI{3}{\km}$, $\num{1000}$", "3 km, 1000"),
        (r"$$", ""),
        (r"costs 5$ or 6\$", "costs 5 or 6$"),
        ("it costs $5.\n\nAnd $6.", "it costs 5.\n\nAnd 6."),
    ],
)
def test_formulas_are_said_in_a_line(written: str, printed: str) -> None:
    assert document(written).text == printed


@pytest.mark.parametrize(
    "written",
    [
        r"\[x = 1\]", "$$x = 1$$", r"\begin{equation}x = 1\end{equation}", r"\begin{align*}x &= 1\end{align*}",
        r"\begin{equation}\label{a}x = 1\tag{3}\end{equation}", r"\begin{alignat}{2}x &= 1\end{alignat}",
        r"\begin{gather}x = 1\end{gather}",
        r"\begin{subequations}\begin{equation}x = 1\end{equation}\end{subequations}",
    ],
)  # fmt: skip
def test_displayed_formulas_are_blocks_of_their_own(written: str) -> None:
    found = document(f"Before {written} after.")
    assert [" ".join(words.split()) for words in blocks(found)] == ["Before", "x = 1", "after."]
    assert kinds(found) == ["paragraph", "code", "paragraph"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("12", "12"), ("1.5", "1.5"), ("1.5e3", "1.5 × 10^3"), ("-4", "−4"), ("2x3", "2 × 3"), ("5+-1", "5 ± 1"),
        ("10 000", "10000"), (r"3 \pm 2", "3 ± 2"), ("1e-9", "1 × 10^-9"),
    ],
)  # fmt: skip
def test_numbers_of_siunitx(written: str, printed: str) -> None:
    assert number(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\metre", "m"), (r"\kilo\metre", "km"), (r"\metre\per\second", "m/s"), (r"\metre\squared", "m2"),
        (r"\square\metre", "m2"), (r"\cubic\centi\metre", "cm3"), ("km/h", "km/h"), ("m^2", "m2"),
        (r"\kg\per\metre\cubed", "kg/m3"), (r"\newton\metre", "N m"), (r"\micro\gram", "µg"), (r"\percent", "%"),
        (r"\metre\tothe{4}", "m4"), (r"\odd", "odd"), ("", ""),
    ],
)  # fmt: skip
def test_units_of_siunitx(written: str, printed: str) -> None:
    assert unit(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\SI[per-mode=symbol]{10}{\metre\per\second}", "10 m/s"),
        (r"\qty{20}{\celsius}", "20 °C"),
        (r"\SI{45}{\degree}", "45°"),
        (r"\SI{1.5e3}{\watt}", "1.5 × 10^3 W"),
        (r"\SIrange{1}{5}{\metre}", "1 m to 5 m"),
        (r"\qtylist{1;2;3}{\km}", "1, 2 and 3 km"),
        (r"\numlist{4;5}", "4 and 5"),
        (r"\numrange{4}{5}", "4 to 5"),
        (r"\ang{12;30;15}", "12°30′15″"),
        (r"\si{\kilo\watt\hour}", "kW h"),
        (r"\SI{10}", "10"),
    ],
)
def test_quantities_of_siunitx(written: str, printed: str) -> None:
    assert document(written).text == printed
