"""What a page is: an article, or something that stands in its place."""

from ingest.extract.body import Body
from ingest.extract.page import Page
from ingest.extract.reading import Status


def recognise(page: Page, body: Body) -> Status:
    """The status of a page whose best body is known."""
    return Status.FULL if body.paragraphs else Status.EMPTY
