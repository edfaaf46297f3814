"""Pages that say by title and heading that there is none, and the many that only speak of such pages."""

from __future__ import annotations

import pytest
from standing_factory import PROSE, answer, linked, meta, page

from holdwater.sources.standing.classify import Judgement, classify
from holdwater.sources.standing.model import Standing

GAZETTE = "https://www.upper-gazette.example/2014/05/the-bridge-and-the-ferry"


def judged(html: str, url: str = GAZETTE) -> Judgement:
    return classify(url, [answer(url)], html)


SAID = [
    # (language, title, heading)
    ("en", "Page not found", "Page not found"),
    ("en", "Page not found | Upper Gazette", "Page not found"),
    ("en", "404 Not Found", "Not Found"),
    ("en", "404 - Page Not Found", "Oops!"),
    ("en", "Error 404 (Not Found)", "404"),
    ("en", "Upper Gazette – Page not found", "Sorry, we can’t find the page you’re looking for."),
    ("en", "Page not found - Upper Gazette", "Oops! That page can’t be found."),
    ("en", "404: This page could not be found", "404"),
    ("en", "The resource cannot be found.", ""),
    ("en", "404 - File or directory not found.", "404 - File or directory not found."),
    ("en", "Upper Gazette", "The page you requested could not be found"),
    ("en", "", "This page doesn’t exist"),
    ("en", "This article is no longer available | Upper Gazette", "This article is no longer available"),
    ("en", "404 Not Found", "The requested URL /2014/05/ferry was not found on this server."),
    ("en", "Not Found (#404)", "We’re sorry, but that page can’t be found"),
    ("en", "Page Not Found (404)", "The page you are looking for doesn’t exist or has been moved"),
    ("en", "Upper Gazette | 404", "Hmm. We can't find that page."),
    ("de", "Seite nicht gefunden | Upper Gazette", "Seite nicht gefunden"),
    ("de", "Fehler 404", "Die angeforderte Seite wurde nicht gefunden."),
    ("de", "404 – Diese Seite existiert nicht mehr", "Hoppla!"),
    ("fr", "Page non trouvée - Upper Gazette", "Page non trouvée"),
    ("fr", "Erreur 404", "La page que vous recherchez est introuvable"),
    ("fr", "Oups ! Page introuvable", "Oups !"),
    ("es", "Página no encontrada | Upper Gazette", "Página no encontrada"),
    ("es", "Error 404", "La página que buscas no existe"),
    ("pt", "Página não encontrada", "Página não encontrada"),
    ("it", "Pagina non trovata - Upper Gazette", "Errore 404"),
    ("nl", "Pagina niet gevonden", "Deze pagina bestaat niet"),
    ("sv", "Sidan kunde inte hittas", "Sidan finns inte"),
    ("da", "Siden blev ikke fundet", "Siden findes ikke"),
    ("no", "Siden ble ikke funnet", "Fant ikke siden"),
    ("fi", "Sivua ei löytynyt", "Sivua ei löytynyt"),
    ("pl", "Nie znaleziono strony", "Strona nie istnieje"),
    ("cs", "Stránka nenalezena", "Požadovaná stránka neexistuje"),
    ("hu", "Az oldal nem található", "404"),
    ("ro", "Pagina nu a fost găsită", "Pagina nu există"),
    ("ca", "Pàgina no trobada", "Pàgina no trobada"),
    ("tr", "Sayfa Bulunamadı", "SAYFA BULUNAMADI"),
    ("el", "Η σελίδα δεν βρέθηκε", "404"),
    ("ru", "Страница не найдена", "Ошибка 404"),
    ("uk", "Сторінку не знайдено", "Сторінку не знайдено"),
    ("bg", "Страницата не е намерена", ""),
    ("ar", "الصفحة غير موجودة", "404"),
    ("he", "הדף לא נמצא", "הדף לא נמצא"),
    ("ja", "ページが見つかりません", "お探しのページは見つかりませんでした"),
    ("zh", "页面不存在", "抱歉，您访问的页面不存在"),
    ("zh-TW", "找不到頁面", "404"),
    ("ko", "페이지를 찾을 수 없습니다", "페이지를 찾을 수 없습니다"),
    ("id", "Halaman tidak ditemukan", "Halaman tidak ditemukan"),
    ("vi", "Không tìm thấy trang", "404"),
]


