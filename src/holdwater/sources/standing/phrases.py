"""How sites say, in a title or a heading, that there is no such page, or that somebody has to log in first.

Written from knowledge of the languages, a few ways of saying it in each. A phrase must be all that a title or heading
says: "Page not found" is one, "How we design our page-not-found page" is not.
"""

from __future__ import annotations

import re
import unicodedata
from http import HTTPStatus

from holdwater.patterns import waiting

_EN_THING = (
    r"(?:(?:the|this|that|your) )?(?:requested )?"
    r"(?:web ?page|page|article|document|file|content|url|link|address|resource|story|post|item|site|record|product)"
    r"(?: requested)?"
    r"(?:,? (?:that )?you(?:'re| are| were|'ve|)? ?"
    r"(?:looking for|trying to (?:reach|access|view|find|open)|requested|seek|want(?:ed)?|after))?"
    r"(?: /\S*)?"  # "the requested URL /a/b was not found": the address itself
)
_EN_GONE = (
    r"(?:(?:was|is|has|were) )?(?:"
    r"not (?:be )?found|(?:wasn't|isn't|hasn't been|can't be|cannot be|can not be|could not be|couldn't be) found|"
    r"not exist|does not exist|doesn't exist|(?:does )?no longer exists?|no longer (?:available|here|online)|"
    r"missing|not here|isn't here|gone|(?:been )?(?:removed|deleted)|been moved or (?:deleted|removed)|"
    r"(?:does not|doesn't) (?:seem|appear) to exist|not there|isn't there|doesn't seem to be here"
    r")(?: on this server| on this site| anymore| any more| any longer)?"
    r"(?: or (?:has |was |may have |is )?(?:been )?(?:re)?(?:moved|deleted|unavailable))?"
)
_EN_WE = (
    r"(?:sorry,? (?:but )?)?(?:we|i) (?:(?:can't|cannot|can not|could not|couldn't|are unable to|were unable to)"
    r"(?: seem to)? find|did not find|didn't find|have lost|lost) (?:what you(?:'re| are| were) looking for|"
    rf"{_EN_THING})"
)

