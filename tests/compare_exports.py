"""Compares the charts of two checkouts: `python tests/compare_exports.py OTHER_CHECKOUT [--texts]`.

Every kind of chart for twelve metals is exported by the command line of both, for one day, as PNG, as CSV and as SVG
with editable text, from the data file of this checkout. Without an option, each file must have the same bytes. With
`--texts`, the texts of the SVG files are compared instead, and each change is listed once with its count.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
METALS = (
    "antimony", "bismuth", "cesium", "gallium", "germanium", "graphite", "holmium", "indium", "lithium", "rare-earths",
    "tungsten", "yttrium",
)  # fmt: skip
CONTEXT = ("--on", "2026-11-24", "--from", "CHN", "--to", "USA")
FORMATS = {"png": (), "csv": (), "svg": ("--text", "text")}
OF_ALL_METALS = ("controls-all", "measures-quarters", "risk")
OF_SEVERAL = ("compare", "price-change", "concentration")
TEXT = "{http://www.w3.org/2000/svg}text"


def export(checkout: Path, folder: Path) -> None:
    """Write all charts of a checkout."""
    for form, options in FORMATS.items():
        shared = (*CONTEXT, "--format", form, *options, "--output", str(folder), "--force")
        runs = [(*METALS, "--all")]
        runs += [("--chart", kind) for kind in OF_ALL_METALS]
        runs += [(*METALS[:6], "--chart", kind) for kind in OF_SEVERAL]
        for words in runs:
            command = [
                sys.executable,
                "-m",
                "explorer",
                "--data",
                str(ROOT / "resources/metals.db"),
                "export",
            ]
            done = subprocess.run(
                [*command, *words, *shared],
                cwd=checkout,
                env=os.environ | {"PYTHONPATH": str(checkout), "QT_QPA_PLATFORM": "offscreen"},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode not in (0, 1):
                raise SystemExit(f"{checkout}: {' '.join(words)}: {done.stderr}")


def texts(path: Path) -> list[str]:
    """Return the texts of an SVG file in its order."""
    return ["".join(e.itertext()) for e in ElementTree.parse(path).iter(TEXT)]


def changed_texts(before: Path, after: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts that differ between two SVG files, those taken out and those put in."""
    old, new = texts(before), texts(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " | ".join(old[a:b]), " | ".join(new[c:d])


def main() -> int:
    """Print the differences; 1 where there are any that should not be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, help="the checkout to compare with")
    parser.add_argument("--texts", action="store_true", help="list the texts that changed")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        before, after = Path(scratch, "before"), Path(scratch, "after")
        export(args.other.resolve(), before)
        export(ROOT, after)
        names = sorted({p.name for folder in (before, after) for p in folder.iterdir()})
        gone = [n for n in names if not ((before / n).is_file() and (after / n).is_file())]
        print(f"{len(names)} files, {len(gone)} in one checkout only", *gone, sep="\n  ")
        both = [n for n in names if n not in gone]
        differ = [n for n in both if (before / n).read_bytes() != (after / n).read_bytes()]
        if not args.texts:
            print(f"{len(differ)} of {len(both)} files differ", *differ, sep="\n  ")
            return 1 if differ or gone else 0
        changes = Counter(
            change for n in both if n.endswith(".svg") for change in changed_texts(before / n, after / n)
        )
        for (old, new), count in sorted(changes.items()):
            print(f"{count:5d}  - {old}\n       + {new}")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
