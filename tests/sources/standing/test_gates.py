"""Gates before a page (proofs of being human, log-ins, consent, paywalls), and pages that only look like gates."""

from __future__ import annotations

import pytest
from standing_factory import PROSE, answer, linked, meta, page, way

from holdwater.sources.standing.classify import classify
from holdwater.sources.standing.model import Standing

STORY = "https://www.upper-gazette.example/2014/05/the-bridge-and-the-ferry"
BARE = "Please wait a moment."


def standing(html: str, status: int = 200, headers: dict[str, str] | None = None, url: str = STORY) -> Standing:
    return classify(url, [answer(url, status, headers=headers)], html).standing


def script(source: str = "", inside: str = "") -> str:
    return f'<script src="{source}"></script>' if source else f"<script>{inside}</script>"


CHALLENGES = [
    ("Cloudflare's header", 403, {"CF-Mitigated": "challenge"}, ""),
    ("the same under 503", 503, {"cf-mitigated": "challenge"}, ""),
    ("the same under 200", 200, {"cf-mitigated": "challenge"}, ""),
    ("Cloudflare's script under 503", 503, {"Server": "cloudflare"}, script("/cdn-cgi/challenge-platform/h/b/orch.js")),
    ("Cloudflare's options", 503, {}, script(inside="window._cf_chl_opt={cvId:'3'};")),
    ("Vercel", 429, {"x-vercel-mitigated": "challenge"}, ""),
    ("AWS, a silent challenge", 202, {"x-amzn-waf-action": "challenge"}, ""),
    ("AWS, a captcha", 405, {"x-amzn-waf-action": "captcha"}, ""),
    ("Imperva's frame", 200, {}, '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9"></iframe>'),
    ("DataDome", 200, {}, script("https://ct.captcha-delivery.com/c.js")),
    ("Anubis", 200, {}, '<script id="anubis_challenge" type="application/json">{"difficulty": 4}</script>'),
    ("F5", 200, {}, script("/TSPD/0855?type=9")),
    ("DDoS-Guard", 200, {}, script("/.well-known/ddos-guard/check?context=free_splash")),
    ("Sucuri", 200, {}, script(inside="var sucuri_cloudproxy_js='';")),
    ("HUMAN", 200, {}, script(inside="window._pxAppId='PX1';") + '<div id="px-captcha"></div>'),
    (
        "a captcha alone",
        200,
        {},
        '<form><div class="h-captcha"></div></form>' + script("https://hcaptcha.com/1/api.js"),
    ),
    ("another alone", 200, {}, script("https://www.google.com/recaptcha/api.js") + '<div class="g-recaptcha"></div>'),
]


@pytest.mark.parametrize(("what", "status", "headers", "body"), CHALLENGES)
def test_a_page_that_asks_for_proof_of_being_human_is_blocked(
    what: str, status: int, headers: dict[str, str], body: str
) -> None:
    assert standing(page("Just a moment...", body=BARE + body), status, headers) is Standing.BLOCKED, what


STYLES = '<link rel="stylesheet" href="/site.css">'
LET_THROUGH = [
    ("Cloudflare's script in a page let through", script("/cdn-cgi/challenge-platform/scripts/jsd/main.js") + PROSE),
    ("Imperva's script in a page let through", script("/_Incapsula_Resource?SWJIYLWA=7") + PROSE),
    ("Imperva's script in a page made by scripts", script("/_Incapsula_Resource?SWJIYLWA=7") + script("/app.js")),
    ("F5's script in a page made by scripts", script("/TSPD/0855?type=12") + script("/static/main.js")),
    ("DataDome's tag", script("https://js.datadome.co/tags.js") + PROSE),
    ("HUMAN's tag", script(inside="window._pxAppId='PX1';") + PROSE),
    (
        "a letter box with a captcha",
        '<h2>Write to us</h2><form><input type="text" name="n"><textarea></textarea><div class="g-recaptcha"></div>'
        "</form>" + script("https://www.google.com/recaptcha/api.js"),
    ),
    ("comments with a captcha", PROSE + '<div class="cf-turnstile"></div>'),
    ("an article that shows the script as text", "<pre>window._cf_chl_opt = {}</pre>" + PROSE),
    ("an article on captchas", "Verify you are human. Checking your browser before accessing. " * 3 + PROSE),
    ("a short page in its site's dress", STYLES + script("https://hcaptcha.com/1/api.js") + "No comments yet."),
]


