"""Small libraries that replace large ones that are linked but never called: OpenBLAS, and the tables of ICU.

Used by build.spec on Linux where a C compiler is installed; without one the large libraries are kept.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
BLAS, ICU = re.compile(r"libscipy_openblas64_[^/]*\.so$"), re.compile(r"libicudata\.so\.(\d+)$")
_DEFINED = re.compile(r"\b[TW] (scipy_\w+)$", re.MULTILINE)
_WANTED = re.compile(r"\bU (scipy_\w+)$", re.MULTILINE)


def tools() -> bool:
    """Return whether the tools for building the replacements are installed."""
    return all(shutil.which(tool) for tool in ("cc", "nm"))


def blas(real: Path, callers: Iterable[Path], folder: Path) -> Path:
    """Return a library with every routine that the callers name; most of them print a message and abort."""
    library = folder / real.name
    plain = folder / "plain.o"
    subprocess.run(["cc", "-O2", "-fPIC", "-c", FOLDER / "blas.c", "-o", plain], check=True)
    present = set(_DEFINED.findall(_nm(plain)))
    wanted = {name for caller in callers for name in _WANTED.findall(_nm(caller, "-D"))}
    rest = folder / "rest.c"
    rest.write_text(_aborting_routines(sorted(wanted - present)), encoding="utf-8")
    _link([plain, rest], library)
    return library


def icu(real: Path, folder: Path) -> Path:
    """Return a library with an empty table of contents, for the same release of ICU."""
    match = ICU.search(real.name)
    assert match is not None
    library = folder / real.name
    _link([f"-DENTRY=icudt{match[1]}_dat", FOLDER / "icudata.c"], library)
    return library


def _aborting_routines(names: Iterable[str]) -> str:
    head = "#include <stdio.h>\n#include <stdlib.h>\n"
    message = "is left out of this package: please report this"
    return head + "".join(
        f'void {name}(void) {{ fputs("{name} {message}\\n", stderr); abort(); }}\n' for name in names
    )


def _link(sources: Iterable[object], library: Path) -> None:
    command = ["cc", "-O2", "-fPIC", "-shared", "-s", f"-Wl,-soname,{library.name}", *sources, "-o", library]
    subprocess.run([str(word) for word in command], check=True)


def _nm(path: Path, *flags: str) -> str:
    return subprocess.run(["nm", *flags, path], check=True, capture_output=True, text=True).stdout