_NO_SUCH_PAGE = (
    # English
    rf"{_EN_THING} {_EN_GONE}",
    _EN_WE,
    r"(?:file or directory |object )?not found",
    r"no such (?:page|article|document|file)|nothing (?:was found )?(?:here|at this (?:location|address))",
    r"there(?:'s| is) (?:nothing here|no such page|no page here)|page does not exist",
    # German
    r"(?:die |diese |deine |ihre )?(?:(?:von ihnen )?(?:angeforderte|gesuchte|gewünschte|aufgerufene) )?"
    r"(?:web|internet|html-)?(?:seite|datei|artikel|dokument|inhalt|adresse|beitrag|url)(?: wurde| konnte| kann| ist)?"
    r"(?: leider)? (?:nicht (?:\(mehr\) |mehr )?(?:gefunden(?: werden)?|vorhanden|verfügbar|auffindbar)|"
    r"existiert (?:leider )?nicht(?: mehr)?|gibt es (?:leider )?nicht(?: mehr)?)",
    r"(?:der|das|dieser|dieses) (?:artikel|inhalt|dokument|beitrag) (?:wurde|konnte|ist) nicht (?:mehr )?"
    r"(?:gefunden(?: werden)?|vorhanden|verfügbar)",
    r"nicht gefunden",
    # French
    r"(?:la |cette |votre )?(?:page|adresse|ressource)(?: web)?(?: demandée| recherchée| que vous "
    r"(?:cherchez|recherchez|demandez))? (?:introuvable|non trouvée|inexistante|est introuvable|"
    r"n'existe pas|n'existe plus|n'a (?:pas|pu) (?:pas )?(?:été |être )?trouvée|n'est plus disponible)",
    r"(?:l'|cet )?(?:article|document|contenu)(?: demandé)? "
    r"(?:introuvable|non trouvé|est introuvable|n'existe (?:pas|plus))",
    r"(?:fichier )?introuvable|page perdue",
    # Spanish
    r"(?:la |esta )?(?:página|dirección)(?: web)?(?: solicitada| que (?:buscas?|busca usted|está buscando))? "
    r"(?:no (?:se ha |ha sido |fue )?(?:encontrada|encontrado|existe|se encuentra|se encontró|está disponible)|"
    r"no se ha podido encontrar|ya no existe|no se pudo encontrar|inexistente)",
    r"no (?:se (?:ha )?(?:encontró|encontrado|encuentra) (?:la|esta) página|hemos encontrado la página|encontrado)",
    r"(?:el )?(?:artículo|documento|contenido|archivo)(?: solicitado)? "
    r"(?:no (?:encontrado|existe|se encuentra)|ya no existe)",
    # Portuguese
    r"(?:a |esta )?(?:página|notícia)(?: solicitada| que (?:você )?(?:procura|procurava|está procurando))? "
    r"(?:não (?:foi )?(?:encontrada|localizada|existe|pôde ser encontrada)|inexistente|já não existe|não existe mais)",
    r"(?:conteúdo|artigo|documento|arquivo|ficheiro) não (?:encontrado|existe|localizado)|não encontrad[oa]",
    # Italian
    r"(?:la |questa )?(?:pagina|risorsa)(?: richiesta| cercata| che (?:stai cercando|cerchi|hai richiesto))? "
    r"(?:non (?:è stata )?trovata|non esiste(?: più)?|inesistente|non è (?:più )?disponibile|non è stata trovata)",
    r"(?:articolo|contenuto|documento|file) non trovato|non trovat[oa]",
    # Dutch
    r"(?:de |deze )?(?:opgevraagde |gevraagde )?(?:web)?(?:pagina|bestand|artikel|adres)(?: die (?:je|u) zoekt)?"
    r"(?: is| kan| kon| werd| bestaat)? (?:niet (?:meer )?(?:gevonden(?: worden)?|beschikbaar)|niet(?: meer)?)",
    r"niet gevonden|bestaat niet",
    # Swedish, Danish, Norwegian, Finnish
    r"(?:den )?(?:sökta )?sidan (?:kunde inte hittas|hittades inte|kan inte hittas|finns inte(?: längre)?|saknas)",
    r"(?:vi )?(?:kunde inte|kan inte) hitta sidan(?: du söker)?|vi hittar inte sidan",
    r"siden (?:blev ikke fundet|ikke fundet|kunne ikke findes|findes ikke(?: længere)?|eksisterer ikke|ble ikke funnet|"
    r"finnes ikke(?: lenger)?|ikke funnet|kunne ikke finnes)|fant ikke siden|(?:vi )?kunne ikke finde siden",
    r"(?:hakemaasi )?sivua ei (?:löytynyt|löydy|ole(?: olemassa)?)|(?:etsimääsi )?sivua ei löytynyt",
    # Polish, Czech, Slovak, Hungarian, Romanian
    r"(?:nie znaleziono (?:takiej )?strony|strona nie (?:została znaleziona|istnieje|odnaleziona)|"
    r"(?:podana |szukana )?strona nie (?:istnieje|została odnaleziona)|nie znaleziono|brak strony|"
    r"nie ma takiej strony)",
    r"(?:požadovaná |hledaná )?stránka (?:nenalezena|nebyla nalezena|neexistuje|nebola nájdená|sa nenašla|nenájdená)|"
    r"nenalezeno",
    r"(?:a |az )?(?:keresett |kért )?oldal (?:nem található|nem létezik|nem elérhető)|nincs ilyen oldal",
    r"pagina (?:nu a fost găsită|nu există|negăsită|căutată nu există|solicitată nu există)",
    # Catalan, Croatian, Serbian, Slovene, Baltic
    r"(?:la )?pàgina no (?:trobada|s'ha trobat|existeix)|no s'ha trobat la pàgina",
    r"stranica (?:nije pronađena|ne postoji)|stran (?:ni (?:bila )?najdena|ne obstaja)|страница није пронађена",
    r"puslapis nerastas|lapa nav atrasta|lehekülge ei leitud|lehte ei leitud",
    # Turkish, Greek
    r"(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil|yok)",
    r"η σελίδα δεν (?:βρέθηκε|υπάρχει)|η σελίδα που (?:ζητήσατε|αναζητάτε) δεν (?:βρέθηκε|υπάρχει)|δεν βρέθηκε",
    # Russian, Ukrainian, Bulgarian
    r"(?:запрашиваемая |запрошенная )?(?:страница|документ|файл|материал) "
    r"(?:не найден[ао]?|не существует|удал[её]н[ао]?|отсутствует)|такой страницы (?:нет|не существует)|не найдено",
    r"сторінк[ау] не (?:знайдено|існує)|такої сторінки (?:немає|не існує)",
    r"страницата не (?:е намерена|съществува|беше намерена)",
    # Arabic, Hebrew, Persian
    r"(?:عذرا،? )?(?:الصفحة|هذه الصفحة)(?: المطلوبة| التي تبحث عنها)? "
    r"(?:غير موجودة|لم يتم العثور عليها)|لم يتم العثور على الصفحة",
    r"(?:ה)?(?:דף|עמוד)(?: המבוקש)? (?:לא (?:נמצא|קיים)|אינו קיים)",
    r"صفحه(?: مورد نظر)?(?:ی)? (?:یافت نشد|پیدا نشد|وجود ندارد)",
    # Japanese, Chinese, Korean
    r"(?:お探しの|指定された|ご指定の)?(?:ページ|記事|ファイル)(?:は|が)?(?:見つかりません(?:でした)?|存在しません|ありません|"
    r"みつかりません(?:でした)?)|ページが見つかりません",
    r"(?:抱歉|对不起|很抱歉)?[,，]?(?:您(?:访问|请求|查找|要找)的)?(?:页面|网页|文章|内容)(?:不存在|未找到|没有找到|找不到|已(?:被)?删除)|"
    r"找不到(?:该)?(?:页面|网页)|未找到(?:页面|网页)",
    r"(?:抱歉|對不起)?[,，]?(?:您(?:訪問|請求|要找)的)?(?:頁面|網頁|文章|內容)(?:不存在|未找到|找不到|已(?:被)?刪除)|"
    r"找不到(?:該|此)?(?:頁面|網頁)",
    r"(?:요청하신 |찾으시는 )?(?:페이지|문서)(?:를|가|을)? ?(?:찾을 수 없습니다|없습니다|존재하지 않습니다)",
    # Indonesian, Vietnamese, Thai, Hindi
    r"halaman (?:tidak (?:ditemukan|ada|dijumpai)|yang anda cari tidak (?:ditemukan|ada))",
    r"(?:không tìm thấy trang|trang (?:không tồn tại|không tìm thấy|bạn tìm không tồn tại))",
    r"ไม่พบหน้า(?:ที่คุณ(?:ต้องการ|ค้นหา))?(?:นี้)?|ไม่พบหน้าเว็บ",
    r"(?:पेज|पृष्ठ) (?:नहीं मिला|मौजूद नहीं है|उपलब्ध नहीं है)",
)

