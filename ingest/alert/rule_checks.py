"""What is wrong with a rule that can be read: values that nothing has, queries that are never or always true. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from ingest.index.query.dates import stretch
from ingest.index.query.tree import And, Between, Equals, Everything, InstantBound, Node, Not, Or
from ingest.languages import LANGUAGES

_COUNTRY_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
    BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
    FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
    IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
    ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
    TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK EU
"""
COUNTRIES = frozenset(_COUNTRY_CODES.split())
"""ISO 3166-1, with Kosovo and the European Union as feeds have them."""
_MEANT = {"UK": "GB", "KR": "ko", "JP": "ja", "CN": "zh", "UA": "uk", "GR": "el"}


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """Something that a rule's author should know."""

    message: str
    hint: str = ""
    is_error: bool = True
    """False: allowed, but probably not meant."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The values that this installation knows, by field. Fields that are not listed take anything."""

    values: Mapping[str, frozenset[str]]

    @classmethod
    def of(
        cls, topics: Iterable[str], outlets: Iterable[str], kinds: Iterable[str], feeds: Iterable[str]
    ) -> "Vocabulary":
        """From topics.yaml and feeds.yaml, ISO 639 and ISO 3166. What there is no value of is not checked."""
        named = frozenset(topics)
        return cls(
            {
                "topics": named,
                "topic_hits.topic": named,
                "outlet.id": frozenset(outlets),
                "outlet.kind": frozenset(kinds),
                "feed.id": frozenset(feeds),
                "outlet.country": COUNTRIES,
                "language.code": LANGUAGE_CODES,
            }
        )


_OTHER_LANGUAGES = """
    aa ab af am ar as ay az ba be bg bn bo br bs ca ce co cs cy da dv dz el eo et eu fa fi fo fy ga gd gl gu ha
    he hi hr ht hu hy id ig is jv ka kk km kn ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny
    oc om or pa pl ps qu ro rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tr tt ug uk ur uz
    vi wo xh yi yo zu unknown
"""
LANGUAGE_CODES = frozenset(LANGUAGES) | frozenset(_OTHER_LANGUAGES.split())


def check_query(root: Node, vocabulary: Vocabulary, now: datetime) -> list[RuleProblem]:
    """Everything that is wrong with a query in this installation."""
    found = [problem for leaf in _equals(root) if (problem := unknown_value(leaf, vocabulary)) is not None]
    always = _constant(root, now)
    if always is False:
        found.append(RuleProblem("nothing can match it, whatever is indexed", "a part of it rules out another part"))
    elif always is True:
        found.append(RuleProblem("everything matches it: each article would be a mail", "say what you look for", False))
    elif _only_excludes(root):
        found.append(
            RuleProblem("it only says what not to match: nearly everything matches", "add what to look for", False)
        )
    return found


def _equals(node: Node) -> Iterator[Equals]:
    match node:
        case Equals():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _equals(part)
        case Not(part):
            yield from _equals(part)


def unknown_value(leaf: Equals, vocabulary: Vocabulary) -> RuleProblem | None:
    """That nothing here has a value, and which is probably meant; None: it is known, or anything goes."""
    known = vocabulary.values.get(leaf.field)
    value = str(leaf.value)
    if not known or value in known:
        return None
    close = _close(value, known)
    hint = (
        f"do you mean {close}?"
        if close
        else f"there are: {', '.join(sorted(known)[:12])}" + (" …" if len(known) > 12 else "")
    )
    return RuleProblem(f"{leaf.field} is never {value!r} here", hint)


def _close(value: str, known: Collection[str]) -> str:
    by_case = {name.casefold(): name for name in known}
    if value.casefold() in by_case:
        return by_case[value.casefold()]
    if (meant := _MEANT.get(value.upper())) in known:
        return str(meant)
    return next(iter(get_close_matches(value, known, 1, 0.6)), "")


def _constant(node: Node, now: datetime) -> bool | None:
    """True or False for a part that always has that answer, for what is indexed from now on; None: it depends."""
    match node:
        case Everything():
            return True
        case Not(part):
            inner = _constant(part, now)
            return None if inner is None else not inner
        case And(parts):
            answers = [_constant(part, now) for part in parts]
            if False in answers or _contradicts(parts):
                return False
            return True if all(answers) else None
        case Or(parts):
            answers = [_constant(part, now) for part in parts]
            if True in answers or _contradicts(parts):
                return True
            return False if all(a is False for a in answers) else None
        case Between(field="indexed_at", high=InstantBound() as high):
            is_fixed = not high.text.startswith("now")
            return False if is_fixed and stretch(high.text, now)[1] <= now else None
    return None


def _contradicts(parts: Iterable[Node]) -> bool:
    """True if one part is the negation of another."""
    listed = list(parts)
    return any(isinstance(part, Not) and part.part in listed for part in listed)


def _only_excludes(node: Node) -> bool:
    match node:
        case Not():
            return True
        case And(parts):
            return all(_only_excludes(part) for part in parts)
        case Or(parts):
            return any(_only_excludes(part) for part in parts)
    return False


def ended(root: Node, now: datetime) -> RuleProblem | None:
    """A fixed range of dates that is over: an old article may still come in, news cannot."""
    match root:
        case Between(field="published.at" | "@timestamp", high=InstantBound() as high) if not high.text.startswith(
            "now"
        ):
            if stretch(high.text, now)[1] <= now:
                return RuleProblem("its dates are past: no news can match", "write now-7d or leave the date out", False)
        case And(parts):
            return next((p for part in parts if (p := ended(part, now)) is not None), None)
    return None
