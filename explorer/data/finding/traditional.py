"""Traditional Chinese characters as the simplified ones in which the vocabulary of questions is written."""

# Each simplified character with its traditional forms, for every character of the words and names that questions use.
# 矽 and 鎦 are other names of silicon and lutetium.
_FORMS = (
    "万萬 与與 专專 业業 东東 丝絲 两兩 严嚴 个個箇 为為爲 举舉 么麼麽 乌烏 乔喬 习習 买買 于於 亚亞 产產産 仅僅 "
    "从從 仓倉 们們 价價 众眾衆 伙夥 会會 伦倫 体體 侧側 储儲 儿兒 克剋 兰蘭 关關 兹茲 内內 冈岡 写寫 军軍 决決 "
    "况況 净凈淨 准準 几幾 凯凱 划劃 则則 刚剛 别別 制製 剂劑 办辦 务務 动動 劳勞 势勢 区區 华華 单單 卖賣 占佔 "
    "卢盧 卫衛 厂廠 历曆歷 压壓 发發 变變 叙敘 只隻 台臺 号號 后後 吗嗎 吨噸 听聽 启啟 员員 周週 咨諮 回迴 围圍 "
    "国國 图圖 圆圓 圣聖 场場 坚堅 坞塢 埚堝 处處 备備 复復複 够夠 头頭 奥奧 学學 宁寧 实實 审審 宾賓 对對 导導 "
    "将將 尔爾 届屆 属屬 屿嶼 岛島 布佈 师師 带帶 帮幫 干乾幹 并並併 库庫 应應 废廢 开開 弹彈 强強 当當 录錄 "
    "徕徠 态態 总總 战戰 户戶 托託 执執 扬揚 扰擾 报報 拟擬 挝撾 据據 教敎 斓斕 无無 时時 暂暫 术術 机機 条條 "
    "来來 极極 构構 柜櫃 查査 栏欄 栖棲 样樣 橹櫓 欧歐 毕畢 气氣 氢氫 汇匯彙 汤湯 没沒 注註 泽澤 测測 济濟 浓濃 "
    "涨漲 涩澀 温溫 湾灣 滞滯 满滿 澜瀾 炼煉鍊 烦煩 爱愛 状狀 现現 电電 盐鹽 睐睞 矿礦 码碼 礼禮 种種 秘祕 税稅 "
    "笔筆 签簽籤 简簡 类類 约約 纯純 纳納 纽紐 线線綫 组組 绅紳 终終 绍紹 经經 结結 给給 络絡 绝絕 续續 维維 "
    "绵綿 缅緬 缌緦 缓緩 缔締 编編 缩縮 罗羅 群羣 聂聶 联聯 胶膠 脱脫 腊臘 舰艦 苏蘇 范範 荐薦 荧熒 莱萊 获獲 "
    "莹瑩 萤螢 萨薩 表錶 衬襯 装裝 见見 规規 视視 览覽 觉覺 计計 订訂 认認 让讓 议議 记記 讲講 许許 论論 设設 "
    "访訪 证證証 诉訴 试試 话話 诞誕 询詢 该該 诰誥 说說説 请請 诸諸 诺諾 课課 谁誰 调調 谍諜 谛諦 谢謝 谱譜 "
    "贝貝 负負 货貨 购購 贵貴 费費 资資 赐賜 赖賴 赞讚贊 趋趨 蹑躡 轧軋 转轉 轴軸 轻輕 较較 辅輔 辉輝 辑輯 输輸 "
    "边邊 辽遼 达達 过過 运運 还還 这這 进進 违違 递遞 邬鄔 邮郵 采採 释釋 里裡裏 钆釓 钇釔 针針 钌釕 钐釤 钒釩 "
    "钕釹 钙鈣 钛鈦 钢鋼 钥鑰 钦欽 钨鎢 钩鉤鈎 钪鈧 钬鈥 钯鈀 钱錢 钴鈷 钻鑽 钼鉬 钽鉭 钾鉀 铀鈾 铁鐵 铂鉑 铅鉛 "
    "铈鈰 铊鉈 铋鉍 铌鈮 铍鈹 铑銠 铒鉺 铕銪 铜銅 铝鋁 铟銦 铥銩 铪鉿 铬鉻 铯銫 铱銥 铵銨 银銀 铷銣 铼錸 铽鋱 "
    "销銷 锁鎖 锂鋰 锆鋯 锇鋨 锌鋅 锑銻 锗鍺 锡錫 锭錠 键鍵 锰錳 锶鍶 锻鍛 镁鎂 镉鎘 镊鑷 镍鎳 镐鎬 镓鎵 镝鏑 "
    "镥鑥鎦 镧鑭 镨鐠 镱鐿 长長 门門 问問 间間 闻聞 队隊 阶階 陆陸 随隨 面麵 韦韋 韩韓 项項 须須 顿頓 颁頒 预預 "
    "领領 频頻 颗顆 题題 额額 饰飾 饵餌 马馬 骇駭 鲁魯 鲜鮮 鳞鱗 麦麥 黄黃 硅矽"
)
_SIMPLIFIED = str.maketrans({other: form[0] for form in _FORMS.split() for other in form[1:]})


def simplified(text: str) -> str:
    """Return a text with simplified characters, each in the place of the traditional one."""
    return text.translate(_SIMPLIFIED)
