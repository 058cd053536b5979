"""Words that carry a fact although they are neither figures nor names: days, months, ordinals, number words.

Folded as ``fold_word(tokens(…))`` gives them. Ten languages; what is missing is only a weaker signal.
"""

from ingest.enrich.stories.normalise import fold_text, fold_word
from ingest.text.tokens import tokens

WEEKDAYS: tuple[str, ...] = (
    "lundi monday montag lunes lunedi segunda-feira понедельник понедельника понедельнику maandag 월요일 月曜日 星期一 周一 週一",
    "mardi tuesday dienstag martes martedi terça-feira вторник вторника вторнику dinsdag 화요일 火曜日 星期二 周二 週二",
    "mercredi wednesday mittwoch miércoles mercoledi quarta-feira среда среду среды woensdag 수요일 水曜日 星期三 周三 週三",
    "jeudi thursday donnerstag jueves giovedi quinta-feira четверг четверга четвергу donderdag 목요일 木曜日 星期四 周四 週四",
    "vendredi friday freitag viernes venerdi sexta-feira пятница пятницу пятницы vrijdag 금요일 金曜日 星期五 周五 週五",
    "samedi saturday samstag sonnabend sábado sabato суббота субботу субботы zaterdag 토요일 土曜日 星期六 周六 週六",
    "dimanche sunday sonntag domingo domenica воскресенье воскресенья воскресенью zondag 일요일 日曜日 星期日 星期天 周日 週日",
)
"""Monday first."""

MONTHS: tuple[str, ...] = (
    "janvier january januar jänner enero gennaio janeiro январь января январе januari",
    "février february februar febrero febbraio fevereiro февраль февраля феврале februari",
    "mars march märz marzo março март марта марте maart",
    "avril april abril aprile апрель апреля апреле",
    "mai may mayo maggio maio май мая мае mei",
    "juin june juni junio giugno junho июнь июня июне",
    "juillet july juli julio luglio julho июль июля июле",
    "août august agosto август августа августе augustus",
    "septembre september septiembre settembre setembro сентябрь сентября сентябре",
    "octobre october oktober octubre ottobre outubro октябрь октября октябре",
    "novembre november noviembre novembro ноябрь ноября ноябре",
    "décembre december dezember diciembre dicembre dezembro декабрь декабря декабре",
)

_NUMBER_WORDS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille "
    "premier première deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième dernier dernière "
    "quatorzième quinzième treizième seizième vingtième dix-septième dix-huitième dix-neuvième "
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty hundred thousand "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last final half quarter "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreissig erste ersten zweite zweiten dritte dritten vierte vierten fünfte fünften letzte letzten "
    "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta último última "
    "due tre quattro cinque sei sette otto nove dieci primo prima secondo seconda terzo terza quarto quinto ultimo "
    "dois duas três quatro cinco sete oito nove dez primeiro primeira terceiro terceira último "
    "два две двух три трех четыре четырех пять пяти шесть шести семь семи восемь восьми девять девяти десять десяти двенадцать двадцать тридцать сорок пятьдесят сто "
    "первый первая первое второй вторая второе третий третья третье третьи четвертый четвертая пятый пятая последний последняя "
    "hausse baisse recul progression up down rise rises fell fall gains losses "
    "снизился вырос подешевел подорожал снизилась выросла gestiegen gefallen subió bajó"
)


def _folded(words: str) -> list[str]:
    return [fold_word(t) for w in words.split() for t in tokens(fold_text(w))]


WEEKDAY_OF: dict[str, int] = {
    t: day for day, words in enumerate(WEEKDAYS) for t in _folded(words) if t not in ("feira", "曜日", "요일", "星期")
}
MONTH_OF: dict[str, int] = {t: month for month, words in enumerate(MONTHS, 1) for t in _folded(words)}
NUMBER_WORDS: frozenset[str] = frozenset(_folded(_NUMBER_WORDS))
