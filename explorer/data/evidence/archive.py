"""The ZIP file of the parts: neither compressed nor dated, so that the same parts always give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from explorer.data.evidence.part_names import NAMES

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can name
_UNIX, _REGULAR_FILE = 3, 0o100644 << 16


def write_archive(parts: Mapping[str, bytes]) -> bytes:
    """Return the file with the parts in the order of NAMES."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in NAMES:
            if name in parts:
                info = zipfile.ZipInfo(name, _DAY)
                info.create_system, info.external_attr = _UNIX, _REGULAR_FILE
                archive.writestr(info, parts[name])
    return buffer.getvalue()
