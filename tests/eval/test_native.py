"""Pandoc's trees, as the evaluation of the readers reads them."""

from __future__ import annotations

from eval.readers.native import Made, blocks_of, parse, told, words_of

TREE = r"""Pandoc Meta { unMeta = fromList [ ( "title" , MetaInlines [ Str "Mill" ] ) ] }
  [ Header 1 ( "a" , [] , [] ) [ Str "The" , Space , Str "mill" ]
  , Para [ Str "It" , Space , Str "burned.", Note [ Para [ Str "Roe\8217s", Space, Str "book." ] ]
         , Cite [ Citation { citationId = "doe" , citationHash = 0 } ] [ Str "(Doe)" ]
         , Link ( "" , [] , [] ) [ Str "here" ] ( "http://x.test" , "" )
         , Image ( "" , [] , [] ) [ Str "unseen" ] ( "x.png" , "" ) ] ]"""


def test_constructors_lists_and_records_are_read_as_they_nest() -> None:
    tree = parse(TREE)
    assert isinstance(tree, Made)
    assert tree.name == "Pandoc"
    assert isinstance(blocks_of(tree), list)
    assert parse('[ Str "a" , Str "b" ]') == [Made("Str", ("a",)), Made("Str", ("b",))]
    assert parse("( -2.5 , Null )") == [-2.5, Made("Null")]


def test_escapes_of_haskells_strings_are_the_characters_they_stand_for() -> None:
    assert parse(r'"a\8217\&b \"q\" \\ \n"') == 'a\u2019b "q" \\ \n'


def test_words_notes_and_citations_are_told_in_the_order_of_reading() -> None:
    found = told(parse(TREE))
    assert found.words == ["the", "mill", "it", "burned", "doe", "here"]
    assert found.notes == [(4, ["roe", "s", "book"])]
    assert found.cites == ["doe"]


def test_words_are_letters_and_digits_in_lower_case() -> None:
    assert words_of("Über-Größe, 30_m²!") == ["über", "grösse", "30", "m²"]