@pytest.mark.parametrize(("language", "title", "heading"), SAID)
def test_a_page_whose_title_or_heading_says_that_there_is_none_is_a_soft_404(
    language: str, title: str, heading: str
) -> None:
    html = page(title, *([heading] if heading else ()), lang=language, body="Try the search, or go back.")
    assert judged(html).standing is Standing.SOFT_404


ABOUT = [
    # (what it is, address, title, heading): real pages, some of them about pages that are not there
    ("a reference page on the status", "https://docs.example/http/status/404", "404 Not Found - HTTP", "404 Not Found"),
    ("an encyclopedia's article", "https://wiki.example/wiki/HTTP_404", "HTTP 404 - Wiki", "HTTP 404"),
    ("advice for designers", GAZETTE, "How to design a 404 page | Upper Gazette", "How to design a 404 page"),
    ("an article with such a title", GAZETTE, "Page not found: the lost chapters", "Page not found: the lost chapters"),
    ("a question", GAZETTE, "404 Not Found error in my server", "404 Not Found error in my server"),
    ("an area code", GAZETTE, "Area code 404 - Upper Gazette", "Area code 404"),
    ("a car", GAZETTE, "Peugeot 404 | Upper Gazette", "Peugeot 404"),
    ("an outlet's name", GAZETTE, "The ferry is sold - 404 Weekly", "The ferry is sold"),
    ("an outlet's front heading", GAZETTE, "404 Weekly", "404 Weekly"),
    ("a film", "https://films.example/films/not-found-2011", "Not Found", "Not Found"),
    ("a song", "https://songs.example/songs/error-404", "Error 404", "Error 404"),
    ("a study of lost links", GAZETTE, "Page not found", "How one link in four leads nowhere after ten years"),
    ("a report of a missing man", GAZETTE, "Captain not found after the flood", "Captain not found after the flood"),
    ("a heading within an article", GAZETTE, "Errors that servers send", "Not Found"),
    ("a sentence on removal", GAZETTE, "The statue that is no longer there", "The statue that is no longer there"),
    ("a law", GAZETTE, "Section 404 of the Act | Upper Gazette", "Section 404"),
    ("a German article", GAZETTE, "Seite nicht gefunden: wie das Netz vergisst", "Wie das Netz vergisst"),
    ("a French review", GAZETTE, "« Introuvable », le roman de Doe", "« Introuvable », le roman de Doe"),
    ("a Spanish headline", GAZETTE, "El barco no encontrado", "El barco no encontrado"),
    ("a Russian headline", GAZETTE, "Пропавший паром не найден", "Пропавший паром не найден"),
    ("a room", GAZETTE, "Room 404 - Hotel of the Upper Town", "Room 404"),
    ("an apology", GAZETTE, "Sorry", "Sorry"),
    ("a page with hardly a title", GAZETTE, "Oops!", "Oops!"),
    ("a page without any", GAZETTE, "", ""),
    ("an error of one's own", GAZETTE, "Error", "Error"),
    ("a maintenance report", GAZETTE, "Service unavailable on the northern ferry", "No ferry until May"),
    ("a captcha's history", GAZETTE, "Are you human? | Upper Gazette", "Are you human?"),
    ("a phrase for a title", GAZETTE, "Just a moment...", "Just a moment"),
    ("a long title", GAZETTE, "Page not found " * 20, "Page not found " * 20),
    ("a headline on access", GAZETTE, "Access denied: who may see the minutes", "Access denied"),
    ("a list of errors", GAZETTE, "400 Bad Request, 404 Not Found and friends", "Errors"),
]


@pytest.mark.parametrize(("what", "url", "title", "heading"), ABOUT)
def test_a_real_page_is_captured_whatever_its_title_speaks_of(what: str, url: str, title: str, heading: str) -> None:
    html = page(title, *([heading] if heading else ()))
    assert judged(html, url).standing is Standing.CAPTURED, what


def test_the_phrases_of_an_error_page_in_the_text_are_nothing() -> None:
    body = "Page not found. 404 Not Found. The page you requested does not exist. " * 5
    assert judged(page("The Ferry", "The Ferry", body=body)).standing is Standing.CAPTURED


