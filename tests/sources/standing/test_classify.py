"""What the statuses, the failures and the way there say of an address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standing_factory import NOON, PROSE, answer, page, way

from holdwater.sources.standing.classify import classify, try_of
from holdwater.sources.standing.model import Failure, Standing

SITE = "https://www.upper-gazette.example"
STORY = f"{SITE}/2014/05/the-bridge-and-the-ferry"
REAL = page("The Bridge and the Ferry", "The Bridge and the Ferry")


def after(*steps: tuple[int, str], start: str = STORY, html: str = REAL) -> Standing:
    return classify(start, way(start, *steps), html).standing


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (200, Standing.CAPTURED),
        (203, Standing.CAPTURED),
        (204, Standing.NO_ANSWER),
        (400, Standing.NO_ANSWER),
        (401, Standing.BLOCKED),
        (402, Standing.PAYWALLED),
        (403, Standing.BLOCKED),
        (404, Standing.NOT_THERE),
        (405, Standing.NO_ANSWER),
        (406, Standing.NO_ANSWER),
        (410, Standing.NOT_THERE),
        (429, Standing.BLOCKED),
        (451, Standing.BLOCKED),
        (500, Standing.NO_ANSWER),
        (502, Standing.NO_ANSWER),
        (503, Standing.NO_ANSWER),
        (522, Standing.NO_ANSWER),
        (999, Standing.BLOCKED),
        (302, Standing.NO_ANSWER),
    ],
)
def test_a_status_says_what_it_says_whatever_the_page_is(status: int, standing: Standing) -> None:
    assert classify(STORY, [answer(STORY, status)], REAL).standing is standing


@pytest.mark.parametrize("failure", list(Failure))
def test_a_failure_is_absence_only_where_the_name_does_not_exist(failure: Failure) -> None:
    expected = {Failure.NO_SUCH_HOST: Standing.NOT_THERE}
    expected |= dict.fromkeys((Failure.REFUSED, Failure.ROBOTS, Failure.TOO_LARGE), Standing.REFUSED)
    seen = classify(STORY, [], failure=failure)
    assert seen.standing is expected.get(failure, Standing.NO_ANSWER)
    assert seen.detail == failure.value


def test_a_failure_tells_more_where_more_is_known() -> None:
    seen = classify(STORY, [], failure=Failure.CERTIFICATE, why="the certificate ended on 3 May 2026")
    assert seen.detail == "the certificate ended on 3 May 2026"


def test_nothing_at_all_is_no_answer() -> None:
    assert classify(STORY, []).standing is Standing.NO_ANSWER


@pytest.mark.parametrize(
    ("truncated", "standing"),
    [("length", Standing.REFUSED), ("time", Standing.NO_ANSWER), ("disconnect", Standing.NO_ANSWER)],
)
def test_an_answer_that_is_not_whole_is_no_page(truncated: str, standing: Standing) -> None:
    assert classify(STORY, [replace(answer(STORY), truncated=truncated)], REAL).standing is standing


SAME_PLACE = [
    ("a trailing slash", STORY, STORY + "/"),
    ("https", STORY.replace("https:", "http:"), STORY),
    ("www", STORY.replace("www.", ""), STORY),
    ("the mobile site", STORY.replace("www.", "m."), STORY),
    ("an index page", f"{SITE}/news/index.html", f"{SITE}/news/"),
    ("an extension", f"{SITE}/news/ferry.html", f"{SITE}/news/ferry"),
    ("capitals", f"{SITE}/News/Ferry", f"{SITE}/news/ferry"),
    ("percent encoding", f"{SITE}/f%c3%a4hre", f"{SITE}/fähre"),
    ("tracking", STORY + "?utm_source=x&fbclid=1", STORY),
    ("a port", STORY.replace(".example/", ".example:443/"), STORY),
    ("a double slash", f"{SITE}//news/ferry", f"{SITE}/news/ferry"),
    ("a language", f"{SITE}/about-us", f"{SITE}/en/about-us"),
    ("the front page's language", f"{SITE}/", f"{SITE}/en/"),
    ("the front page's name", SITE, f"{SITE}/home"),
    ("everything at once", "http://upper-gazette.example/news/ferry.php?utm_medium=y", f"{SITE}/en/news/ferry/"),
]


@pytest.mark.parametrize(("what", "start", "end"), SAME_PLACE)
def test_a_permanent_redirect_to_the_same_place_is_not_moved(what: str, start: str, end: str) -> None:
    assert after((301, end), start=start) is Standing.CAPTURED, what


MOVED = [
    ("another path", STORY, f"{SITE}/archive/77"),
    ("another host", STORY, "https://gazette-archive.example/2014/05/the-bridge-and-the-ferry"),
    ("another number", f"{SITE}/story?id=5", f"{SITE}/story?id=6"),
    ("a place of its own", f"{SITE}/project", "https://the-project.example/"),
    ("a page of its own site", "http://homepages.univ.example/~doe/", "https://doe.example/"),
    ("a shortened address", "https://short.example/x7", STORY),
]


@pytest.mark.parametrize(("what", "start", "end"), MOVED)
def test_a_permanent_redirect_to_another_place_is_moved(what: str, start: str, end: str) -> None:
    seen = classify(start, way(start, (308, end)), REAL)
    assert seen.standing is Standing.MOVED, what
    assert seen.detail == f"moved to {end}"


def test_a_redirect_for_now_is_not_moved() -> None:
    assert after((302, f"{SITE}/archive/77")) is Standing.CAPTURED
    assert after((301, f"{SITE}/archive/77"), (302, f"{SITE}/archive/78")) is Standing.CAPTURED


def test_redirects_within_the_same_place_do_not_count_against_permanence() -> None:
    assert after((302, STORY + "/"), (301, f"{SITE}/archive/77")) is Standing.MOVED


def test_a_resolver_s_address_never_moves() -> None:
    start = "https://doi.org/10.1000/182"
    assert after((301, "https://publisher.example/article/182"), start=start) is Standing.CAPTURED
    assert after((302, "https://publisher.example/"), start=start) is Standing.CAPTURED


def test_a_page_that_sends_on_at_once_and_was_followed_has_moved() -> None:
    chain = [answer(STORY), answer(f"{SITE}/archive/77")]
    assert classify(STORY, chain, REAL).standing is Standing.MOVED


FRONT = [
    ("the same site's", STORY, f"{SITE}/"),
    ("without its slash", STORY, SITE),
    ("a page near the top", f"{SITE}/bridge.html", f"{SITE}/"),
    ("by its file", STORY, f"{SITE}/index.php"),
    ("in a language", f"{SITE}/de/der-alte-artikel", f"{SITE}/de/"),
    ("of the site's upper host", "https://news.upper-gazette.example/2014/05/ferry-and-bridge-and", f"{SITE}/"),
    ("another site's, from deep within", STORY, "https://new-owner.example/"),
]


@pytest.mark.parametrize("status", [301, 302])
@pytest.mark.parametrize(("what", "start", "end"), FRONT)
def test_a_redirect_of_a_deep_page_to_a_front_page_is_a_soft_404(what: str, start: str, end: str, status: int) -> None:
    seen = classify(start, way(start, (status, end)), REAL)
    assert seen.standing is Standing.SOFT_404, what
    assert seen.detail.startswith("leads to the front page, ")


NOT_FRONT = [
    ("the front page itself", SITE, f"{SITE}/"),
    ("its file", f"{SITE}/index.html", f"{SITE}/"),
    ("its language", f"{SITE}/en", f"{SITE}/"),
    ("a number at the top", STORY, f"{SITE}/?p=512"),
    ("a script's own path", STORY, f"{SITE}/#/articles/5"),
    ("a section", STORY, f"{SITE}/archive"),
    ("a blog of its own", "https://blog.upper-gazette.example/about", "https://upper-gazette.example/"),
]


@pytest.mark.parametrize(("what", "start", "end"), NOT_FRONT)
def test_not_every_end_at_the_top_is_a_soft_404(what: str, start: str, end: str) -> None:
    assert after((302, end), start=start) is Standing.CAPTURED, what


@pytest.mark.parametrize(
    "end", ["/404", "/404.html", "/error/404", "/not-found", "/page-not-found", "/PageNotFound.aspx"]
)
def test_a_way_to_an_error_page_is_a_soft_404_whatever_it_says(end: str) -> None:
    assert after((302, SITE + end), html=page("Upper Gazette", "News of the town")) is Standing.SOFT_404


@pytest.mark.parametrize("end", ["/404-media-is-sold", "/errors-of-the-census", "/found", "/rooms/404b"])
def test_a_path_with_such_a_number_in_it_is_a_path(end: str) -> None:
    assert after((302, SITE + end)) is Standing.CAPTURED


PARKED = [
    ("signed as parked", [answer(STORY)], '<html data-adblockkey="MFwwDQ"><body>Related searches</body></html>'),
    ("sent to a lander", way(STORY, (302, f"{SITE}/lander")), page("upper-gazette.example")),
    ("sent by a script", [answer(STORY)], '<script>window.onload=function(){window.location.href="/lander"}</script>'),
    ("for sale by its name", way(STORY, (302, "https://names.example/buy/upper-gazette.example")), page("Buy it")),
    ("for sale in a query", way(STORY, (302, "https://n.example/profile.cfm?d=upper-gazette.example")), page("Buy it")),
    ("the host's stand-in", way(STORY, (302, f"{SITE}/cgi-sys/suspendedpage.cgi")), page("Account Suspended")),
]


@pytest.mark.parametrize(("what", "chain", "html"), PARKED)
def test_a_parked_name_is_told_by_its_structure(what: str, chain: list, html: str) -> None:  # type: ignore[type-arg]
    assert classify(STORY, chain, html).standing is Standing.SOFT_404, what


NOT_PARKED = [
    ("an article on such names", [answer(STORY)], page("This domain is for sale", "This domain is for sale")),
    ("a copy in a web archive", way(STORY, (302, f"https://web.archive.example/2015/{STORY}")), REAL),
    ("a word of where one came from", way(SITE, (302, "https://new.example/about?ref=upper-gazette.example")), REAL),
    ("a page on a lander", [answer("https://space.example/lander")], page("The lander", "The lander")),
    ("a script among words", [answer(STORY)], page("Moon", body=PROSE + '<script>location.href="/lander"</script>')),
]


@pytest.mark.parametrize(("what", "chain", "html"), NOT_PARKED)
def test_words_of_sale_make_no_parked_name(what: str, chain: list, html: str) -> None:  # type: ignore[type-arg]
    assert classify(chain[0].url, chain, html).standing is Standing.CAPTURED, what


def refreshing(content: str, body: str = "Please wait.") -> str:
    return page("", head=f'<meta http-equiv="refresh" content="{content}">', body=body)


@pytest.mark.parametrize(
    ("html", "standing"),
    [
        (refreshing("0; url=/"), Standing.SOFT_404),
        (refreshing("0;URL='/archive/77'"), Standing.NO_ANSWER),
        (refreshing("1, https://new.example/story"), Standing.NO_ANSWER),
        (refreshing("300"), Standing.CAPTURED),
        (refreshing("300; url=/"), Standing.CAPTURED),
        (refreshing(f"0; url={STORY}"), Standing.CAPTURED),
        (refreshing("0; url=javascript:alert(1)"), Standing.CAPTURED),
        (refreshing("0; url=/next", body=PROSE), Standing.CAPTURED),
        (f"<noscript>{refreshing('0; url=/nojs')}</noscript>", Standing.CAPTURED),
    ],
)
def test_a_page_that_only_sends_on_is_not_the_page(html: str, standing: Standing) -> None:
    assert classify(STORY, [answer(STORY)], html).standing is standing


def test_a_try_keeps_what_was_seen() -> None:
    end = f"{SITE}/archive/77"
    made = try_of(STORY, way(STORY, (301, end)), REAL)
    assert (made.url, made.at, made.status, made.final_url) == (STORY, NOON, 200, end)
    assert made.standing is Standing.MOVED
    assert made.permanent


def test_a_try_that_had_no_answer_ends_nowhere() -> None:
    made = try_of(STORY, [], failure=Failure.TIMED_OUT, at=NOON)
    assert (made.status, made.final_url, made.detail, made.permanent) == (0, "", "timed out", False)


def test_a_redirect_s_fragment_belongs_to_where_it_leads() -> None:
    assert try_of(STORY, way(STORY, (302, f"{SITE}/#/articles/5"))).final_url == f"{SITE}/#/articles/5"


@pytest.mark.parametrize(
    "url", ["", "http://", "http://[::1", "https://exa mple/", "http://host:99999/", "mailto:a@b.example"]
)
def test_an_address_that_is_none_is_still_judged(url: str) -> None:
    assert classify(url, [answer(url)], REAL).standing is Standing.CAPTURED


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.integers(100, 999), st.text(max_size=60))
def test_whatever_comes_there_is_a_standing(html: str, status: int, location: str) -> None:
    chain = [answer(STORY, 301, location), answer(STORY, status)]
    seen = classify(STORY, chain, f"<title>{html}</title><h1>{html}</h1>{html}")
    assert seen.standing not in (Standing.DEAD, Standing.UNASKED)