_LEAD_INS = (
    r"(?:(?:we(?:'re| are)|i'm) (?:very )?sorry(?:,? but)?|hmm+|"
    r"oops(?:ie)?|whoops|uh[ -]?oh|oh no|sorry|hoppla|ups|oups|désolée?s?|lo sentimos|entschuldigung|ops|hups|"
    r"dommage|aïe|upps|oeps|helaas|hovsa|beklager|tyvärr|ой|упс|извините|申し訳(?:ございません|ありません))"
)
_NUMBER = (
    r"(?:http )?(?:status )?(?:code )?(?:error|fehler|erreur|errore|erro|fout|fel|feil|fejl|virhe|błąd|chyba|hata|"
    r"ошибка|помилка|エラー|错误|錯誤|오류|خطأ|σφάλμα)?(?:[ -]?code)?[ :#-]*\b404\b[ :]?"
    r"(?:error|fehler|fout|hatası|エラー|错误|錯誤)?"
)
_LEFT = frozenset({"", "page", "error", "seite", "página", "pagina", "страница", "fehlerseite", "http"})
"""What may be left of a title beside "404"."""

_LOG_IN = (
    r"(?:please )?(?:log[ -]?in|login|sign[ -]?in|log on)(?: to (?:continue|your account|view this page|\w+))?|"
    r"(?:account |member |user )login|login required|authentication required|"
    r"(?:bitte )?(?:anmelden|einloggen)|anmeldung|"
    r"(?:se )?connecter|connexion|identification|iniciar sesi[oó]n|iniciar sessão|entrar|accedi|accesso|inloggen|"
    r"logga in|logg inn|log ind|kirjaudu(?: sisään)?|zaloguj(?: się)?|logowanie|přihlášení|přihlásit se|bejelentkezés|"
    r"autentificare|giriş(?: yap)?|σύνδεση|вход|войти|авторизация|увійти|تسجيل الدخول|כניסה|התחברות|"
    r"ログイン|登录|登錄|登入|로그인|masuk|đăng nhập"
)


