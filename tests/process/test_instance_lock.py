"""The lock of the first instance, while it runs and after it crashed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.process.instance_lock import InstanceLock
from explorer.process.single_instance import InstanceAddress

ROOT = Path(__file__).resolve().parents[2]
OWNER = """
import os, sys
from pathlib import Path
from explorer.process.instance_lock import InstanceLock
from explorer.process.single_instance import InstanceAddress

lock = InstanceLock(InstanceAddress(Path(sys.argv[1]), "key"))
print(lock.acquire(), flush=True)
sys.stdin.readline()
os._exit(9)
"""


@pytest.fixture
def address(tmp_path: Path) -> InstanceAddress:
    return InstanceAddress(tmp_path, "key")


@pytest.fixture
def owner(address: InstanceAddress) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(address.folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "True\n"
    yield process
    process.kill()
    process.communicate()


def test_one_launch_at_a_time_holds_the_lock(address: InstanceAddress) -> None:
    first, second = InstanceLock(address), InstanceLock(address)
    assert first.acquire() and address.lock.is_file()
    assert not second.acquire() and second.is_held_by_another()
    first.release()
    assert not address.lock.exists()
    assert second.acquire()
    second.release()


def test_another_process_keeps_its_lock(owner: subprocess.Popen[str], address: InstanceAddress) -> None:
    lock = InstanceLock(address)
    assert not lock.acquire() and lock.is_held_by_another()
    assert address.lock.is_file()


def test_the_lock_of_a_crashed_instance_is_replaced(
    owner: subprocess.Popen[str], address: InstanceAddress
) -> None:
    owner.communicate("crash\n", timeout=10)
    assert owner.returncode == 9 and address.lock.is_file()
    lock = InstanceLock(address)
    assert lock.acquire()
    lock.release()


@pytest.mark.parametrize("kind", ["empty", "not a lock", "a process number that is in use again"])
def test_a_lock_file_without_a_living_owner_is_replaced(address: InstanceAddress, kind: str) -> None:
    lock = InstanceLock(address)
    assert lock.acquire()
    content = address.lock.read_text()
    lock.release()
    address.lock.write_text({"empty": "", "not a lock": "text"}.get(kind, content))
    again = InstanceLock(address)
    assert again.acquire()
    again.release()


@pytest.mark.parametrize("name", ["missing/key", 300 * "x"], ids=["no folder", "name too long"])
def test_a_lock_that_can_not_be_made_is_not_held_by_another(tmp_path: Path, name: str) -> None:
    lock = InstanceLock(InstanceAddress(tmp_path, name))
    assert not lock.acquire() and not lock.is_held_by_another()
