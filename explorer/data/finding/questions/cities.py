"""Cities in questions, read as their countries: `Beijing`, `华盛顿`, `Hamburg`."""

# Brussels stands for the European Union.
_CAPITALS = {
    "CHN": "beijing peking 北京",
    "USA": "washington 华盛顿",
    "EUU": "brussels bruxelles 布鲁塞尔",
    "JPN": "tokyo 东京",
    "KOR": "seoul 首尔",
    "PRK": "pyongyang 平壤",
    "TWN": "taipei 台北",
    "DEU": "berlin 柏林",
    "FRA": "paris 巴黎",
    "GBR": "london 伦敦",
    "ITA": "rome 罗马",
    "ESP": "madrid 马德里",
    "PRT": "lisbon 里斯本",
    "POL": "warsaw 华沙",
    "SWE": "stockholm 斯德哥尔摩",
    "FIN": "helsinki 赫尔辛基",
    "NOR": "oslo 奥斯陆",
    "DNK": "copenhagen 哥本哈根",
    "AUT": "vienna 维也纳",
    "CZE": "prague 布拉格",
    "HUN": "budapest 布达佩斯",
    "GRC": "athens 雅典",
    "IRL": "dublin 都柏林",
    "CHE": "bern berne 伯尔尼",
    "RUS": "moscow 莫斯科",
    "UKR": "kyiv kiev 基辅",
    "TUR": "ankara 安卡拉",
    "KAZ": "astana 阿斯塔纳",
    "IND": "delhi 新德里",
    "PAK": "islamabad 伊斯兰堡",
    "IDN": "jakarta 雅加达",
    "MYS": "putrajaya 吉隆坡",
    "VNM": "hanoi 河内",
    "THA": "bangkok 曼谷",
    "PHL": "manila 马尼拉",
    "MMR": "naypyidaw 内比都",
    "AUS": "canberra 堪培拉",
    "CAN": "ottawa",
    "BRA": "brasilia brasília 巴西利亚",
    "CHL": "santiago 圣地亚哥",
    "ZAF": "pretoria 比勒陀利亚",
    "COD": "kinshasa 金沙萨",
    "ZWE": "harare 哈拉雷",
    "GAB": "libreville 利伯维尔",
    "NAM": "windhoek 温得和克",
    "RWA": "kigali 基加利",
    "ISR": "jerusalem 耶路撒冷",
    "SAU": "riyadh 利雅得",
    "IRN": "tehran 德黑兰",
}
# Other cities to which and from which goods go, only where no other country has one of that name.
_OTHER_CITIES = {
    "CHN": (
        "shanghai shenzhen guangzhou ningbo tianjin qingdao xiamen chongqing 上海 深圳 广州 宁波 天津 青岛 厦门 "
        "重庆"
    ),
    "USA": "houston chicago seattle detroit 纽约 洛杉矶 休斯敦 芝加哥 西雅图",
    "JPN": "osaka nagoya yokohama kobe fukuoka 大阪 名古屋 横滨 神户 福冈",
    "KOR": "busan incheon ulsan 釜山 仁川 蔚山",
    "TWN": "kaohsiung hsinchu taichung 高雄 新竹 台中",
    "DEU": "hamburg munich dusseldorf düsseldorf stuttgart bremen 汉堡 慕尼黑 法兰克福 杜塞尔多夫 斯图加特",
    "NLD": "rotterdam eindhoven 鹿特丹",
    "BEL": "antwerp antwerpen 安特卫普",
    "FRA": "marseille lyon grenoble 马赛 里昂",
    "ITA": "milan turin genoa 米兰 都灵 热那亚",
    "IND": "mumbai chennai bangalore bengaluru 孟买 金奈 班加罗尔",
    "VNM": "haiphong 胡志明市 海防",
    "TUR": "istanbul izmir 伊斯坦布尔",
    "ARE": "dubai 迪拜",
    "CAN": "toronto montreal 多伦多 蒙特利尔 温哥华",
    "RUS": "vladivostok 圣彼得堡",
}
CITIES = {
    name: place_id
    for cities in (_CAPITALS, _OTHER_CITIES)
    for place_id, names in cities.items()
    for name in names.split()
} | {
    "washington dc": "USA",
    "new delhi": "IND",
    "kuala lumpur": "MYS",
    "the hague": "NLD",
    "mexico city": "MEX",
    "海牙": "NLD",
}
