"""A body that is never lost: own pages of the kinds that lost it, and the choice between texts by itself."""

import json

import numpy as np
import pytest

from ingest.extract.blocks.features import FEATURES, VOTED, measure
from ingest.extract.blocks.page_blocks import blocks
from ingest.extract.blocks.refine_body import best_cut, choose_blocks
from ingest.extract.blocks.trees import Models, load_models
from ingest.extract.page import open_page
from ingest.extract.read import read_page
from ingest.extract.reading import Reading, ReadingHints, Status
from ingest.trees import Trees
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

URL = "https://www.post.example/2026/03/04/ferry-line-reopens-4711.html"
PARAGRAPHS = [f"({i}) {PROSE['en']}{MORE['en']}".strip() for i in range(6)]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
MENU = "<ul>" + "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(8)) + "</ul>"


def read(body: str, head: str = "") -> Reading:
    page = f"<html><head><title>{TITLE['en']}</title>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), url=URL)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("tag", ["nav", "footer", "menu", "button", "dialog"])
def test_a_frame_that_is_never_closed_keeps_the_article(tag: str) -> None:
    reading = read(f"<{tag} class=x>{MENU}<main><article><h1>{TITLE['en']}</h1>{BODY}</article></main>")
    assert all(p in reading.text for p in PARAGRAPHS)
    assert "Section 3" not in reading.text
    assert reading.status is Status.FULL


def test_a_menu_and_a_footer_beside_the_article_go() -> None:
    notice = f"<footer><p>{MORE['en']}</p></footer>"
    reading = read(f"<nav>{MENU}</nav><article><h1>{TITLE['en']}</h1>{BODY}</article>{notice}after")
    assert reading.text == "\n\n".join(PARAGRAPHS)


def test_a_table_among_the_paragraphs_is_the_articles() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>Crew {i}</td><td>{90 - i}</td></tr>" for i in range(1, 7))
    reading = read(f"<article><h1>{TITLE['en']}</h1>{BODY}<table>{rows}</table><p>{MORE['en']}</p></article>")
    assert "2 | Crew 2 | 88" in reading.text
    assert reading.text.index("Crew 6") > reading.text.index(PARAGRAPHS[-1])


def test_a_table_of_the_frame_is_not() -> None:
    rows = "".join(f"<tr><td>Tide {i}</td><td>{i} m</td></tr>" for i in range(5))
    table = f"<div class=sidebar><h3>Tides today</h3><table>{rows}</table></div>"
    reading = read(f"<article><h1>{TITLE['en']}</h1>{BODY}</article>{table}")
    assert "Tide 3" not in reading.text


def test_a_short_brief_beside_many_headlines_is_no_list() -> None:
    others = "".join(f'<li><a href="/n/{i}">{MORE["en"][: 60 + i]}</a></li>' for i in range(12))
    reading = read(
        f"<div><h1>{TITLE['en']}</h1><p>{PARAGRAPHS[0]}</p></div><div><h3>Latest</h3><ul>{others}</ul></div>"
    )
    assert reading.status is Status.FULL
    assert PARAGRAPHS[0] in reading.text


def flight(*pieces: str) -> str:
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)


def test_flight_rows_give_their_prose_and_none_of_their_json() -> None:
    state = {"dehydratedAt": 1769692315120, "state": {"data": {"body": {"content": BODY, "title": TITLE["en"]}}}}
    row = f'5:["$","$L23",null,{json.dumps(state)}]\n'
    reading = read("<div id=app></div>" + flight('1:"$Sreact.fragment"\n', row[:900], row[900:]))
    assert reading.method == "script"
    assert all(p in reading.text for p in PARAGRAPHS)
    assert "dehydratedAt" not in reading.text
    assert "$L23" not in reading.text


def test_flight_text_rows_are_read() -> None:
    reading = read("<div id=app></div>" + flight(f"2c:T{len(BODY.encode()):x},{BODY}", '2d:["$","p",null,{}]\n'))
    assert PARAGRAPHS[2] in reading.text


def test_json_that_holds_no_prose_is_no_text() -> None:
    settings = {"flags": {f"flag{i}": f"value number {i} of many settings" for i in range(90)}}
    reading = read(f"<div id=app></div><script>window.__STATE__ = {json.dumps(settings)}</script>")
    assert (reading.status, reading.text) == (Status.EMPTY, "")


def test_best_cut_takes_the_likeliest_text_where_nothing_is_sure() -> None:
    sizes = np.array([100.0, 100.0, 100.0])
    assert best_cut(np.array([0.9, 0.9, 0.1]), sizes)[0] == 0.5
    cut, expected = best_cut(np.array([0.35, 0.33, 0.02]), sizes)
    assert 0.02 < cut < 0.33
    assert 0 < expected < 0.6
    assert best_cut(np.zeros(3), sizes) == (0.5, 0.0)
    assert best_cut(np.zeros(0), np.zeros(0)) == (0.5, 0.0)


def constant(score: float) -> Trees:
    leaf = {"feature": [0], "threshold": [0.0], "below": [0], "above": [0], "value": [score]}
    return Trees.of([leaf], depth=1)


def test_the_engine_is_asked_only_in_doubt_and_its_text_is_the_last_resort() -> None:
    page = open_page(f"<body><article>{BODY}</article></body>".encode(), URL, None, ReadingHints())
    page.lighten()
    assert page.root is not None
    measured = measure(page, blocks(page.root))
    asked: list[bool] = []

    def engine(thorough: bool) -> list[str]:
        asked.append(thorough)
        return ["The engine's own words."]

    sure = Models(constant(9.0), constant(9.0), FEATURES, VOTED)
    assert choose_blocks(measured, engine, models=sure).method == "blocks"
    assert asked == []
    lost = Models(constant(-9.0), constant(-9.0), FEATURES, VOTED)
    chosen = choose_blocks(measured, engine, models=lost)
    assert (chosen.paragraphs, chosen.method) == (("The engine's own words.",), "trafilatura-default")
    assert asked == [False, True]


def test_of_doubtful_texts_the_one_with_the_feeds_words_wins() -> None:
    page = open_page(f"<body><article>{BODY}</article></body>".encode(), URL, None, ReadingHints())
    page.lighten()
    assert page.root is not None
    measured = measure(page, blocks(page.root))
    models = Models(constant(0.3), constant(-0.3), FEATURES, VOTED)
    chosen = choose_blocks(measured, lambda _: [], holds=lambda paragraphs: len(paragraphs) == 6, models=models)
    assert len(chosen.paragraphs) == 6


def test_the_packaged_trees_were_fitted_on_these_features() -> None:
    models = load_models()
    assert models.alone_features == FEATURES
    assert models.voted_features == VOTED


def test_a_tree_goes_below_at_the_threshold() -> None:
    tree = {"feature": [1, 0, 0], "threshold": [2.5, 0, 0], "below": [1, 1, 2], "above": [2, 1, 2], "value": [0, -9, 9]}
    rows = np.array([[0, 2.5], [0, 2.6]], dtype=np.float32)
    low, high = Trees.of([tree], depth=1).probabilities(rows)
    assert low < 0.01 < 0.99 < high
