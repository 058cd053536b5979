"""What a headline says of its own kind: an update of an earlier article, a comment, a page about many events."""

from enum import IntFlag

import regex


class Mark(IntFlag):
    """What kind of article a headline announces."""

    NONE = 0
    UPDATE = 1
    """An agency's or paper's next version: (종합), UPDATE, 更新."""
    COMMENT = 2
    """Opinion, analysis, a reporter's notebook: about an event, seldom the report of it."""


_UPDATE = regex.compile(
    r"[(\[【](?:종합(?: ?\d ?보)?|\d ?보|lead|\d(?:st|nd|rd|th) ld|ld|update \d*|actualis[ée]|mise à jour|обновл\w*|更新|続報)[)\]】]"
    r"|^\W*(?:update|actualizaci[óo]n|aktualisiert|обновлено|maj)\b\s*\d*\W|\bupdate \d\b",
    regex.IGNORECASE,
)
_COMMENT = regex.compile(
    r"^\W*(?:opinion|editorial|analysis|explainer|commentary|interview|feature|factbox|watch|in pictures|letters?|column"
    r"|tribune|éditorial|analyse|décryptage|chronique|entretien|billet|kommentar|leitartikel|meinung|essay"
    r"|opinión|análisis|editoriale|l'analisi|commento|opinião|análise|мнение|колонка|интервью|社説|社评|评论|观点)\s*[:|/\]】–—-]"
    r"|[\[【(](?:르포|특파원 시선|칼럼|사설|기고|시론|기자수첩|인터뷰|오피니언|opinion|tribune|社説|评论)[\]】)]",
    regex.IGNORECASE,
)


def marks_of(title: str) -> Mark:
    """The marks of a folded headline."""
    update = Mark.UPDATE if _UPDATE.search(title) else Mark.NONE
    return update | (Mark.COMMENT if _COMMENT.search(title) else Mark.NONE)