@pytest.mark.parametrize(("what", "body"), LET_THROUGH)
def test_the_scripts_of_such_services_in_a_page_let_through_are_nothing(what: str, body: str) -> None:
    assert standing(page("The Ferry", body=body)) is Standing.CAPTURED, what


def test_a_403_is_blocked_and_a_503_is_no_answer_where_nothing_asks_for_proof() -> None:
    assert standing(page("Forbidden", body=BARE), 403) is Standing.BLOCKED
    assert standing(page("Busy", body=BARE), 503, {"Server": "cloudflare"}) is Standing.NO_ANSWER


def test_the_detail_names_the_service_and_the_status() -> None:
    seen = classify(STORY, [answer(STORY, 403, headers={"cf-mitigated": "challenge"})], "")
    assert seen.detail == "asks for proof of being human (Cloudflare), 403 Forbidden"


PASSWORD = '<form><input name="username"><input type="password" name="p"></form>'

LOG_INS = [
    ("with the way back", "https://www.upper-gazette.example/login?next=/2014/05/the-bridge-and-the-ferry", ""),
    ("with a password", "https://www.upper-gazette.example/account/sign-in", PASSWORD),
    ("at another host", "https://login.publisher.example/?return_to=" + STORY, ""),
    ("by a single sign-on", "https://idp.publisher.example/saml2/start", '<input type="hidden" name="SAMLRequest">'),
    (
        "by ASP.NET",
        "https://www.upper-gazette.example/Login.aspx?ReturnUrl=%2f2014%2f05%2fthe-bridge-and-the-ferry",
        "",
    ),
    ("with a name first", "https://www.upper-gazette.example/auth", '<form><input name="email" type="email"></form>'),
]


@pytest.mark.parametrize(("what", "end", "body"), LOG_INS)
def test_a_way_that_ends_at_a_log_in_is_blocked(what: str, end: str, body: str) -> None:
    seen = classify(STORY, way(STORY, (302, end)), page("Welcome", "Welcome", body=body + BARE))
    assert seen.standing is Standing.BLOCKED, what
    assert seen.detail == f"asks to log in at {end}"


@pytest.mark.parametrize(
    "title", ["Log in | Upper Gazette", "Anmelden", "Connexion - Gazette", "ログイン", "Sign in to continue"]
)
def test_a_log_in_in_the_page_s_own_place_is_blocked(title: str) -> None:
    assert standing(page(title, body=PASSWORD)) is Standing.BLOCKED


NO_LOG_INS = [
    ("a log-in cited as such", "https://bank.example/login", "Log in", PASSWORD),
    ("a page with a log-in in its head", STORY, "The Ferry", PASSWORD + PROSE),
    ("an article on logging in", STORY, "How to log in without a password", PASSWORD + PROSE),
    ("a title and no password", STORY, "Log in", PROSE),
]


@pytest.mark.parametrize(("what", "url", "title", "body"), NO_LOG_INS)
def test_a_page_with_a_log_in_on_it_is_the_page(what: str, url: str, title: str, body: str) -> None:
    assert standing(page(title, body=body), url=url) is Standing.CAPTURED, what


def test_a_path_that_only_looks_like_a_log_in_is_none() -> None:
    for end in ("https://www.upper-gazette.example/author/doe", "https://www.upper-gazette.example/cas/5"):
        assert classify(STORY, way(STORY, (302, end)), page("Doe")).standing is Standing.CAPTURED


def test_a_log_in_that_lets_one_back_is_no_gate() -> None:
    chain = way(
        STORY, (302, "https://login.publisher.example/silent?next=/x"), (302, STORY + "?session=1"), (302, STORY)
    )
    assert classify(STORY, chain, page("The Ferry")).standing is Standing.CAPTURED


