"""What a reader does in each view, for the benchmark of the views."""

from collections.abc import Mapping
from types import MappingProxyType

# The options with which a view is opened.
OPENED_WITH: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "compare": {"metals": "gallium,germanium,antimony,tungsten,bismuth,indium,cobalt,rhenium"},
        "stress": {"without": "CHN"},
        "codes": {"codes": "8112929010,3C001,2841801000,8112.92"},
    }
)
# The options that are chosen one after the other, each by its name in the output.
CHOICES: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "today": {"origins": {"origins": "this"}},
        "metals": {"table": {"layout": "table"}, "list": {"layout": "list"}},
        "table": {
            "share": {"color": "share"},
            "price": {"color": "price"},
            "rows": {"show": "rows"},
        },
        "timeline": {"by metal": {"by": "metal"}, "history": {"history": "full"}},
        "map": {
            "reserves": {"show": "reserves"},
            "controls": {"show": "controls"},
            "country": {"country": "CHN"},
        },
        "compare": {
            "without one": {"metals": "gallium,germanium,antimony,tungsten,bismuth,indium,cobalt"},
            "base": {"base": "2025-01-02"},
        },
        "stress": {
            "without two": {"without": "CHN,RUS"},
            "threshold": {"threshold": "40"},
            "delay": {"delay": "2"},
        },
        "codes": {"verdict": {"verdict": "listed"}},
        "claims": {"claim": {"claim": "apt-licence"}, "table": {"show": "table"}},
        "data": {
            "coverage": {"page": "coverage"},
            "disagreements": {"page": "disagreements"},
            "by-products": {"page": "by-products"},
            "corrections": {"page": "corrections"},
            "tables": {"page": "tables"},
            "prices": {"table": "prices"},
            "filter": {"filter": "lme"},
        },
        "changes": {"a year": {"since": "2025-10-01"}, "everywhere": {"destinations": "all"}},
    }
)
# What is typed into the search, key by key.
TYPED = ("gallium", "8112929010", "gallium to the united states on 10 dec 2024", "氮化镓")
