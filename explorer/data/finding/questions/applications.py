"""What metals are used in, as questions name it: each with the sectors and the words of the uses on file for it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from explorer.data.supply.records import Use


class Application(Struct, frozen=True):
    """What a metal is used in: its words, and the uses that are of it, by their text or else by their sector."""

    words: str
    pattern: str
    sectors: tuple[str, ...] = ()

    def texts(self) -> list[str]:
        """Return its words; `_` joins those of one expression."""
        return [word.replace("_", " ") for word in self.words.split()]


_APPLICATIONS = (
    Application(
        "infrared infrared_optics infrared_lens infrared_lenses night_vision night_vision_equipment "
        "night_vision_devices night_vision_goggles thermal_imaging thermal_cameras thermal_camera 红外 红外光学 "
        "红外镜头 夜视 夜视仪 夜视设备 热成像 热像仪",
        r"infra-?red|night|thermal imag",
    ),
    Application(
        "optics optical lens lenses lasers laser 光学 镜头 透镜 激光 激光器",
        r"optic|lens|laser|glass",
        ("optics-infrared",),
    ),
    Application(
        "fibre_optics fiber_optics optical_fibre optical_fiber optical_fibres optical_fibers fibres 光纤 光缆",
        r"fib(?:re|er)",
    ),
    Application(
        "chip chips microchip microchips semiconductor semiconductors electronics electronic_devices "
        "integrated_circuits transistors chip_making chip_maker chip_makers chipmaker chipmakers "
        "semiconductor_industry 芯片 芯片制造 半导体 半导体行业 电子 电子行业 集成电路 晶体管",
        r"semiconductor|chip|integrated circuit|transistor|electronic",
        ("semiconductors-electronics",),
    ),
    Application(
        "battery batteries battery_cells lithium_ion_batteries ev_batteries battery_makers 电池 动力电池",
        r"batter|cathode|anode",
        ("batteries",),
    ),
    Application("magnet magnets permanent_magnets 磁体 磁铁 磁材 永磁 永磁体 永磁材料", r"magnet", ("magnets",)),
    Application(
        "solar solar_panel solar_panels solar_cell solar_cells photovoltaic photovoltaics 光伏 太阳能 太阳能电池 "
        "太阳能板",
        r"solar|photovolt",
        ("photovoltaics",),
    ),
    Application(
        "jet_engine jet_engines aircraft_engines aero_engines turbine turbines turbine_blades superalloys "
        "航空发动机 喷气发动机 涡轮 涡轮叶片 高温合金",
        r"turbine|superalloy|jet|engine",
    ),
    Application(
        "aerospace aircraft defence defense military defence_industry defense_industry 航空 航天 航空航天 国防 "
        "军工 军事",
        r"aerospace|aircraft|defen[cs]e|militar|missile|armour|ammunition",
        ("aerospace-defence",),
    ),
    Application(
        "medicine medicines medical medical_devices healthcare 医疗 医药 医学",
        r"medic|pharma|implant|x-ray",
        ("medical",),
    ),
    Application(
        "nuclear nuclear_reactors nuclear_power reactors 核 核工业 核电 核反应堆", r"nuclear|reactor", ("nuclear",)
    ),
    Application("steel steelmaking stainless_steel 钢 钢铁 不锈钢 炼钢", r"steel", ()),
    Application("catalyst catalysts 催化剂", r"catalyst", ()),
    Application("alloy alloys 合金", r"alloy", ()),
    Application(
        "display displays screens touchscreens touch_screens flat_screens leds led lighting lamps 显示器 显示屏 "
        "屏幕 照明 灯",
        r"display|screen|LED|lamp|light|indium.?tin|coating",
        ("lighting-displays",),
    ),
    Application("glass ceramics 玻璃 陶瓷", r"glass|ceramic", ("glass-ceramics",)),
    Application(
        "cutting_tools drill_bits hard_metal hardmetal 刀具 切削刀具 硬质合金",
        r"tool|cutting|drill|carbide",
        ("tools-hard-materials",),
    ),
    Application("flame_retardants flame_retardant 阻燃剂", r"flame", ("flame-retardants",)),
    Application("capacitor capacitors 电容器 电容", r"capacitor"),
    Application("solder solders 焊料", r"solder"),
)  # fmt: skip
BY_WORD = {text: application for application in _APPLICATIONS for text in application.texts()}


def plain(word: str) -> str:
    """Return words for an application as they are listed."""
    return " ".join(word.casefold().replace("-", " ").split())


def uses_of(word: str, uses: Sequence[Use]) -> list[Use]:
    """Return the uses of an application: those whose text names it, else those of its sectors."""
    application = BY_WORD[plain(word)]
    named = [use for use in uses if re.search(application.pattern, use.use, re.IGNORECASE)]
    return named or [use for use in uses if use.sector_id in application.sectors]
