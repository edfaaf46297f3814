"""Writing systems: words without blanks, from right to left, with marks of their own, beyond the first plane."""

from __future__ import annotations

import unicodedata

import pytest

from holdwater.match import locate
from holdwater.match.model import Alignment, Change, Fit

CHINESE = (
    "港口委員會在二〇一九年三月決定出售舊碼頭。他們說：「這座碼頭不是為了城市而建的，而是為了船隻。」"
    "委員會並不打算在２０２０年之前關閉碼頭，費用為１２３４元。城裡的人都不同意這個決定。"
)
JAPANESE = (
    "港の委員会は三月に古い埠頭を売ることに決めた。彼らは「この埠頭は町のために建てられたのではない」と言った。"
    "委員会は２０２０年まで埠頭を閉じるつもりはない。町の人々はその決定に賛成していなかった。"
)
THAI = (
    "คณะกรรมการท่าเรือได้ตัดสินใจขายท่าเรือเก่าในเดือนมีนาคม พวกเขากล่าวว่าท่าเรือนี้ไม่ได้สร้างขึ้นเพื่อเมือง "
    "คณะกรรมการไม่มีแผนที่จะปิดท่าเรือก่อนปีหน้า น้ำในท่าเรือลึกมาก"
)
HEBREW = "וַעֲדַת הַנָּמָל הֶחְלִיטָה לִמְכֹּר אֶת הָרָצִיף הַיָּשָׁן. הֵם אָמְרוּ כִּי הָרָצִיף לֹא נִבְנָה לְמַעַן הָעִיר אֶלָּא לְמַעַן הַסְּפִינוֹת."
ARABIC = "قَرَّرَتْ لَجْنَةُ المِينَاءِ بَيْعَ الرَّصِيفِ القَدِيمِ. وَقَالُوا إِنَّ الرَّصِيفَ لَمْ يُبْنَ مِنْ أَجْلِ المَدِينَةِ بَلْ مِنْ أَجْلِ السُّفُنِ."
VIETNAMESE = "Ủy ban cảng đã quyết định bán bến tàu cũ vào tháng ba. Bến tàu này không được xây dựng cho thành phố."
HINDI = "बंदरगाह समिति ने मार्च में पुराना घाट बेचने का निर्णय लिया। यह घाट शहर के लिए नहीं बनाया गया था, बल्कि जहाज़ों के लिए।"
KOREAN = "항만 위원회는 삼월에 낡은 부두를 팔기로 결정했다. 이 부두는 도시를 위해 지어진 것이 아니다."
ASTRAL = "The quay 🚢 was sold 𝐛𝐨𝐥𝐝 and 𠀀𠀁𠀂 stood at the end of 👩‍👩‍👧 pier number ٣ today."
BROKEN = "The quay \ud83d wall \udead fell \x00 down at night \x00and was\r\nbuilt\ragain \u2028 by the\x0btown."
LANGUAGES = {
    "zh": CHINESE, "ja": JAPANESE, "th": THAI, "he": HEBREW, "ar": ARABIC,
    "vi": VIETNAMESE, "hi": HINDI, "ko": KOREAN, "astral": ASTRAL, "broken": BROKEN,
}  # fmt: skip
CANNOT_TELL = {Fit.NOT_FOUND, Fit.TOO_SHORT, Fit.AMBIGUOUS}


def bare(text: str) -> str:
    return "".join(character for character in text if not unicodedata.combining(character))


def both(quotation: str, source: str) -> list[tuple[Alignment, str]]:
    """What one text given says, and what several long ones say; each with the text that it is about."""
    beside = "天空很藍，風很大，老人坐在樹下喝茶。ท้องฟ้าเป็นสีฟ้า The town was old. " * 90
    several = [beside, f"{beside}\n{source}\n{beside}"]
    found = locate([quotation], several)[0]
    return [(locate(quotation, source), source), (found, several[found.passage])]


