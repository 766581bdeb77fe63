"""Words that many names of companies share: alone they do not make two names similar."""

# What a company does, is or makes, in the languages of the lists: many names have these words.
_GENERIC_WORDS = """
    advanced aero aeronautical aeronautics aerospace affiliates agency agricultural aircraft alliance alloy alloys
    alumina aluminium aluminum analytics applied asia asian asset assets associates association atomic authority auto
    automation automotive aviation bank battery batteries bio biotech board brothers bureau business capital care
    carbide care center centre central ceramics chemical chemicals chemie chemistry chip chips circuit circuits city
    club coal coating coatings collection college commerce commercial commission committee communication
    communications community companies components composites computer computing concentrates concept concepts
    construction consulting consultants container contractors control controls cooperative copper council credit data
    defence defense department design development developments devices diagnostics digital direct distribution
    division drone drones dynamic east eastern ecological electric electrical electro electronic electronics elements
    energy engine engineering engineers engines enterprise enterprises environment environmental equipment equities
    equity estate estates europe european exchange expert experts exploration export exports factory federal
    federation fertilizer fibre fiber finance financial first fishing fluid food foods force forest forestry forum
    foundation foundry freight fuel fuels fund funds furniture gas general glass global gold golden government great
    green group groups hardware health healthcare heat heavy high hightech hitech holding holdings home hospital hotel
    house housing hydro imaging import imports industrial industries industry information infrastructure innovation
    innovations innovative instrument instruments insurance insulation integrated integration intelligence interactive
    interior international internet invest investment investments iron joint journal jv kit lab labs laboratories
    laboratory land laser lasers leasing legal life light lighting limited link links lithium logistics lubricants
    machine machinery machines magnet magnetic magnetics magnets maintenance management manufacturer manufacturers
    manufacturing manufacture marine maritime market marketing markets material materials mechanical mechanics media
    medical medicine metal metallurgical metallurgy metallic metals micro microelectronics military mill mills mine
    mineral minerals mines mining minor mobile mobility model modern motor motors multi museum nano nation national
    natural naval navigation network networks new nickel non nonferrous north northern nuclear ocean of office oil
    oils online operation operations optic optical optics optoelectronics organic organisation organization other
    overseas packaging paint paints paper park partner partners parts petrol petroleum pharma pharmaceutical
    pharmaceuticals photonics pigments pipe pipeline pipes plant plants plastic plastics platform plating platinum
    plus polymer polymers port ports powder powders power precious precision press print printing pro process
    processing product production productions products professional program project projects properties property
    provincial public publishing pump pumps pure quality radio rail railway railways rare raw real recovery recycling
    refineries refinery refining region regional renewable renewables research residential resource resources retail
    road robot robotics rocket royal rubber safety salt satellite school science sciences scientific security
    semiconductor semiconductors senior sensor sensors service services set ship shipbuilding shipping shipyard shop
    shops silicon silver site sites small smelter smelters smelting society software soil solar solution solutions
    source south southern space special specialties specialty spectrum sport sports staff standard state station steel
    steels storage store stores strategic strategies strategy structural structures studies studio study style supply
    supplies support surface sustainable system systems tantalum team tech technical technics technique techniques
    technological technologies technology telecom telecommunication telecommunications terminal test testing textile
    textiles thermal tire tires titanium tool tooling tools total tour tourism town toys trade trader traders trading
    training trans transit transmission transport transportation travel treatment trust tungsten turbine turbines
    union unit united units universal university unmanned uranium us usa uk uae urban utilities utility vacuum value
    valve valves vehicle vehicles vanadium venture ventures video village vision warehouse waste water wave weapons
    web west western wholesale wind wire wireless wires wood woods work works workshop world worldwide year zinc
    zirconium zone special vessels submarine missile missiles ordnance armament armaments arms aeroengine avionics
    radar tactical ballistic munitions explosives armour armor academy institute institution ministry office
    parliament navy army airforce air sea earth earths gesellschaft handel handels handelsgesellschaft industrie
    industrien maschinen maschinenbau metall metalle stahl stahlwerke technik technologie technologien werk werke
    verwaltung beteiligung beteiligungen vertrieb anlagen bau energie chemische forschung verein stiftung gruppe
    elektronik elektro compagnie societe generale groupe internationale industriel industrielle technologique
    recherche energie metaux mines produits francaise services acier aciers laboratoire etablissements industria
    industrie industrias industriale gruppo grupo fabbrica officine metalli meccanica elettronica acciai acciaierie
    sociedad compania comercial comercio servicios minera mineria minas metales metalurgica quimica energia empresa
    nacional servicos mineracao siderurgica spolecnost zavod zavody podnik strojirny zaklady przedsiebiorstwo fabryka
    huta polska polski politechnika kogyo kagaku kinzoku kikai denki denshi denki seiki seimitsu seiko seisakusho
    seizo sangyo shoji shokai bussan kaihatsu kensetsu kenkyu kenkyusho kenkyujo kosan koki jushi zosen zosenjo
    jidosha hatsudoki sokki tekko tetsu yakuhin yakin yuka yusen daigaku gakuin kaisha gaisha gumi shoten shoten denko
    denso seihin seiyaku shipyards keji jishu gongsi jituan guoji gongye youxian kuangye jinshu xitu youse cailiao
    dianzi zhongguo
"""
GENERIC = frozenset(_GENERIC_WORDS.split())
# Ordinary words and names that many companies choose; two of them together, or one with nothing beside it, may matter.
_ORDINARY_WORDS = """
    able academy access accurate ace across active adept adventure aegis agile alba albion alchemy alert align aligned
    alpha alpine alta alto amber america analog anchor angel antares apex apollo apple aqua arc arch archer arctic
    area arena argo argus aries armour arrow art artemis arts aspect aspen aspire atlantic atlas atom august aura
    aurora autumn avalon avenue awesome axiom axis azure badger balance bamboo banner bar baron base basic basin bay
    beacon beam bear beauty beaver bell benchmark benefit beta beyond big bird bishop black blade blue bold bolt bond
    bonus boost border boulder boundary bow bowl box branch brave breeze bridge bright brilliant broad bronze brook
    brown buffalo build builder bull burn bush cactus cairn calm camp canal candle canyon cape capitol captain
    cardinal cascade case castle cat catalyst cavalier cedar celestial century certain chain challenge champion change
    channel chariot charm charter chase check cherry chief choice circle citadel civil clarity classic clean clear
    click cliff climax cloud clover cluster coast coastal cobalt cobra code coil coin cold colony colour color comet
    common compass complete condor connect connected conquest constant constellation continental coral core corner
    cornerstone corona cosmic cosmo cosmos cottage cougar country course court cove craft crane creative creek
    crescent crest crew crimson cross crossing crown crystal cube cubic current curve cyber cycle cygnus daily dale
    dawn day deep deer delta dens desert destiny diamond dimension dimensions discovery dolphin dome dominion door
    double dove dragon dream drive driven drum dual duke dune dust dynamics dynamo dynasty eagle early ease east easy
    ebony echo eclipse eco edge effect eight elder electra electron element elephant elite elm embassy ember emerald
    eminent emperor empire empower endeavour endeavor energetic enigma ensign entry envoy epic epoch equal equator
    equinox era essence essential essex eternal ether euro even ever evergreen everest evolution exact excalibur excel
    excellence excellent express extra extreme eye fair falcon fall family famous far farm fast favourite feather
    field fine finest fire fish five flag flame flare flash fleet flex flight flint flow flower fluor flux fly focus
    fool foot ford forge forever form formosa formula fort fortress fortune forward four fox frame free freedom fresh
    friend friendly frontier frost fruit full fusion future futures gain galaxy garden garnet gate gateway gazelle
    gear gem gemini gemstone generation genesis genius gentle giant glacier gladiator gleam globe glory glow goal goat
    gorge grace grand granite graph graphite grass gravity grey gray grid grind grip ground grove growth guard
    guardian guide gulf hall halo hammer hand happy harbor harbour hard harmony harrier harvest haven havoc hawk head
    heart hearth heaven height helios helium helix helm hera herald heritage hermes hero hidden highland hill hills
    hive holy honest honor honour hook hope horizon horn horse hot hub hudson human hunter hybrid ice icon idea ideal
    ignite illumination image imagine imperial impact impulse in indigo infinite infinity ingot inland inner inspire
    insight instant inter interface invent inventive ion island isle isotope ivory ivy jade jaguar jasper javelin jet
    jewel journey jubilee jungle junction jupiter just keen keep key keystone king kingdom kings kingston knight lake
    lance landmark lane large laurel lead leader leading leaf league leap left legacy legend legion leo level lever
    liberty lift lightning lily lime limit line lion liquid little live living local lodge logic logical long lotus
    lucky luna lunar lynx mace macro magic magma magnum main major mamba mammoth mantle maple marathon marble mariner
    mark maroon mars marsh martin marvel mass master match matrix max maxim maximum meadow mega mercury mercy meridian
    merit mesa meteor metro metropolitan middle midland midway mighty mile mind mint miracle mirror mission mist mix
    mode moment momentum monarch monument moon morning motion mount mountain mountains mustang mutual mystic native
    nature nebula neptune nest net neutron nevada next night nimbus nine nobel noble node nomad nordic norm nova novel
    novo now oak oasis object obsidian odyssey omega omni on one onyx opal open optima optimal optimum optimus option
    orange orbit orbital orchard orchid order ore origin orion oryx osprey outer over owl oxford oxygen pacific pace
    pack page palace palm panorama panther paradigm paradise paragon parallel passage path pathfinder patriot peace
    peak pearl pebble pegasus penguin penn people peregrine perfect performance perseus phase phoenix pilot pine
    pinnacle pioneer pivot planet plain plains plasma play plaza point polar polaris pole pond pool poplar portal
    power prairie premier premium prestige prima primary prime primo prince princess principle prism private prize
    profile profit progress prologue promise prophet prospect prosper prosperity prosperous protect proton proud
    provident prudent pulsar pulse puma pyramid pyro python quadrant quantum quartz queen quest quick quiet quill
    radiant radius rain rainbow ram ranch range ranger rapid raven ray reach ready realm reason record recorded red
    redwood reef reflex regal regent reliable reliance renaissance renown republic rescue reserve resonance response
    rhino rhodium rich ridge right rim ring rise rising river robin rock rocky root rose round route ruby rudder rule
    run sable sabre sacred safari safe saga sage sail saint sand sands sapphire saturn savanna scale scarlet scope
    scorpion scout seal season second secret secure sector seed select senator sense sentinel sentry sequoia serene
    series seven shadow shark sharp shell sherpa shield shift shine shore sierra sigma sign signal signature silent
    silk simple simulation single sirius six sky skyline smart smooth snow social solid solo solstice sonic soul sound
    sovereign spark sparrow spear spectra speed sphere spider spirit splendid spring spruce square stable stag stage
    stallion star starlight stars start stealth stellar step sterling stick stone storm straight stratos stream street
    strong success summer summit sun sunrise sunset super superior supreme swan swift sword synergy table talent talon
    target task teal tempest temple ten terra theta third thor three thunder tide tiger time titan top topaz torch
    tornado touch tower trail tree trend tri triad triangle trident trillium trinity trio triple triton triumph trophy
    tropical true truth tulip turn twin two ultra umbrella unicorn unique unity universe up upper vale valiant valley
    valor vanguard vantage vault vector vega velocity venus verdant veritas vertex vertical victor victoria victory
    viking villa vine violet viper virgo virtual virtue vista vital viva vivid volt vortex voyage voyager vulcan
    walker wall warrior watch way wealth well whale wheel white wild willow wing wings winner winter wise wolf wonder
    wyvern yellow yield young zebra zen zenith zephyr zero zeta zodiac zoom ai
"""
ORDINARY = frozenset(_ORDINARY_WORDS.split())
# Words in Chinese and Japanese names, found inside a name that is written without spaces; the longest one counts.
_GENERIC_CHINESE_WORDS = """
    科技 技术 系统 工业 实业 产业 企业 集团 控股 国际 国家 全国 中国 中华 美国 日本 台湾 香港 德国 法国 英国 韩国
    欧洲 亚洲 亚太 北美 东亚 环球 全球 世界 联合 统一 通用 综合 先进 高端 高科技 高新 现代 新兴 创新 未来 智能 智慧
    数字 信息 情报 网络 通信 通讯 电信 电子 电气 电器 电机 电力 电路 电池 电缆 电工 半导体 芯片 集成 微电子 光电
    光学 光子 激光 传感器 仪器 仪表 测器 设备 装备 机械 机器 机床 机器人 重工 重机械 重工业 轻工 制造 制作所 制造所
    工程 工程师 建设 建筑 建材 造船 船舶 舰艇 海洋 海事 海上 海运 航运 航空 航天 宇航 宇宙 太空 空间 卫星 火箭 导弹
    飞机 无人机 发动机 原动机 涡轮 车辆 汽车 铁路 交通 运输 物流 仓储 港口 码头 军事 军械 军工 武器 国防 防务 防卫
    安全 安防 保安 陆上 地面 战术 雷达 自动化 自动 能源 原子 核能 燃料 石油 石化 化工 化学 化纤 医药 制药 药业 生物
    医疗 健康 食品 农业 林业 环保 环境 资源 材料 新材料 金属 有色 有色金属 稀土 稀有 矿业 矿产 矿山 冶金 冶炼 钢铁
    特钢 铸造 锻造 合金 磁材 磁性 陶瓷 玻璃 塑料 橡胶 纺织 纤维 贸易 商贸 商业 商事 物产 进出口 供应链 销售 投资
    金融 银行 保险 证券 基金 资产 管理 咨询 服务 顾问 咨询服务 解决方案 方案 运营 经营 开发 发展 研究 研究所 研究院
    研发 实验室 试验 实验 中心 学院 大学 学校 协会 联盟 论坛 委员会 组织 机构 总局 文化 传媒 教育 旅游 地产 置业
    物业 精密 精工 精机 特种 特机 专用 高精度 民用 部件 零部件 零件 元件 器件 组件 工具 模具 分析 测试 检测 服务公司
    维修 维护 分公司 分部 产机 软件 硬件 平台 数据 云计算 动力 任务 集成电路 エンジニアリング テクノロジー システム
    システムズ サービス エンジン インターナショナル ホールディングス グループ センター マシナリ マテリアル ケミカル
    エレクトロニクス カンパニー
"""
GENERIC_CHINESE = frozenset(_GENERIC_CHINESE_WORDS.split())
