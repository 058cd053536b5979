"""docs/reliability.md is true as far as a test can tell: each promise of the README stands there, beside tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def promises() -> list[str]:
    """The bold beginnings of the README's first list."""
    first_list = re.search(r"(?ms)^- .*?(?=\n\n)", README)
    assert first_list
    titles = [re.match(r"\*\*(.+?)\*\*", bullet) for bullet in re.findall(r"(?m)^- (.*)", first_list[0])]
    assert None not in titles, "a promise without a bold beginning"
    return [title[1] for title in titles if title]


def rows() -> list[list[str]]:
    """The cells of the table of promises, without its head."""
    table = PAGE.partition("## The promises")[2].partition("\n## ")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"(?m)^\|.*\|$", table)][2:]


def test_each_promise_of_the_readme_has_its_row_and_no_other_has() -> None:
    assert [row[0] for row in rows() if row[0]] == [f"**{title}**" for title in promises()]


def test_each_row_names_a_test() -> None:
    for row in rows():
        assert len(row) == 3, f"not three cells: {row}"
        named = NAMED.findall(row[2])
        assert named, f"{row[1]!r}: no test"
        assert all(function for _, function in named), f"{row[1]!r}: a file, and no test of it"


def test_each_test_that_is_named_exists() -> None:
    named = set(NAMED.findall(PAGE))
    assert len(named) == len(set(re.findall(r"`tests/[^`]+`", PAGE))), (
        "a test is named in another form than `FILE::TEST`"
    )
    missing = [f"{file}::{function}" for file, function in sorted(named) if not _is_there(ROOT / file, function)]
    assert missing == []


def _is_there(file: Path, function: str) -> bool:
    if not file.is_file():
        return False
    return not function or bool(re.search(rf"(?m)^(?:async )?def {function}\(", file.read_text(encoding="utf-8")))