CONSENTS = [
    "https://consent.gazette.example/collect?continue=" + STORY,
    "https://www.upper-gazette.example/cookie-wall?to=%2F2014%2F05%2Fthe-bridge-and-the-ferry",
    "https://www.upper-gazette.example/privacy-gate",
]


@pytest.mark.parametrize("end", CONSENTS)
def test_a_page_of_its_own_that_asks_for_consent_is_blocked(end: str) -> None:
    seen = classify(STORY, way(STORY, (302, end)), page("Before you go on", "Before you go on", body=BARE))
    assert seen.standing is Standing.BLOCKED
    assert seen.detail.startswith("asks for consent first")


def test_a_banner_of_consent_over_the_page_is_nothing() -> None:
    banner = '<div id="consent-banner">We value your privacy. Accept all cookies?</div>'
    assert standing(page("The Ferry", "The Ferry", body=banner + PROSE)) is Standing.CAPTURED
    about = "https://law.example/consent/of-the-governed"
    assert standing(page("Consent"), url=about) is Standing.CAPTURED


def article(extra: str, kind: str = "NewsArticle") -> str:
    return linked(f'{{"@context": "https://schema.org", "@type": "{kind}", {extra}}}')


WALLS = [
    ("JSON-LD", article('"isAccessibleForFree": false')),
    ("as a string", article('"isAccessibleForFree": "False"')),
    ("as an address", article('"isAccessibleForFree": "http://schema.org/False"')),
    ("in a graph", linked('{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "isAccessibleForFree": false}]}')),
    ("in a list", linked('[{"@type": ["Article", "Report"], "isAccessibleForFree": "false"}]')),
    (
        "as the main entity",
        linked('{"@type": "WebPage", "mainEntity": {"@type": "Article", "isAccessibleForFree": false}}'),
    ),
    ("with the page's address", article(f'"url": "{STORY}/", "isAccessibleForFree": false')),
    ("a meta", meta(article__content_tier="locked")),
    (
        "microdata",
        '<div itemscope itemtype="https://schema.org/Article">'
        '<meta itemprop="isAccessibleForFree" content="false"></div>',
    ),
]


@pytest.mark.parametrize(("what", "head"), WALLS)
def test_a_page_that_says_that_it_is_not_free_to_read_is_paywalled(what: str, head: str) -> None:
    assert standing(page("The Ferry", "The Ferry", head=head)) is Standing.PAYWALLED, what


FREE = [
    ("free", article('"isAccessibleForFree": true')),
    ("a museum's door", article('"isAccessibleForFree": false', "Museum")),
    ("an event", article('"isAccessibleForFree": "False"', "Event")),
    ("a course", article('"isAccessibleForFree": false', "Course")),
    (
        "another article's address",
        article('"url": "https://www.upper-gazette.example/other", "isAccessibleForFree": false'),
    ),
    (
        "one of a list",
        linked('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "isAccessibleForFree": false}]}'),
    ),
    ("a work it cites", article('"citation": {"@type": "Article", "isAccessibleForFree": false}')),
    ("a part of a free article", article('"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}')),
    ("metered", meta(article__content_tier="metered")),
    ("broken JSON", linked('{"@type": "NewsArticle", "isAccessibleForFree": false')),
    ("deep JSON", linked("[" * 5_000)),
    ("an article on paywalls", "<p>This article is for subscribers only. Subscribe to read on.</p>"),
]


@pytest.mark.parametrize(("what", "head"), FREE)
def test_a_page_that_does_not_say_so_of_itself_is_not_paywalled(what: str, head: str) -> None:
    assert standing(page("The Ferry", "The Ferry", head=head)) is Standing.CAPTURED, what


def test_a_paywall_is_told_by_its_status() -> None:
    assert standing(page("Subscribe"), 402) is Standing.PAYWALLED


def test_a_page_without_words_before_its_scripts_run_is_captured_and_says_so() -> None:
    shell = (
        '<html><head><title>App</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
    )
    seen = classify(STORY, [answer(STORY)], shell)
    assert seen.standing is Standing.CAPTURED
    assert seen.detail == "has no words of its own before its scripts run"
