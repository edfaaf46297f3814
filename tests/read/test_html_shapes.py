"""Notes in HTML in the shapes that sites, programs and plug-ins give them: each is cut out, tied, and there once."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, misplaced, note_marks, notes

from holdwater.document import Document
from holdwater.read.html import read as read_html

FIRST = "First note of some length."
SECOND = "Second note that is longer."


def read(body: str) -> Document:
    raw = f"<!doctype html><html><body>{body}</body></html>"
    document = read_html(raw, "page.html")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


SHAPES = {
    "WordPress: Easy Footnotes, links with the whole address": (
        "<p>In 2018<span id='easy-footnote-1-12' class='easy-footnote-margin-adjust'></span>"
        "<span class='easy-footnote'>"
        f"<a href='https://site.test/post/#easy-footnote-bottom-1-12' title='{FIRST}'>"
        '<sup>1</sup></a></span> it fell.</p><div class="easy-footnote-title"><h4>Notes:</h4></div>'
        '<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single">'
        f'<span id="easy-footnote-bottom-1-12" class="easy-footnote-margin-adjust"></span>{FIRST}<a '
        'class="easy-footnote-to-top" href="https://site.test/post/#easy-footnote-1-12"></a></li></ol>'
    ),
    "WordPress: Footnotes, by script, with a box and a table": (
        '<p>In 2018<span class="footnote_referrer">'
        '<a role="button" tabindex="0" '
        "onclick=\"footnote_moveToReference_123_1('footnote_plugin_reference_123_1_1');\" "
        "onkeypress=\"footnote_moveToReference_123_1('footnote_plugin_reference_123_1_1');\">"
        '<sup id="footnote_plugin_tooltip_123_1_1" class="footnote_plugin_tooltip_text">[1]</sup></a>'
        f'<span id="footnote_plugin_tooltip_text_123_1_1" class="footnote_tooltip">{FIRST}</span></span> it '
        "fell.</p>"
        '<div class="speaker-mute footnotes_reference_container">'
        '<div class="footnote_container_prepare"><p>'
        '<span role="button" class="footnote_reference_container_label pointer">References</span></p></div>'
        '<div id="footnote_references_container_123_1">'
        '<table class="footnotes_table footnote-reference-container"><caption '
        'class="accessibility">References</caption>'
        "<tbody>"
        '<tr class="footnotes_plugin_reference_row"><th scope="row" id="footnote_plugin_reference_123_1_1" '
        'class="footnote_plugin_index pointer" '
        "onclick=\"footnote_moveToAnchor_123_1('footnote_plugin_tooltip_123_1_1');\">"
        '<a role="button" tabindex="0" class="footnote_plugin_link">'
        '<span class="footnote_index_arrow">&#8593;</span>1</a></th>'
        f'<td class="footnote_plugin_text">{FIRST}</td></tr></tbody></table></div></div>'
    ),
    "WordPress: Modern Footnotes, a box and a list for print": (
        '<p>In 2018<sup class="modern-footnotes-footnote " data-mfn="1" data-mfn-post-scope="0001">'
        f'<a href="javascript:void(0)" title="{FIRST}" role="button" aria-pressed="false" '
        'aria-describedby="mfn-content-0001-1">1</a></sup>'
        '<span id="mfn-content-0001-1" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" '
        f'data-mfn="1">{FIRST}</span> it fell.</p>'
        '<ul class="modern-footnotes-list modern-footnotes-list--show-only-for-print"><li><span>1</span>'
        f"<div>{FIRST}</div></li></ul>"
    ),
    "WordPress: WP-Footnotes, a back link in brackets": (
        "<p>In 2018<sup>"
        '<a href="#footnote_0_12" id="identifier_0_12" class="footnote-link footnote-identifier-link" '
        f'title="{FIRST}">1</a></sup> it fell.</p>'
        '<ol class="footnotes">'
        f'<li id="footnote_0_12" class="footnote">{FIRST} [<a href="#identifier_0_12" class="footnote-link '
        'footnote-back-link">&#8617;</a>]</li></ol>'
    ),
    "Pressbooks": (
        f'<p>In 2018<a class="footnote" title="{FIRST}" id="return-footnote-27-1" href="#footnote-27-1" '
        'aria-label="Footnote 1">'
        '<sup class="footnote">[1]</sup></a> it fell.</p><hr class="before-footnotes clear" />'
        '<div class="footnotes"><ol>'
        f'<li id="footnote-27-1">{FIRST} <a href="#return-footnote-27-1" class="return-footnote" '
        'aria-label="Return to footnote 1">&crarr;</a></li></ol></div>'
    ),
    "Word": (
        '<p class=MsoNormal>In 2018<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title="">'
        "<span class=MsoFootnoteReference>"
        "<span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        "<span class=MsoFootnoteReference>"
        "<span lang=EN style='font-size:11.0pt'>[1]</span></span><![endif]></span></span></a> it fell.</p>"
        "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>"
        "<hr align=left size=1 width=\"33%\"><![endif]><div style='mso-element:footnote' id=ftn1>"
        "<p class=MsoFootnoteText>"
        '<a style=\'mso-footnote-id:ftn1\' href="#_ftnref1" name="_ftn1" title="">'
        "<span class=MsoFootnoteReference>"
        "<span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        f"<span>[1]</span><![endif]></span></span></a><span> {FIRST}</span></p></div></div>"
    ),
    "MediaWiki's Parsoid": (
        '<p id="mwAg">In 2018<sup about="#mwt1" class="mw-ref reference" id="cite_ref-1" rel="dc:references" '
        'typeof="mw:Extension/ref">'
        '<a href="./Page#cite_note-1" style="counter-reset: mw-Ref 1;">'
        '<span class="mw-reflink-text">[1]</span></a></sup> it fell.</p>'
        '<div class="mw-references-wrap" typeof="mw:Extension/references">'
        '<ol class="mw-references references"><li about="#cite_note-1" id="cite_note-1">'
        '<a href="./Page#cite_ref-1" rel="mw:referencedBy">'
        '<span class="mw-linkback-text">↑ </span></a> <span id="mw-reference-text-cite_note-1" '
        f'class="mw-reference-text reference-text">{FIRST}</span></li></ol></div>'
    ),
    "MediaWiki: a group of notes": (
        '<p>In 2018<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">'
        '<span class="cite-bracket">&#91;</span>note 1<span class="cite-bracket">&#93;</span></a></sup> it '
        "fell.</p>"
        '<h2>Notes</h2><div class="mw-references-wrap"><ol class="references" data-mw-group="note">'
        '<li id="cite_note-1"><span class="mw-cite-backlink"><b>'
        f'<a href="#cite_ref-1">^</a></b></span> <span class="reference-text">{FIRST}</span></li></ol></div>'
    ),
    "MediaWiki: several back links": (
        '<p>In 2018<sup id="cite_ref-0" class="reference">'
        '<a href="#cite_note-0" title="">[1]</a></sup> it fell.</p><ol class="references">'
        '<li id="cite_note-0">^ <a href="#cite_ref-0" title="">'
        '<sup><i><b>a</b></i></sup></a> <a href="#cite_ref-0b" title="">'
        f"<sup><i><b>b</b></i></sup></a> {FIRST}</li></ol>"
    ),
    "Tufte, numbered by the style sheet": (
        '<p>In 2018<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" '
        'id="sn-1" class="margin-toggle"/>'
        f'<span class="sidenote">{FIRST}</span> it fell.</p>'
    ),
    "a margin note": (
        '<p>In 2018<label for="mn-1" class="margin-toggle">&#8853;</label><input type="checkbox" id="mn-1" '
        'class="margin-toggle"/>'
        f'<span class="marginnote">{FIRST}</span> it fell.</p>'
    ),
    "Bookdown: a box in an attribute": (
        '<p>In 2018<a class="footnote-ref" tabindex="0" data-toggle="popover" data-content="&lt;p&gt;First '
        '&lt;em&gt;note&lt;/em&gt; of some length.&lt;/p&gt;">'
        "<sup>1</sup></a> it fell.</p>"
    ),
    "Distill": (f"<p>In 2018<d-footnote>{FIRST}</d-footnote> it fell.</p><d-footnote-list></d-footnote-list>"),
    "Distill with its list": (
        f'<p>In 2018<d-footnote id="d-footnote-1">{FIRST}</d-footnote> it fell.</p><d-footnote-list>'
        "<h3>Footnotes</h3><ol>"
        f'<li id="d-footnote-1-listing">{FIRST}<a class="footnote-backlink" '
        'href="#d-footnote-1">[↩]</a></li></ol></d-footnote-list>'
    ),
    "brackets outside the link, raised": (
        '<p>In 2018<sup>[<a href="#n1" id="r1">1</a>]</sup> it fell.</p><p>'
        f'<a name="n1"></a>[1] {FIRST} [<a href="#r1">back</a>]</p>'
    ),
    "a title": (f'<p>In 2018<sup title="{FIRST}">1</sup> it fell.</p>'),
    "a title on an asterisk": (f'<p>In 2018<a href="#" class="tooltip" title="{FIRST}">*</a> it fell.</p>'),
    "a title on a number in brackets": (f'<p>In 2018<span class="footnote" title="{FIRST}">[1]</span> it fell.</p>'),
    "a box on a button": (f'<p>In 2018<button class="footnote" data-tippy-content="{FIRST}">1</button> it fell.</p>'),
    "a box within its mark": (
        f'<p>In 2018<span class="tooltip"><sup>1</sup><span class="tooltiptext">{FIRST}</span></span> it fell.</p>'
    ),
    "a note set where its mark is to be": (f'<p>In 2018<span class="footnote">{FIRST}</span> it fell.</p>'),
    "DokuWiki": (
        '<p>In 2018<sup><a href="#fn__1" id="fnt__1" class="fn_top">1)</a></sup> it fell.</p>'
        '<div class="footnotes"><div class="fn"><sup>'
        f'<a href="#fnt__1" id="fn__1" class="fn_bot">1)</a></sup> <div class="content">{FIRST}</div></div></div>'
    ),
    "AsciiDoctor": (
        '<p>In 2018<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1" '
        'title="View footnote.">1</a>]</sup> it fell.</p>'
        '<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1">'
        f'<a href="#_footnoteref_1">1</a>. {FIRST}</div></div>'
    ),
    "DocBook": (
        '<p>In 2018<sup>[<a name="id123" href="#ftn.id123">1</a>]</sup> it fell.</p>'
        '<div class="footnotes"><br><hr><div class="footnote"><p>'
        f'<sup>[<a name="ftn.id123" href="#id123">1</a>] </sup>{FIRST}</p></div></div>'
    ),
    "docutils": (
        '<p>In 2018<a class="footnote-reference brackets" href="#footnote-1" id="footnote-reference-1" '
        'role="doc-noteref">'
        '<span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> it fell.</p>'
        '<aside class="footnote-list brackets">'
        '<aside class="footnote brackets" id="footnote-1" role="doc-footnote"><span class="label">'
        '<span class="fn-bracket">[</span><a role="doc-backlink" href="#footnote-reference-1">1</a>'
        f'<span class="fn-bracket">]</span></span><p>{FIRST}</p></aside></aside>'
    ),
    "docutils: a table with two back links": (
        '<p>In 2018<a class="footnote-reference" href="#id2" id="id1">[1]</a> it fell.</p>'
        '<table class="docutils footnote" frame="void" id="id2" rules="none"><tbody valign="top"><tr>'
        '<td class="label">[1]</td>'
        '<td><em>(<a class="fn-backref" href="#id1">1</a>, <a class="fn-backref" href="#id3">2</a>)</em> '
        f"{FIRST}</td></tr></tbody></table>"
    ),
    "docutils: a list of terms": (
        '<p>In 2018<a class="footnote-reference brackets" href="#id2" id="id1">1</a> it fell.</p>'
        '<dl class="footnote brackets"><dt class="label" id="id2"><span class="brackets">'
        f'<a class="fn-backref" href="#id1">1</a></span></dt><dd><p>{FIRST}</p></dd>'
        f'<dt class="label" id="id4"><span class="brackets">2</span></dt><dd><p>{SECOND}</p></dd></dl>'
    ),
    "GitHub": (
        "<p>In 2018<sup>"
        '<a href="#user-content-fn-1-abc" id="user-content-fnref-1-abc" data-footnote-ref="" '
        'aria-describedby="footnote-label">1</a></sup> it fell.</p>'
        '<section data-footnotes="" class="footnotes">'
        '<h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1-abc">'
        f'<p>{FIRST} <a href="#user-content-fnref-1-abc" data-footnote-backref="" aria-label="Back to reference '
        '1" class="data-footnote-backref">↩</a> <a href="#user-content-fnref-1-2-abc" data-footnote-backref="" '
        'class="data-footnote-backref">↩<sup>2</sup></a></p></li></ol></section>'
    ),
    "Org": (
        "<p>In 2018<sup>"
        '<a id="fnr.1" class="footref" href="#fn.1" role="doc-backlink">1</a></sup> it fell.</p>'
        '<div id="footnotes"><h2 class="footnotes">Footnotes: </h2><div id="text-footnotes">'
        '<div class="footdef"><sup>'
        '<a id="fn.1" class="footnum" href="#fnr.1" role="doc-backlink">1</a></sup> <div class="footpara" '
        'role="doc-footnote">'
        f'<p class="footpara">{FIRST}</p></div></div></div></div>'
    ),
    "Project Gutenberg": (
        '<p>In 2018<a id="FNanchor_1_1"></a>'
        '<a href="#Footnote_1_1" class="fnanchor">[1]</a> it fell.</p><div class="footnotes">'
        '<h3>FOOTNOTES:</h3><div class="footnote"><p><a id="Footnote_1_1"></a><a href="#FNanchor_1_1">'
        f'<span class="label">[1]</span></a> {FIRST}</p></div></div>'
    ),
    "law reports": (
        '<p>In 2018<a class="footnotemark" href="#footnote_1_1" id="ref_footnote_1_1">1</a> it fell.</p>'
        '<aside class="footnote" data-label="1" id="footnote_1_1"><a href="#ref_footnote_1_1">1</a>'
        f'<p id="x">{FIRST}</p></aside>'
    ),
    "raised digits of the character set": (f"<p>In 2018¹ it fell.</p><p>More.</p><p>¹ {FIRST}</p>"),
    "a raised asterisk": (f"<p>In 2018<sup>*</sup> it fell.</p><hr><p><sup>*</sup> {FIRST}</p>"),
    "paragraphs below a heading": (
        f"<p>In 2018<sup>1</sup> it fell. And<sup>2</sup> so.</p><h3>Notes</h3><p>1. {FIRST}</p><p>2. {SECOND}</p>"
    ),
    "a list of terms": (
        '<p>In 2018<sup><a href="#t1" id="b1">1</a></sup> it fell.</p><dl class="notes"><dt id="t1">'
        f'<a href="#b1">1</a></dt><dd>{FIRST}</dd></dl>'
    ),
    "a journal's list of references": (
        "<p>In 2018<sup>"
        '<a data-track="click" href="#ref-CR1" title="Doe" id="ref-link-section-d1">1</a></sup> it fell.</p>'
        '<section><h2>References</h2><ol class="c-article-references">'
        '<li class="c-article-references__item js-c-reading-companion-references-item" data-counter="1.">'
        f'<p class="c-article-references__text" id="ref-CR1">{FIRST}</p></li></ol></section>'
    ),
    "a hidden block that a script shows": (
        '<p>In 2018<a href="javascript:;" onclick="toggle(\'note1\')"><sup>1</sup></a> it fell.</p>'
        f'<div id="note1" style="display:none">{FIRST}</div>'
    ),
    "a side note as a block": (
        f'<p>In 2018<sup class="sidenote-ref">1</sup> it fell.</p><aside class="sidenote"><sup>1</sup> {FIRST}</aside>'
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_note_of_any_shape_is_cut_out_tied_to_its_mark_and_there_once(shape: str) -> None:
    document = read(SHAPES[shape])
    first = note_marks(document)[0]
    assert notes(document)[first.target] == FIRST
    assert list(notes(document).values()).count(FIRST) == 1
    assert set(notes(document).values()) <= {FIRST, SECOND}
    running = [words for words in blocks(document) if words not in (FIRST, SECOND)]
    assert any("In 2018 it fell." in words for words in running)
    assert not any(FIRST in words for words in running)


def test_notes_after_bold_headings_and_anchors_in_brackets_are_kept_apart() -> None:
    document = read(
        'In 2018 [<a href="#f1n">1</a>] it fell, and [<a href="#f2n">2</a>] so on.<br><br><b>Notes</b><br><br>'
        f'[<a name="f1n">1</a>] {FIRST}<br><br>[<a name="f2n">2</a>] {SECOND}<br><br>'
    )
    assert list(notes(document).values()) == [FIRST, SECOND]
    assert blocks(document)[0] == "In 2018 it fell, and so on."


def test_a_note_that_opens_below_a_paragraph_is_taken_out_of_it() -> None:
    document = read(f'<p>It fell.</p><details class="footnote"><summary>1</summary>{FIRST}</details><p>So.</p>')
    assert notes(document) == {"sidenote-1": FIRST}
    assert [mark.label for mark in note_marks(document)] == ["1"]


def test_numbers_that_begin_again_lead_to_the_next_list_of_notes() -> None:
    chapter = "<p>One<sup>1</sup> and two<sup>2</sup>.</p><h3>Notes</h3><p>1. {0} one.</p><p>2. {0} two.</p>"
    document = read(chapter.format("First") + "<h2>Next</h2>" + chapter.format("Second"))
    words = notes(document)
    assert [words[mark.target] for mark in note_marks(document)] == [
        "First one.", "First two.", "Second one.", "Second two."
    ]  # fmt: skip


def test_a_box_that_explains_a_word_is_a_note_without_a_number() -> None:
    document = read(
        '<p>The <span class="tip tooltip">GDP<span role="tooltip">Gross domestic product</span></span> rose.</p>'
    )
    assert blocks(document) == ["The GDP rose.", "Gross domestic product"]


NO_NOTES = {
    "exponents and ordinals": "<p>10<sup>2</sup> m<sup>2</sup> the 1<sup>st</sup>, x<sup>1</sup></p>"
    "<h2>Notes</h2><p>1. x</p>",
    "a table of contents": '<p><a href="#s1">1</a> Methods</p><h2 id="s1">1 Methods</h2><p>Words.</p>',
    "permalinks of comments": '<div class="comments"><div id="c1"><a href="#c1">1</a><p>Not '
    '<a href="#c2">2</a></p></div>'
    '<div id="c2"><a href="#c2">2</a><p>Yes.</p></div></div>',
    "numbers of verses": "<p><sup>1</sup>In the beginning. <sup>2</sup>And the earth.</p>",
    "equations": '<p>By (<a href="#e1">1</a>) and Eq. <a href="#e2">2</a>.</p><div id="e1">x (1)'
    '</div><div id="e2">y</div>',
    "figures": '<p>See Figure <a href="#f1">1</a>.</p><figure id="f1"><figcaption>1 A thing</figcaption></figure>',
    "a template in brackets": '<p>Text<sup>[<i><a href="/x" title="A page of the project"><span title="This claim needs'
    ' a source of its own.">source?</span></a></i>]</sup></p>',
    "titles of buttons": '<p>Hi <button title="Close this dialog now">x</button>'
    '<a href="#" title="Share this page">1</a></p>',
    "affiliations": "<p>Ann Doe<sup>1</sup>, Bob Roe<sup>2</sup></p><p>It fell.</p>",
    "steps": '<p>Follow step <a href="#s2">2</a>.</p><ol><li id="s1">Open it.</li><li id="s2">Close it.</li></ol>',
    "small print": '<p>Text<span class="footnote"></span></p><p class="footnote">All rights reserved.</p>',
    "comments on a text": '<p>Text<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p>'
    '<a href="#cmnt_ref1" id="cmnt1">'
    "[a]</a> Really?</p>",
}


@pytest.mark.parametrize("case", NO_NOTES)
def test_what_only_looks_like_a_note_stays_in_the_text(case: str) -> None:
    document = read(NO_NOTES[case])
    assert note_marks(document) == []
    assert document.notes == ()
