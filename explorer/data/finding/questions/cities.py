"""Cities and states in questions, read as their countries: `Beijing`, `华盛顿`, `Texas`."""

# Brussels stands for the European Union. "方" makes the short name of a country: 美方.
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
# Other cities, states and provinces to which and from which goods go, only where no other country has a large one of
# that name.
_OTHER_CITIES = {
    "CHN": (
        "shanghai shenzhen guangzhou ningbo tianjin qingdao xiamen chongqing chengdu wuhan suzhou dalian nanjing "
        "hangzhou changsha ganzhou kunming jiangxi hunan yunnan guangdong jiangsu zhejiang sichuan fujian shandong "
        "inner_mongolia 上海 深圳 广州 宁波 天津 青岛 厦门 重庆 成都 武汉 苏州 大连 南京 杭州 长沙 赣州 昆明 "
        "江西 湖南 "
        "云南 广东 江苏 浙江 四川 福建 山东 内蒙古"
    ),
    "USA": (
        "houston chicago seattle detroit dallas denver philadelphia pittsburgh los_angeles new_york san_francisco "
        "san_diego las_vegas baltimore minneapolis nashville milwaukee salt_lake_city texas california arizona "
        "pennsylvania michigan illinois ohio florida oregon nevada new_jersey massachusetts north_carolina "
        "south_carolina tennessee kentucky minnesota wisconsin colorado utah oklahoma connecticut maryland alaska "
        "silicon_valley 纽约 洛杉矶 休斯敦 芝加哥 西雅图 底特律 达拉斯 丹佛 费城 旧金山 圣迭戈 波士顿 "
        "德克萨斯 得克萨斯 "
        "德州 加州 加利福尼亚 亚利桑那 密歇根 俄亥俄"
    ),
    "JPN": (
        "osaka nagoya yokohama kobe fukuoka kyoto sapporo hiroshima sendai 大阪 名古屋 横滨 神户 福冈 京都 "
        "札幌 广岛 "
        "仙台"
    ),
    "KOR": "busan incheon ulsan daegu daejeon pohang 釜山 仁川 蔚山 大邱 大田 浦项",
    "TWN": "kaohsiung hsinchu taichung taoyuan tainan 高雄 新竹 台中 桃园 台南",
    "DEU": (
        "hamburg munich dusseldorf düsseldorf stuttgart bremen cologne frankfurt leipzig dresden nuremberg "
        "hannover "
        "hanover dortmund duisburg bavaria saxony baden-württemberg 汉堡 慕尼黑 法兰克福 杜塞尔多夫 斯图加特 "
        "不来梅 "
        "科隆 莱比锡 德累斯顿 纽伦堡 汉诺威 巴伐利亚"
    ),
    "GBR": (
        "liverpool glasgow edinburgh sheffield leeds cardiff belfast southampton felixstowe england scotland wales "
        "曼彻斯特 利物浦 格拉斯哥 爱丁堡 英格兰 苏格兰"
    ),
    "NLD": "amsterdam rotterdam eindhoven 阿姆斯特丹 鹿特丹",
    "BEL": "antwerp antwerpen ghent 安特卫普",
    "FRA": "marseille lyon grenoble toulouse bordeaux strasbourg 马赛 里昂 图卢兹 波尔多",
    "ITA": "milan turin genoa bologna trieste 米兰 都灵 热那亚",
    "ESP": "bilbao seville 巴塞罗那 毕尔巴鄂",
    "CHE": "zurich zürich geneva basel 苏黎世 日内瓦 巴塞尔",
    "SWE": "gothenburg 哥德堡",
    "POL": "gdansk krakow 格但斯克",
    "IND": (
        "mumbai chennai bangalore bengaluru kolkata ahmedabad gujarat maharashtra 孟买 金奈 班加罗尔 "
        "加尔各答 古吉拉特"
    ),
    "VNM": "haiphong ho_chi_minh_city 胡志明市 海防",
    "TUR": "istanbul izmir 伊斯坦布尔",
    "ARE": "dubai abu_dhabi 迪拜 阿布扎比",
    "CAN": "toronto montreal quebec ontario alberta british_columbia 多伦多 蒙特利尔 温哥华 魁北克 安大略",
    "AUS": "sydney melbourne brisbane adelaide queensland 悉尼 墨尔本 布里斯班 珀斯",
    "BRA": "sao_paulo são_paulo rio_de_janeiro minas_gerais 圣保罗 里约热内卢",
    "MEX": "monterrey tijuana 蒙特雷",
    "RUS": "vladivostok 圣彼得堡",
}
CITIES = {
    name: place_id
    for cities in (_CAPITALS, _OTHER_CITIES)
    for place_id, names in cities.items()
    for name in (word.replace("_", " ") for word in names.split())
} | {
    "washington dc": "USA",
    "new delhi": "IND",
    "kuala lumpur": "MYS",
    "the hague": "NLD",
    "mexico city": "MEX",
    "海牙": "NLD",
    "pentagon": "USA-MIL",
    "五角大楼": "USA-MIL",
    "中方": "CHN",
    "美方": "USA",
    "日方": "JPN",
    "韩方": "KOR",
    "欧方": "EUU",
}
