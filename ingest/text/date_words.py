"""Names of months and zones as feeds write them. Data for ``ingest.text.dates``.

Months in the languages whose feeds were seen to localise dates that RFC 822 wants in English. A name is matched by
its first letters, after case folding and without accents and dots: ``févr.``, ``Février`` and ``fev`` are one.
"""

MONTHS: dict[str, int] = {}
"""Beginning of a month's name → its number."""

_NAMES = {
    1: "jan januar janvier ene gen янв січ sty ιαν led oca يناير",
    2: "feb fev fevr fevereiro фев лют lut φεβ úno sub",
    3: "mar marz mars mrz maerz maart мар бер μαρ mär bře",
    4: "apr avr abr апр кві kwi απρ ápr nis",
    5: "may mai mag maj mei май мая тра μαϊ μαι máj",
    6: "jun juin giu июн чер cze ιουν jún haz",
    7: "jul juil lug июл лип lip ιουλ júl tem",
    8: "aug aou ago авг сер sie αυγ ağu",
    9: "sep sept set сен вер wrz σεπ szept eyl",
    10: "oct okt ott out окт жов paz οκτ eki",
    11: "nov ноя лис lis νοε kas",
    12: "dec dez dic des дек гру gru δεκ ara",
}

for _number, _words in _NAMES.items():
    for _word in _words.split():
        MONTHS.setdefault(_word, _number)

ZONES: dict[str, int] = {
    # Minutes east of UTC. RFC 822's own, then those that feeds of our catalogue have been seen to use.
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
    "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
    "ast": -240, "adt": -180, "at": -240, "nst": -210, "ndt": -150, "akst": -540, "akdt": -480, "hst": -600,
    "bst": 60, "ist": 330, "wat": 60, "west": 60,
    "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "msd": 240, "trt": 180, "sast": 120, "eat": 180, "gst": 240, "pkt": 300,
    "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "pht": 480,
    "kst": 540, "jst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