def passage(found: Alignment, text: str) -> str:
    assert found.span is not None
    return found.span.of(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_text_is_verbatim_where_it_stands(language: str) -> None:
    text = LANGUAGES[language]
    for found, source in both(text, text):
        assert found.fit is Fit.VERBATIM
        assert passage(found, source).strip(".。।") == text.strip(".。।")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("language", ["zh", "th", "he", "ar", "vi", "hi", "ko"])
def test_composed_and_decomposed_letters_are_the_same(language: str, form: str) -> None:
    text = LANGUAGES[language]
    for found, source in both(unicodedata.normalize(form, text), unicodedata.normalize("NFC", text)):
        assert found.fit is Fit.VERBATIM
        assert passage(found, source).strip(".。।") == unicodedata.normalize("NFC", text).strip(".。।")


@pytest.mark.parametrize(
    ("quotation", "source", "stands"),
    [
        ("這座碼頭是為了城市而建的", CHINESE, "這座碼頭不是為了城市而建的"),
        ("委員會並打算在２０２０年之前關閉碼頭", CHINESE, "委員會並不打算在２０２０年之前關閉碼頭"),
        ("城裡的人都同意這個決定", CHINESE, "城裡的人都不同意這個決定"),
        ("この埠頭は町のために建てられたのである", JAPANESE, "この埠頭は町のために建てられたので"),
        ("町の人々はその決定に賛成していた", JAPANESE, "町の人々はその決定に賛成していな"),
        ("ท่าเรือนี้ได้สร้างขึ้นเพื่อเมือง", THAI, "ท่าเรือนี้ไม่ได้สร้างขึ้นเพื่อเมือง"),
        ("คณะกรรมการมีแผนที่จะปิดท่าเรือก่อนปีหน้า", THAI, "คณะกรรมการไม่มีแผนที่จะปิดท่าเรือก่อนปีหน้า"),
        ("הרציף נבנה למען העיר אלא למען", bare(HEBREW), "הרציף לא נבנה למען העיר אלא למען"),
        ("إن الرصيف يبن من أجل المدينة", bare(ARABIC), "إن الرصيف لم يبن من أجل المدينة"),
        ("Bến tàu này được xây dựng cho thành phố", VIETNAMESE, "Bến tàu này không được xây dựng cho thành phố"),
        ("यह घाट शहर के लिए बनाया गया था", HINDI, "यह घाट शहर के लिए नहीं बनाया गया था"),
    ],
)
def test_a_dropped_negation_is_altered(quotation: str, source: str, stands: str) -> None:
    for found, text in both(quotation, source):
        assert found.fit is Fit.ALTERED
        assert passage(found, text) == stands


def test_one_character_changed_is_the_one_difference() -> None:
    for found, text in both("港口委員會在二〇一七年三月決定出售舊碼頭", CHINESE):
        assert found.fit is Fit.ALTERED
        (edit,) = [edit for edit in found.edits if edit.change is not Change.NONE]
        assert edit.passage.of(text) == "九"


@pytest.mark.parametrize("ellipsis", ["……", "…", "⋯⋯", "......"])
def test_a_chinese_ellipsis_parts_a_quotation(ellipsis: str) -> None:
    for found, text in both(f"港口委員會{ellipsis}決定出售舊碼頭", CHINESE):
        assert found.fit in {Fit.EDITED, Fit.ALTERED}
        assert passage(found, text) == "港口委員會在二〇一九年三月決定出售舊碼頭"


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        (
            "委員會並不打算在2020年之前關閉碼頭, 費用為1234元",
            "委員會並不打算在２０２０年之前關閉碼頭，費用為１２３４元",
        ),
        ("他們說:“這座碼頭不是為了城市而建的”", "他們說：「這座碼頭不是為了城市而建的"),
        ("『這座碼頭不是為了城市而建的』", "這座碼頭不是為了城市而建的"),
    ],
)
def test_the_width_of_digits_and_the_shape_of_marks_change_nothing(quotation: str, stands: str) -> None:
    for found, text in both(quotation, CHINESE):
        assert found.fit is Fit.VERBATIM
        assert passage(found, text) == stands


def test_a_changed_digit_of_full_width_is_a_changed_number() -> None:
    for found, _ in both("委員會並不打算在２０２１年之前關閉碼頭", CHINESE):
        assert found.fit is Fit.ALTERED
        assert Change.NUMBER in {edit.change for edit in found.edits}


def test_two_characters_in_several_texts_are_too_short_to_tell() -> None:
    assert locate(["碼頭"], [CHINESE, JAPANESE])[0].fit in CANNOT_TELL


@pytest.mark.parametrize("pointed", [HEBREW, ARABIC])
def test_points_and_vowels_left_out_are_never_taken_for_other_words_elsewhere(pointed: str) -> None:
    for quotation, source in ((bare(pointed), pointed), (pointed, bare(pointed))):
        assert all(found.fit in CANNOT_TELL | {Fit.VERBATIM, Fit.EDITED} for found, _ in both(quotation, source))


def test_a_letter_beyond_the_first_plane_is_not_another() -> None:
    for found, text in both(ASTRAL.replace("𠀁", "𠀃"), ASTRAL):
        assert found.fit is Fit.ALTERED
        (edit,) = [edit for edit in found.edits if edit.change is not Change.NONE]
        assert edit.passage.of(text) == "𠀁"


def test_letters_for_mathematics_are_the_letters_they_stand_for() -> None:
    for found, text in both("was sold bold and 𠀀𠀁𠀂 stood", ASTRAL):
        assert found.fit is Fit.VERBATIM
        assert passage(found, text) == "was sold 𝐛𝐨𝐥𝐝 and 𠀀𠀁𠀂 stood"


def test_nuls_surrogates_and_mixed_line_ends_part_words_and_keep_their_places() -> None:
    for found, text in both("fell down at night and was built again by the town", BROKEN):
        assert found.fit is Fit.VERBATIM
        assert passage(found, text) == "fell \x00 down at night \x00and was\r\nbuilt\ragain \u2028 by the\x0btown"
