"""Small libraries in place of large ones that are linked but never called: OpenBLAS, and the tables of ICU.

Used by build.spec on Linux, where a C compiler is at hand; without one the large ones stay.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
BLAS, ICU = re.compile(r"libscipy_openblas64_[^/]*\.so$"), re.compile(r"libicudata\.so\.(\d+)$")
_DEFINED = re.compile(r"\b[TW] (scipy_\w+)$", re.MULTILINE)
_WANTED = re.compile(r"\bU (scipy_\w+)$", re.MULTILINE)


def tools() -> bool:
    """Tell whether what is needed to make the stand-ins is there."""
    return all(shutil.which(tool) for tool in ("cc", "nm"))


def blas(real: Path, callers: Iterable[Path], folder: Path) -> Path:
    """Return a library that has every routine which the callers name, most of them a way out with a message."""
    made = folder / real.name
    plain = folder / "plain.o"
    subprocess.run(["cc", "-O2", "-fPIC", "-c", HERE / "blas.c", "-o", plain], check=True)
    here = set(_DEFINED.findall(_nm(plain)))
    wanted = {name for caller in callers for name in _WANTED.findall(_nm(caller, "-D"))}
    rest = folder / "rest.c"
    rest.write_text(_ways_out(sorted(wanted - here)), encoding="utf-8")
    _link([plain, rest], made)
    return made


def icu(real: Path, folder: Path) -> Path:
    """Return a library with an empty table of contents, for the same release of ICU."""
    match = ICU.search(real.name)
    assert match is not None
    made = folder / real.name
    _link([f"-DENTRY=icudt{match[1]}_dat", HERE / "icudata.c"], made)
    return made


def _ways_out(names: Iterable[str]) -> str:
    head = "#include <stdio.h>\n#include <stdlib.h>\n"
    said = "is left out of this package: please report this"
    return head + "".join(
        f'void {name}(void) {{ fputs("{name} {said}\\n", stderr); abort(); }}\n' for name in names
    )


def _link(sources: Iterable[object], made: Path) -> None:
    command = ["cc", "-O2", "-fPIC", "-shared", "-s", f"-Wl,-soname,{made.name}", *sources, "-o", made]
    subprocess.run([str(word) for word in command], check=True)


def _nm(path: Path, *flags: str) -> str:
    return subprocess.run(["nm", *flags, path], check=True, capture_output=True, text=True).stdout