def _dotless(text: str) -> str:
    """The two letters i of Turkish as one: capitals do not tell which is meant."""
    return text.replace("i\u0307", "i").replace("ı", "i")


_WHOLE = waiting("|".join(f"(?:{_dotless(phrase)})" for phrase in _NO_SUCH_PAGE))
_LEAD_IN = waiting(rf"{_LEAD_INS}[\s,.!…:;–—-]*")
_NUMBERED = waiting(_dotless(_NUMBER))
_LOGGING_IN = waiting(_dotless(_LOG_IN))
_EDGE = waiting(r"^[^\w]+|[^\w]+$")
_MARKS = waiting(r"[()\[\]{}\"“”„«»!?.:;…¡¿。!?：、|–—-]+")
_SPACE = waiting(r"\s+")
_SEPARATOR = waiting(r"\s+[-–—|·•»«/:>~]+\s+|\s*[|»«•·]\s*|:\s+|::|\s[–—]|[–—]\s")
_STATUS = waiting(r"(?:http )?(?:status )?(?:error )?(?:code )?(?P<number>[1-5]\d\d)[\s:–—-]*(?P<phrase>[a-z' -]+)")

MAX_PHRASE = 160
"""Characters: longer titles and headings say more than that there is no such page."""


def plain(text: str) -> str:
    """A title or heading as it is compared: one line, no capitals, straight apostrophes, no marks at its ends."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _EDGE.sub("", _SPACE.sub(" ", _dotless(folded)).strip())


def parts(title: str) -> list[str]:
    """The parts of a title, parted as sites part them: "Page not found | The Gazette" has two."""
    return [part for part in _SEPARATOR.split(_SPACE.sub(" ", title).strip()) if plain(part)]


def says_no_such_page(text: str) -> bool:
    """Whether all that a text says is that there is no such page."""
    said = plain(text[: MAX_PHRASE + 1])
    if not said or len(said) > MAX_PHRASE:
        return False
    said = _LEAD_IN.sub("", said, count=1) or said
    if _is_phrase(said):
        return True
    without = _NUMBERED.sub(" ", said, count=1)
    if without == said:
        return False
    left = plain(_LEAD_IN.sub("", plain(without), count=1))
    return left in _LEFT or _is_phrase(left)


def says_sorry(text: str) -> bool:
    """Whether a text is a mere exclamation or number such as error pages have for a heading: "Oops!", "404"."""
    said = plain(text)
    return not said or said in _LEFT or said == "404" or bool(_LEAD_IN.fullmatch(said))


def _is_phrase(said: str) -> bool:
    if _WHOLE.fullmatch(said):
        return True
    flat = _SPACE.sub(" ", _MARKS.sub(" ", said)).strip()
    return bool(_WHOLE.fullmatch(flat)) or any(
        _WHOLE.fullmatch(one) and _WHOLE.fullmatch(other) for one, other in _halves(said)
    )


def _halves(said: str) -> list[tuple[str, str]]:
    """The two sentences of a text that has two: "not found. the page does not exist"."""
    at = [match.span() for match in re.finditer(r"[.!?:…–—-]+\s", said)]
    return [(plain(said[:start]), plain(said[end:])) for start, end in at[:4]]


def says_log_in(text: str) -> bool:
    """Whether all that a text says is that somebody is to log in."""
    return bool(_LOGGING_IN.fullmatch(plain(text[:MAX_PHRASE])))


def status_named(text: str) -> int:
    """The status that a text gives with its number and its reason phrase ("502 Bad Gateway"), 0 if it does not.

    The phrases are those of the IANA registry of HTTP status codes, as Python's `http` has them.
    """
    found = _STATUS.fullmatch(plain(text[:MAX_PHRASE]))
    if not found:
        return 0
    try:
        status = HTTPStatus(int(found["number"]))
    except ValueError:
        return 0
    wanted, said = (re.sub(r"[^a-z]", "", phrase) for phrase in (status.phrase.lower(), found["phrase"]))
    return status.value if said in (wanted, wanted.replace("timeout", "timedout")) or _temporarily(said, wanted) else 0


def _temporarily(said: str, wanted: str) -> bool:
    return said.replace("temporarily", "") == wanted
