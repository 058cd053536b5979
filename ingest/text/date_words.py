"""Names of months and zones in dates: data for ``ingest.text.dates``.

The languages that veille reads bring their calendar themselves (``ingest.languages``). The others here are those
whose feeds or pages were seen to localise dates that the standards want in English.
"""

import unicodedata

from ingest.languages import LANGUAGES

OTHER_MONTHS = (
    # Dutch, Polish, Czech, Ukrainian, Turkish, Hungarian, Finnish, Nordic, Greek, Indonesian, Romanian, Arabic
    "januari stycznia styczeń leden ledna січень січня ocak január tammikuu tammikuuta januar ιανουάριος ιανουαρίου ianuarie يناير",
    "februari lutego luty únor února лютий лютого şubat február helmikuu helmikuuta februar φεβρουάριος φεβρουαρίου februarie فبراير",
    "maart marca marzec březen března березень березня mart március maaliskuu maaliskuuta mars marts μάρτιος μαρτίου maret martie مارس",
    "april kwietnia kwiecień duben dubna квітень квітня nisan április huhtikuu huhtikuuta απρίλιος απριλίου aprilie أبريل",
    "mei maja maj květen května травень травня mayıs május toukokuu toukokuuta mai μάιος μαΐου مايو",
    "juni czerwca czerwiec červen června червень червня haziran június kesäkuu kesäkuuta ιούνιος ιουνίου iunie يونيو",
    "juli lipca lipiec červenec července липень липня temmuz július heinäkuu heinäkuuta ιούλιος ιουλίου iulie يوليو",
    "augustus sierpnia sierpień srpen srpna серпень серпня ağustos augusztus elokuu elokuuta αύγουστος αυγούστου agustus أغسطس",
    "september września wrzesień září вересень вересня eylül szeptember syyskuu syyskuuta σεπτέμβριος σεπτεμβρίου septembrie سبتمبر",
    "oktober października październik říjen října жовтень жовтня ekim október lokakuu lokakuuta οκτώβριος οκτωβρίου octombrie أكتوبر",
    "november listopada listopad listopadu листопад листопада kasım marraskuu marraskuuta νοέμβριος νοεμβρίου noiembrie نوفمبر",
    "december grudnia grudzień prosinec prosince грудень грудня aralık joulukuu joulukuuta δεκέμβριος δεκεμβρίου desember decembrie ديسمبر",
)  # fmt: skip
OTHER_PARTICLES = "om uur kl klo klokken o godz r v dne pukul ora t y"

ZONES: dict[str, int] = {
    # Minutes east of UTC. RFC 822's own, then those that feeds and pages of our catalogue have been seen to use.
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
    "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
    "ast": -240, "adt": -180, "at": -240, "nst": -210, "ndt": -150, "akst": -540, "akdt": -480, "hst": -600,
    "bst": 60, "ist": 330, "wat": 60, "west": 60, "brt": -180, "art": -180, "clt": -240,
    "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "мск": 180, "msd": 240, "trt": 180, "sast": 120, "eat": 180, "gst": 240,
    "pkt": 300, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "pht": 480,
    "kst": 540, "jst": 540, "acst": 570, "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip


def folded(text: str) -> str:
    """Small letters without accents and final dots: ``Févr.`` is ``fevr``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(".")


def _numbered(tables: list[tuple[str, ...]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for months in tables:
        for number, words in enumerate(months, 1):
            for word in words.split():
                found.setdefault(folded(word), number)
    return found


_OURS = _numbered([language.months for language in LANGUAGES.values()])
_OTHERS = _numbered([OTHER_MONTHS])
_WEEKDAYS = frozenset(folded(w) for x in LANGUAGES.values() for words in x.weekdays for w in words.split())
_SIGNS = frozenset(folded(w[0]) for x in LANGUAGES.values() if x.by_twos for w in " ".join(x.weekdays).split())
PARTICLES = frozenset(
    folded(w) for words in (OTHER_PARTICLES, *(x.date_particles for x in LANGUAGES.values())) for w in words.split()
)


def month_of(word: str) -> int | None:
    """The month that a word names, in full or by a beginning of three letters or more that leaves no doubt."""
    name = folded(word)
    for names in (_OURS, _OTHERS):
        if name in names:
            return names[name]
        numbers = {n for full, n in names.items() if full.startswith(name)} if len(name) >= 3 else set()
        if len(numbers) == 1:
            return numbers.pop()
    return None


def is_weekday(word: str) -> bool:
    """True for a weekday's name or a beginning of it: two letters (``Do``, ``ven.``), or one sign (``火``)."""
    name = folded(word)
    return name in _SIGNS or (len(name) >= 2 and any(full.startswith(name) for full in _WEEKDAYS))