def test_a_published_article_may_be_called_page_not_found() -> None:
    dated = meta(article__published_time="2014-05-02T08:00:00Z")
    typed = linked('{"@type": "NewsArticle", "headline": "Page not found", "datePublished": "2014-05-02"}')
    for head in (dated, typed, meta(og__type="article"), meta(citation_title="Page not found")):
        assert judged(page("Page not found", "Page not found", head=head)).standing is Standing.CAPTURED


def test_a_page_whose_query_speaks_of_errors_is_about_them() -> None:
    url = "https://forum.example/search?q=404+not+found"
    assert judged(page("404 Not Found", "404 Not Found"), url).standing is Standing.CAPTURED


def test_the_site_s_name_is_known_from_the_page_and_from_the_host() -> None:
    named = meta(og__site_name="The Voice of the Upper Town and the Hills")
    title = "Page not found - The Voice of the Upper Town and the Hills"
    assert judged(page(title, head=named)).standing is Standing.SOFT_404
    assert judged(page(title)).standing is Standing.CAPTURED  # nothing says that the rest is a name
    assert judged(page("Page not found · upper-gazette.example")).standing is Standing.SOFT_404


def test_a_heading_says_it_where_the_title_is_the_site_s_own() -> None:
    title = "Upper Gazette – News of the upper town"
    assert judged(page(title, "Page not found")).standing is Standing.SOFT_404
    assert judged(page("How the web forgets – Upper Gazette", "Page not found")).standing is Standing.CAPTURED


def test_a_logo_in_a_heading_says_nothing() -> None:
    html = page("Page not found | Upper Gazette", "Upper Gazette", "Page not found")
    assert judged(html).standing is Standing.SOFT_404


def test_the_first_heading_of_the_second_level_serves_where_there_is_none_of_the_first() -> None:
    html = page("Upper Gazette", body=f"<h2>Page not found</h2>{PROSE}")
    assert judged(html).standing is Standing.SOFT_404
    both = page("Upper Gazette", "The Ferry", body=f"<h2>Page not found</h2>{PROSE}")
    assert judged(both).standing is Standing.CAPTURED


def test_titles_of_drawings_and_of_what_is_not_shown_are_passed_over() -> None:
    drawn = "<svg><title>Page not found</title></svg><template><h1>Page not found</h1></template>"
    assert judged(page("", body=drawn + PROSE)).standing is Standing.CAPTURED


def test_the_detail_gives_the_page_s_own_words() -> None:
    said = judged(page("404 - Page Not Found", "Oops!"))
    assert said.detail == "answered with 200, but the page says “404 - Page Not Found”"


def test_only_html_has_a_title() -> None:
    plain = answer(GAZETTE, headers={"Content-Type": "text/plain"})
    assert classify(GAZETTE, [plain], page("Page not found", "Page not found")).standing is Standing.CAPTURED


@pytest.mark.parametrize(
    ("title", "heading", "standing"),
    [
        ("502 Bad Gateway", "502 Bad Gateway", Standing.NO_ANSWER),
        ("503 Service Temporarily Unavailable", "503 Service Temporarily Unavailable", Standing.NO_ANSWER),
        ("504 Gateway Time-out", "", Standing.NO_ANSWER),
        ("403 Forbidden", "403 Forbidden", Standing.BLOCKED),
        ("410 Gone", "410 Gone", Standing.SOFT_404),
        ("200 OK", "200 OK", Standing.CAPTURED),
        ("500 Internal Flame", "500 Internal Flame", Standing.CAPTURED),
        ("403 Forbidden", "The city that nobody may enter", Standing.CAPTURED),
        ("Forbidden", "Forbidden", Standing.CAPTURED),
    ],
)
def test_a_server_s_own_status_page_is_judged_by_the_status_that_it_gives(
    title: str, heading: str, standing: Standing
) -> None:
    html = page(title, *([heading] if heading else ()), body="nginx")
    assert judged(html).standing is standing


def test_a_status_page_with_an_article_beneath_is_an_article() -> None:
    assert judged(page("502 Bad Gateway", "502 Bad Gateway")).standing is Standing.CAPTURED
