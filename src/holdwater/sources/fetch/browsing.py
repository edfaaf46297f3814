"""Pages as an installed browser shows them, kept beside what was fetched: for words that only scripts put there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from holdwater.errors import FetchError
from holdwater.sources.archive.model import Place
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catching_up import ASKED, FINAL, HOW, TITLE, WORKS
from holdwater.sources.fetch.run import Captured
from holdwater.sources.standing.browser import BrowserSettings, Rendered, capture_page, installed, keep
from holdwater.sources.standing.gateway import Checked

_HTML = frozenset({"text/html", "application/xhtml+xml"})


def shown_pages(captured: Iterable[Captured]) -> tuple[Captured, ...]:
    """The addresses that were asked for this time and gave a page that a browser can show."""
    return tuple(one for one in captured if one.held and not one.passed_over and one.held.media_type in _HTML)


def require_browser(settings: BrowserSettings) -> None:
    """Raise FetchError where no browser is installed, before anything is done."""
    if not installed(settings.executable):
        raise FetchError("no Chromium is installed", mend="install one, or fetch without --browser")


def browse(
    captured: Iterable[Captured],
    catalogue: Catalogue,
    writer: ArchiveWriter,
    folder: Path,
    checked: Checked,
    settings: BrowserSettings,
    step: Callable[[int, int], None] | None = None,
) -> Mapping[str, str]:
    """Let a browser show pages, one after another, and keep what it showed: its elements, and a picture.

    Args:
        captured: the addresses (see `shown_pages`).
        catalogue: of the project; so is `writer`, of its archive.
        folder: where files are put on their way in.
        checked: says of every host whether it may be connected to.
        settings: of the browser.
        step: told how many are done, of how many.

    Returns:
        By address, why the browser did not show a page.
    """
    asked = list(captured)
    failed: dict[str, str] = {}
    for done, one in enumerate(asked, 1):
        try:
            shown = capture_page(one.url, folder, checked, settings)
            if not 200 <= shown.status < 300:
                raise FetchError(f"the browser was answered {shown.status}")
            _keep(one, shown, catalogue, writer)
        except FetchError as error:
            failed[one.url] = error.what
        if step:
            step(done, len(asked))
    return failed


def _keep(of: Captured, shown: Rendered, catalogue: Catalogue, writer: ArchiveWriter) -> None:
    assert of.held is not None
    written: list[tuple[Path, Place, str]] = []
    notes = {
        HOW: HowHad.BROWSER.value,
        WORKS: json.dumps(of.works),
        ASKED: of.url,
        FINAL: shown.final_url,
        TITLE: of.held.title,
    }

    def write(path: Path, name: str, media_type: str, url: str, at: datetime) -> Place:
        place = writer.write_file(path, name, media_type, url=url, at=at, fields=notes)
        written.append((path, place, media_type))
        return place

    keep(shown, write)
    with catalogue.together():
        for path, place, media_type in written:
            data = path.read_bytes()
            held = Held(
                work="",
                url=of.url,
                at=shown.at,
                how=HowHad.BROWSER,
                place=place,
                sha256=hashlib.sha256(data).hexdigest(),
                size=len(data),
                media_type=media_type.partition(";")[0],
                charset="utf-8" if media_type.startswith("text/") else "",
                final_url=shown.final_url,
                name=path.name,
                title=of.held.title,
            )
            for work in of.works or ("",):
                catalogue.add(replace(held, work=work))
