"""What belongs to a text: each line of the table in docs/reading.md ("What belongs to a text") is what comes out."""

from pathlib import Path

import pytest

from ingest.extract.read import read_page
from tests.unit.extract.odd_pages import ENGLISH, H1, TITLE, page, prose

TABLE = Path(__file__).parents[3] / "docs" / "reading.md"

POST = (
    "<blockquote class=twitter-tweet><p>The boat is back, and so are we. See you on the quay in June!</p></blockquote>"
)
PARTS: dict[str, tuple[str, str, bool]] = {
    # row of the table: where it stands, the words that tell, whether they belong to the text
    "headline, kicker, section name": (
        f"<p class=kicker>Coast and harbour</p>{H1}{{0}}{{1}}{{2}}", "Coast and harbour", False,
    ),
    "standfirst (chapô, Vorspann, lead)": (
        H1 + "<p class=standfirst>Ten years without a boat are over, and the county pays for it.</p>{0}{1}{2}",
        "Ten years without a boat are over", True,
    ),
    "crossheads between paragraphs": (H1 + "{0}<h2>Who pays for the pier</h2>{1}{2}", "Who pays for the pier", True),
    "bullets and numbered lists of the article": (
        H1 + "{0}<ul><li>The line opens in June and runs four times a day.</li><li>A ticket costs five crowns.</li></ul>{1}{2}",
        "A ticket costs five crowns", True,
    ),
    "tables of data among the paragraphs: results, standings": (
        H1 + "{0}<table><tr><th>Town</th><th>For</th></tr><tr><td>Northport</td><td>412</td></tr></table>{1}{2}",
        "Northport | 412", True,
    ),
    "block quotes": (
        H1 + "{0}<blockquote><p>We have waited ten years for this day, and we shall dance on it.</p></blockquote>{1}{2}",
        "We have waited ten years", True,
    ),
    "a tweet or post embedded as text": (H1 + f"{{0}}{POST}{{1}}{{2}}", "The boat is back, and so are we", True),
    "captions and credits of pictures and videos": (
        H1 + "{0}<figure><img src=a.jpg><figcaption>The quay at dusk. Photo: A. Keel</figcaption></figure>{1}{2}",
        "The quay at dusk", False,
    ),
    'byline, date line, "updated at", reading time': (
        H1 + "<p class=byline>By Ada Kessler | 4 March 2026 | 3 min read</p>{0}{1}{2}", "Ada Kessler", False,
    ),
    "the author's biography, notices of rights, calls to subscribe, share, follow or comment": (
        H1 + "{0}{1}{2}<p>© 2026 Harbour Post. All rights reserved.</p><div class=newsletter><p>Subscribe to our newsletter</p></div>",
        "Subscribe to our newsletter", False,
    ),
    "related links, also where they stand between paragraphs": (
        H1 + "{0}<p>Read also: <a href=/x>Harbour fees rise again</a></p>{1}{2}", "Harbour fees rise again", False,
    ),
    "corrections and editors' notes on this article": (
        H1 + "{0}{1}{2}<p><em>Correction: an earlier version of this article gave a wrong price for the ticket.</em></p>",
        "Correction: an earlier version", True,
    ),
    "comments of readers": (
        H1 + "{0}{1}{2}<section id=comments class=comments><div class=comment><p>Thanks, sailor7 here, very useful!</p></div></section>",
        "very useful", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("row", PARTS)
def test_a_part_belongs_to_the_text_as_the_table_says(row: str) -> None:
    layout, words, belongs = PARTS[row]
    body = f"<article>{layout.format(prose(ENGLISH[:2]), prose(ENGLISH[2:4]), prose(ENGLISH[4:]))}</article>"
    reading = read_page(page(body).encode(), url="https://www.post.example/ferry")
    assert (words in reading.text) is belongs
    assert all(p in reading.text for p in ENGLISH)
    assert TITLE not in reading.text


def test_every_row_of_the_table_is_tried() -> None:
    section = TABLE.read_text(encoding="utf-8").partition("## What belongs to a text")[2].partition("## ")[0]
    rows = [
        line.split("|")[1:3] for line in section.splitlines() if line.startswith("| ") and "in the body?" not in line
    ]
    said = {name.strip(): answer.strip().startswith("yes") for name, answer in rows}
    assert said == {name: belongs for name, (_, _, belongs) in PARTS.items()}
