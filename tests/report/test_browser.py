"""The HTML report in a real browser, without a window; skipped where there is no Chromium."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from report_factory import harbour

from holdwater.report.html import render

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")

PROBE = """
const press = (key) => {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  return document.activeElement.id;
};
const box = (id) => document.getElementById(id).getBoundingClientRect();
const shows = (id) => getComputedStyle(document.getElementById(id)).display !== "none";
const off = (id) => { document.getElementById(id).checked = false; };
const on = (id) => { document.getElementById(id).checked = true; };
const seen = {};
seen.columns = box("c0").left > box("q0").right;
seen.j = [press("j"), press("j"), press("j"), press("k"), press("k"), press("n"), press("p")];
seen.here = [...document.querySelectorAll("mark.here")].map((mark) => mark.id);
seen.opened = document.getElementById("c1").open;
press("?");
seen.keys = document.getElementById("keys").open;
seen.f = press("f");
off("show-s-altered");
seen.status = [shows("c0"), shows("c2")];
seen.plain = getComputedStyle(document.getElementById("q0")).textDecorationLine;
on("show-s-altered");
off("show-QUO102");
seen.rule = [shows("c0"), shows("c1"), shows("c2")];
seen.skips = press("j");
document.body.setAttribute("data-seen", JSON.stringify(seen));
"""


def dumped(page: Path, profile: Path) -> tuple[str, str]:
    """The page's elements after its scripts have run, and what the browser wrote to its log."""
    options = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --enable-logging=stderr --window-size=1400,900 --dump-dom"
    )
    done = subprocess.run(
        [CHROMIUM, *options.split(), f"--user-data-dir={profile}", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout, done.stderr


def test_the_page_says_nothing_on_the_console(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(render(harbour().report()), encoding="utf-8")
    elements, log = dumped(page, tmp_path / "profile")
    assert 'id="c0"' in elements
    assert not re.findall(r".*CONSOLE.*", log)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a probe saw in the page; the policy, which forbids the probe, is taken out of the copy it runs in."""
    folder = tmp_path_factory.mktemp("browser")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", render(harbour().report()))
    page = folder / "report.html"
    page.write_text(html.replace("</body>", f"<script>{PROBE}</script></body>"), encoding="utf-8")
    elements, log = dumped(page, folder / "profile")
    found = re.search(r'data-seen="([^"]*)"', elements)
    assert found, log
    return json.loads(unescape(found.group(1)))


def test_keys_step_through_findings_and_quotations(seen: Any) -> None:
    assert seen["j"] == ["c0", "c2", "c3", "c2", "c0", "c1", "c0"]
    assert seen["here"] == ["q0"]
    assert seen["opened"] is True


def test_keys_open_the_help_and_the_filters(seen: Any) -> None:
    assert seen["keys"] is True
    assert seen["f"] == "show-s-verbatim"


def test_a_status_that_is_switched_off_takes_its_cards_and_marks_away(seen: Any) -> None:
    assert seen["status"] == [False, True]
    assert seen["plain"] == "none"


def test_a_rule_that_is_switched_off_takes_its_cards_away(seen: Any) -> None:
    assert seen["rule"] == [False, True, True]
    assert seen["skips"] != "c0"


def test_cards_stand_beside_the_text_on_a_wide_screen(seen: Any) -> None:
    assert seen["columns"] is True
