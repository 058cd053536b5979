"""Japanese."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    months=tuple(f"{n}月" for n in range(1, 13)),
    weekdays=("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
    scales={100: "百", 10**3: "千", 10**4: "万", 10**8: "億", 10**12: "兆"},
    by_twos=True,
    and_words="と や",
    challenge=(r"アクセスが(?:拒否|制限)", "ロボットではありません", "不審なアクセス", r"セキュリティ(?:チェック|確認)"),
    consent=("クッキー", "個人情報", r"同意(?:は|を|する)", "パートナー", "広告"),
    consent_titles=("クッキー", "同意"),
    walls=("有料会員", "会員限定", r"この記事は(?:有料|会員)", r"続きを(?:読む|お読み)", "ログインして続き",
           r"残り\s*[\d,０-９]+\s*文字"),
    remains=(r"残り\s*[\d,０-９]+\s*文字",),
    media_titles=("写真", "動画"),
    live_titles=("実況", r"ライブ(?:速報|ブログ)", "速報中"),
    labels=("続きを", "あわせて"),
    contact_words=("登録",),
    byline_prefixes=("文",),
    update_words=("更新",),
    boilerplate_anywhere=(
        "(?:関連記事|あわせて読みたい|続きを読む)",
        "(?:会員登録|有料会員|メールマガジン|ログイン)",
        "(?:クッキー|プライバシー)",
        "(?:フォロー|シェア)",
        "無断転載",
        r"^\W*広告\W*$",
    ),
    roundup_openings=("ライブ", "中継"),
    roundups_anywhere=("今日のニュース", "ニュースまとめ", "主なニュース"),
    list_numbers=("一", "二", "三", "四", "五"),
    denials=("否定", "否認"),
    corrections=("訂正",),
    retractions=("記事を撤回", "記事の撤回", "記事を取り消", "記事取り消し"),
)  # fmt: skip
