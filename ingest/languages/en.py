"""English."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="en",
    name="English",
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    date_particles="at on of the hrs hours",
    day_first=None,
    numerals={
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
        18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty",
        70: "seventy", 80: "eighty", 90: "ninety",
    },
    scales={10**3: "thousand thsd", 10**6: "million millions mn", 10**9: "billion bn", 10**12: "trillion trn"},
    number_words=(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty hundred thousand first second third fourth fifth sixth seventh eighth "
        "ninth tenth eleventh twelfth last final half quarter up down rise rises fall fell gains losses"
    ),
    stemmer="english",
    and_words="and or the",
    challenge=(
        "just a moment", "attention required", r"checking (?:your browser|if the site)",
        r"verif(?:y|ying) (?:that )?you(?:'re| are) (?:a |not )?(?:human|a robot|robot)",
        r"are you (?:a )?(?:human|robot)", "not a robot", "captcha", r"access (?:to this page has been )?denied",
        "pardon our interruption", r"unusual (?:traffic|activity)", "security check", "ddos protection",
        r"request (?:was )?blocked", "you have been blocked", r"error 10(?:06|15|20)",
        r"automated (?:access|requests|queries)", r"bot (?:protection|detection)", r"press (?:and|&) hold",
        "403 forbidden",
    ),
    consent=(
        "cookie", "consent", "gdpr", "iab", "trackers?", "tracking", "personal data", "privacy", "partners", "advertis",
        "purposes", "legitimate interest", "accept all", "reject all", r"manage (?:options|preferences)",
    ),
    consent_titles=("before you continue", r"cookies?\b", "consent", r"privacy (?:settings|choices|cent)",
                    r"your (?:privacy|choices)"),
    walls=(
        r"subscribe (?:now |today )?to (?:continue|read|keep|unlock)", "subscribers? only", "for subscribers",
        "already a subscriber", r"to (?:continue|keep) reading", r"unlock (?:this|the full)",
        r"log ?in to (?:read|continue)", r"register (?:for free )?to (?:read|continue)",
        r"(?:this|the) (?:article|story|content) is (?:for|reserved|only|exclusive)",
        r"become a (?:subscriber|member) to", "free articles? left",
    ),
    remains=(r"\d+(?:[.,]\d+)?\s?% of this article",),
    media_titles=("video", "watch", "podcast", "audio", "photos?", "gallery", "in pictures"),
    live_titles=(r"live ?(?:blog|ticker|updates?|:)",),
    labels=(
        r"read (?:more|also|next|the full)", r"more(?: on| from|:| :)", r"also (?:on|read|see)", "see also", "related",
        "watch", "listen", "advertisement", "sign up", "subscribe", r"follow (?:us|along|our)", "newsletter", "share",
        "copyright", "photo", "image", "credit", "source", "by ",
    ),
    contact_words=("newsletter", "subscri", "sign up", "follow us", "cookie", "copyright", "all rights", "browser"),
    byline_prefixes=(r"(?:story |article |text |report |reported |words )?by", "written by", "posted by", "author", "authors",
                     "with"),
    update_words=("modif", "updat"),
    credit_words=("with", "sources?"),
    agency_words=("agencies",),
    stamp_words=("reading time", "published", "updated"),
    boilerplate=(
        r"(?:read more|read also|also read|see also|related (?:articles?|stories|topics)|more on this|more from|you (?:may|might) also like|recommended for you)\b",
        r"newsletters?\b",
        r"(?:subscrib(?:e|er|ers|ing)|subscription|sign up|sign in|log in|register (?:now|here|for free)|your inbox|terms (?:of use|and conditions)|free trial|unlock this|continue reading|keep reading|cancel (?:any ?time|at any time)|support (?:us|our journalism)|make a donation|premium (?:article|content))\b",
        r"(?:cookies?|accept all|privacy (?:policy|cent(?:re|er)|settings))\b",
        r"(?:share|follow|join|download)\b.{0,40}\b(?:article|story|facebook|whatsapp|twitter|instagram|telegram|bluesky|linkedin|our app|us on|our channel|social media)\b",
        r"(?:copy link|facebook\W+(?:whatsapp|twitter|x)\b|whatsapp\W+facebook)",
        r"all rights reserved\b",
        r"(?:spotted (?:an error|a mistake)|report (?:a|an) (?:error|typo|mistake)|this article (?:is|was) (?:part of|first published|originally published))\b",
        r"min read\b",
        r"(?:advertisement|sponsored)\W*$",
    ),
    feed_tails=(r"The post .{1,400}? (?:appeared first on|first appeared on) .{1,120}$",),
    read_more=("Continue reading", "Read more"),
    roundup_openings=(r"live\b", "liveblog", "live ?ticker", "newsblog", r"in brief\b", "the papers:", "press review"),
    roundups=(
        r"(?:live (?:updates?|blog|coverage|report)|as it happened)",
        r"(?:(?:morning|evening|daily|weekly|news|world|afternoon) (?:briefing|brief|digest|roundup|round-up|headlines)|(?:news|week) in brief|five things|\d+ things (?:to know|you need)|what (?:you need )?to know (?:this|today)|today's headlines|week ahead|diary of events|in case you missed)",
        r"(?:(?:daily|weekly|today's|top) (?:highlights|recap|wrap|quiz|edition)|(?:[a-z]+|\d+) takeaways|takeaways from)",
        r"(?:(?:what|things) to know (?:about|ahead|before|as|on)|how the day unfolded|in pictures)",
    ),
    list_numbers=("one", "two", "three", "four", "five"),
    denials=("deny", "denies", "denied", "denying", "denial", "denials", "refutes", "refuted", "debunk*"),
    corrections=("correction", "corrected", "corrects", "clarification"),
    retractions=("retract*",),
)  # fmt: skip
