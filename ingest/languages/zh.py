"""Chinese, in simplified and traditional characters."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    months=tuple(f"{n}月" for n in range(1, 13)),
    weekdays=("星期一 周一 週一", "星期二 周二 週二", "星期三 周三 週三", "星期四 周四 週四", "星期五 周五 週五",
              "星期六 周六 週六", "星期日 星期天 周日 週日"),
    scales={100: "百", 10**3: "千", 10**4: "万 萬", 10**8: "亿 億", 10**12: "兆"},
    by_twos=True,
    and_words="和 与 及",
    challenge=(r"访问(?:被拒绝|受限|验证)", "您不是机器人", r"安全(?:验证|检查)", "异常流量", "請完成驗證", "人机验证"),
    consent=("隐私", r"(?:全部|撤回|您)同意", "同意cookie", r"个人(?:数据|信息)", "合作伙伴", "广告"),
    consent_titles=("隐私", "cookie 设置"),
    walls=(r"订阅(?:后|以)?(?:继续|阅读)", r"(?:会员|付费)(?:专享|内容|阅读)", r"登录后(?:继续|阅读)"),
    media_titles=("视频", "图集"),
    live_titles=("直播",),
    labels=("相关", "延伸阅读"),
    byline_prefixes=("文",),
    update_words=("更新",),
    boilerplate_anywhere=(
        "(?:相关(?:阅读|新闻|报道)|延伸閱讀|相關新聞|阅读(?:全文|原文))",
        "(?:订阅|訂閱|登录后|會員)",
        "(?:隐私政策|隱私)",
        "(?:关注我们|扫码|分享到|微信公众号)",
        "(?:版权所有|未经.{0,6}授权|不得转载)",
        r"^\W*广告\W*$",
    ),
    roundup_openings=("直播", "实时更新"),
    roundups_anywhere=("新闻(?:早|晚)报", "早报", "今日要闻", "一周要闻"),
    list_numbers=("一", "二", "三", "四", "五"),
    denials=("否认", "否認", "辟谣", "闢謠", "驳斥", "駁斥"),
    corrections=("更正", "勘误", "勘誤"),
    retractions=("撤稿", "撤回报道", "撤回報道"),
)  # fmt: skip
