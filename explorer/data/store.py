"""Read-only access to the bundled database; every row is returned as a frozen record."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from functools import cache, cached_property
from pathlib import Path
from typing import IO, Any, TypeVar

from msgspec import Struct

from explorer import paths
from explorer.data import records as r
from explorer.data.entries.applied import NOTHING, Applied
from explorer.data.progress import Report, no_report
from explorer.data.record_tables import RECORD_TABLES
from explorer.data.storage.checksum import is_own_copy
from explorer.data.storage.connection import DAMAGED, Watch, connect, data_file_error, failure, unreadable
from explorer.data.storage.file_locks import locked_as_open
from explorer.data.supply.queries import FigureQueries
from explorer.data.user.entry_records import is_own
from explorer.errors import DataFileError, NotFound
from explorer.language import gettext, paragraph

APPLICATION_ID = 0x4D4D4578
SCHEMA_VERSION = 4
KEPT = 32
FEW_SOURCES = 20  # up to this number, reading them one by one is quicker than reading all

_LISTS = frozenset({"source_ids", "metal_ids", "by_product_of", "aliases", "phrases"})
T = TypeVar("T")


class Store(FigureQueries):
    """The facts of one data file. Rows come in the order of their keys; unknown ids raise NotFound.

    `services` holds the services that answer from these facts by their class, so that they live as long as the store.
    `entries` are those of the user that count in these facts; `published` is the store without them.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, watch: Watch, lock: IO[bytes] | None = None
    ) -> None:
        self._connection = connection
        self._watch = watch
        self._lock = lock
        self._recent: dict[tuple[str, str, tuple[object, ...]], tuple[Any, ...]] = {}
        self.path = path
        self.services: dict[type, Any] = {}
        self.entries: Applied = NOTHING
        self._published: Store | None = None

    @classmethod
    def open(cls, path: Path | None = None, *, is_checked: bool = False) -> "Store":
        """Open a data file, the bundled one by default; raise DataFileError where it cannot be used.

        Any file but the bundled one is checked against the description, unless `is_checked` says that it was.
        """
        path = path or paths.data_file()
        lock = locked_as_open(path) if path != paths.data_file() else None
        try:
            store = cls._connected(path, path, Watch(), lock)
        except BaseException:
            if lock is not None:
                lock.close()
            raise
        with store._closed_on_failure():
            store._verify(path)
            if not (is_checked or path == paths.data_file() or is_own_copy(path)):
                store._check(path, no_report)
        return store

    @classmethod
    def open_part(cls, part: Path, path: Path, report: Report) -> "Store":
        """Open and check an unfinished copy of a data file; an error names the file itself.

        `report` gets the part of the check that is done, 0 to 1; it is called often, and can raise an exception.
        """
        done = [0.0]

        def keep(part_done: float) -> None:
            done[0] = part_done
            report(part_done)

        store = cls._connected(part, path, Watch(lambda: report(done[0])))
        with store._closed_on_failure():
            store._verify(part)
            store._check(part, keep)
        return store

    @classmethod
    def _connected(cls, file: Path, path: Path, watch: Watch, lock: IO[bytes] | None = None) -> "Store":
        fault = unreadable(file)
        if fault:
            raise data_file_error(path, fault)
        try:
            return cls(connect(file, watch), path, watch, lock)
        except sqlite3.Error as error:
            raise failure(error, path, watch) from error

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def with_measures(self, measures: Iterable[r.Measure]) -> "Store":
        """Return a store with the same facts and other measures; both share one connection."""
        other = self._copy()
        other.entries, other._published = NOTHING, None
        other.measures = {m.measure_id: m for m in measures}
        return other

    @property
    def published(self) -> "Store":
        """The store with the same facts without the entries of the user; this one where it has none."""
        return self._published or self

    def with_own(
        self,
        entries: Applied,
        measures: dict[str, r.Measure],
        instruments: dict[str, r.Instrument],
        items: dict[str, r.Item],
        sources: dict[str, r.Source],
    ) -> "Store":
        """Return a store with the same facts and the records of entries; both share one connection."""
        other = self._copy()
        other.entries = entries
        other._published = self
        if sources:
            other.measures = self.measures | measures
            other.instruments = self.instruments | instruments
            other.items = self.items | items
            other.__dict__.pop("items_of", None)
            other.sources = self.sources | sources
        return other

    def take_over(self, other: "Store") -> None:
        """Get the facts and entries of another store that shares the connection, in place of the present ones."""
        published = other._published
        if published is self:
            published = self._copy()
            published._published = None
        self.__dict__.clear()
        self.__dict__.update(other.__dict__)
        self.services = {}
        self._published = published

    def _copy(self) -> "Store":
        """Return a store with the same facts and services of its own."""
        other = copy(self)
        other.services = {}
        return other

    @property
    def stopped_by(self) -> Exception | None:
        """The exception with which a report stopped a query, None where none did."""
        return self._watch.stopped_by

    def close(self) -> None:
        """Close the data file; the store cannot be used afterwards."""
        self._connection.close()
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _verify(self, file: Path) -> None:
        """Raise DataFileError unless the file is a database of this program with the schema that it reads."""
        path = self.path
        [[application_id]] = self.query("PRAGMA application_id")
        [[version]] = self.query("PRAGMA user_version")
        if application_id != APPLICATION_ID:
            raise data_file_error(
                path, gettext("The file {path} is not a Minor Metals Explorer database.").format(path=path)
            )
        if version > SCHEMA_VERSION:
            newer = gettext(
                "The data file {path} has schema {version}, newer than this program supports ({supported})."
            )
            sentence = newer.format(path=path, version=version, supported=SCHEMA_VERSION)
            raise DataFileError(paragraph((sentence, gettext("Update the program."))))
        if version < SCHEMA_VERSION:
            older = gettext(
                "The data file {path} has schema {version}, older than this program supports ({supported})."
            )
            raise data_file_error(path, older.format(path=path, version=version, supported=SCHEMA_VERSION))
        [[pages]], [[size]] = self.query("PRAGMA page_count"), self.query("PRAGMA page_size")
        if file.stat().st_size < pages * size:
            raise data_file_error(path, gettext("The data file {path} is incomplete.").format(path=path))

    def _check(self, file: Path, report: Report) -> None:
        """Raise DataFileError where the file differs from the description."""
        from explorer.data.storage.file_check import differences

        fault = next(differences(self.query, file, report), None)
        if fault is not None:
            unusable = gettext("The data file {path} cannot be used.").format(path=self.path)
            raise data_file_error(self.path, unusable, fault)

    def quick_check(self) -> str:
        """Return `ok`, or the faults that SQLite reports."""
        try:
            return "; ".join(str(row[0]) for row in self.query("PRAGMA quick_check"))
        except DataFileError as error:
            return str(error)

    def differences(self) -> list[str]:
        """Return how the file differs from its description, as whole sentences."""
        from explorer.data.storage.file_check import differences

        return list(differences(self.query, self.path))

    def query(self, sql: str, *args: object) -> list[tuple[Any, ...]]:
        """Run a query for the modules of this package; a damaged file raises DataFileError."""
        self._watch.start()
        try:
            return self._connection.execute(sql, args).fetchall()
        except DAMAGED as error:
            raise failure(error, self.path, self._watch) from error

    def rows(self, record: type[T], **equal: object) -> tuple[T, ...]:
        """Return the rows of the table of a record, in its order; `equal` are columns and the values to select by."""
        where = " AND ".join(f"{column} = ?" for column in equal)
        order = f"ORDER BY {record.ORDER}"  # type: ignore[attr-defined]
        clause = f"WHERE {where} {order}" if where else order
        return self._load(record, record.TABLE, clause, *equal.values())  # type: ignore[attr-defined]

    def _load(self, record: type[T], table: str, where: str = "", *args: object) -> tuple[T, ...]:
        """Return the rows of a table as records; recent results are kept, since a page needs them more than once."""
        key = (table, where, args)
        rows = self._recent.pop(key, None)
        if rows is None:
            rows = self._read(record, table, where, args)
        self._recent[key] = rows
        if len(self._recent) > KEPT:
            del self._recent[next(iter(self._recent))]
        return rows

    def _read(self, record: type[T], table: str, where: str, args: tuple[object, ...]) -> tuple[T, ...]:
        columns, lists = _columns(record)  # type: ignore[arg-type]
        sql = f"SELECT {', '.join(columns)} FROM {table} {where}"
        loaded = []
        for row in self.query(sql, *args):
            values = list(row)
            for i in lists:
                values[i] = tuple(values[i].split(";")) if values[i] else ()
            loaded.append(record(*values))
        return tuple(loaded)

    def count(self, table: str) -> int:
        """Return the number of rows of a table."""
        return int(self.query(f"SELECT count(*) FROM {table}")[0][0])

    # small tables are loaded once and kept

    @cached_property
    def edition(self) -> r.Edition:
        """The edition of the data and the last day for which control events were checked."""
        meta = dict(self.query("SELECT key, value FROM meta"))
        return r.Edition(meta["data_version"], meta["verified_to"], meta["verified_note"], meta["sha256"])

    @cached_property
    def countries(self) -> dict[str, r.Country]:
        """All countries and areas by id, `WLD` and `OTH` included."""
        return {c.country_id: c for c in self._load(r.Country, "countries", "ORDER BY name_en")}

    @cached_property
    def metals(self) -> dict[str, r.Metal]:
        """All metals by id, in the order of their English names."""
        return {m.metal_id: m for m in self._load(r.Metal, "metals", "ORDER BY name_en")}

    @cached_property
    def instruments(self) -> dict[str, r.Instrument]:
        """All documents by id."""
        return {i.instrument_id: i for i in self._load(r.Instrument, "instruments", "ORDER BY instrument_id")}

    @cached_property
    def measures(self) -> dict[str, r.Measure]:
        """All measures by id, each with its instrument, its events in date order and the metals it targets."""
        events: dict[str, list[r.MeasureEvent]] = defaultdict(list)
        for event in self._load(r.MeasureEvent, "measure_events", "ORDER BY measure_id, date, id"):
            events[event.measure_id].append(event)
        targets: dict[str, list[r.MeasureMetal]] = defaultdict(list)
        for target in self._load(r.MeasureMetal, "measure_metals", "ORDER BY measure_id, metal_id"):
            targets[target.measure_id].append(target)
        columns = r.Measure.__struct_fields__
        columns = columns[: columns.index("instrument")]
        members = self.bloc_members
        measures = {}
        for row in self.query(f"SELECT {', '.join(columns)} FROM measures ORDER BY measure_id"):
            plain = dict(zip(columns, row, strict=True))
            plain["source_ids"] = tuple(plain["source_ids"].split(";"))
            instrument = self.instruments[plain["instrument_id"]]
            measures[row[0]] = r.Measure(
                **plain,
                instrument=instrument,
                events=tuple(events[row[0]]),
                targets=tuple(targets[row[0]]),
                jurisdiction_members=members.get(instrument.jurisdiction, frozenset()),
                destination_members=members.get(plain["destination"], frozenset()),
            )
        return measures

    @cached_property
    def bloc_members(self) -> dict[str, frozenset[str]]:
        """The members of each bloc, by its id."""
        members: dict[str, set[str]] = defaultdict(set)
        for country in self.countries.values():
            if country.bloc:
                members[country.bloc].add(country.country_id)
        return {bloc: frozenset(ids) for bloc, ids in members.items()}

    @cached_property
    def items(self) -> dict[str, r.Item]:
        """All control-list items by id, each with its reference customs commodity numbers."""
        codes: dict[str, list[r.ItemCode]] = defaultdict(list)
        for code in self._load(r.ItemCode, "item_codes", "ORDER BY item_id, hs_code, valid_from"):
            codes[code.item_id].append(code)
        columns = r.Item.__struct_fields__
        columns = columns[: columns.index("codes")]
        items = {}
        for row in self.query(f"SELECT {', '.join(columns)} FROM items ORDER BY item_id"):
            plain = dict(zip(columns, row, strict=True))
            plain["source_ids"] = tuple(plain["source_ids"].split(";"))
            items[row[0]] = r.Item(**plain, codes=tuple(codes[row[0]]))
        return items

    @cached_property
    def items_of(self) -> dict[str, tuple[r.Item, ...]]:
        """The control-list items by the metal they belong to."""
        items_of: dict[str, list[r.Item]] = defaultdict(list)
        for item in self.items.values():
            items_of[item.metal_id].append(item)
        return {metal_id: tuple(items) for metal_id, items in items_of.items()}

    @cached_property
    def sources(self) -> dict[str, r.Source]:
        """All sources by id."""
        return {s.source_id: s for s in self._load(r.Source, "sources", "ORDER BY source_id")}

    # single look-ups

    def metal(self, metal_id: str) -> r.Metal:
        """Return a metal by its id."""
        try:
            return self.metals[metal_id]
        except KeyError:
            raise NotFound(gettext("No metal with the ID “{metal_id}”.").format(metal_id=metal_id)) from None

    def country_name(self, country_id: str) -> str:
        """Return the English name of a country, or the id where the table has none."""
        country = self.countries.get(country_id)
        return country.name_en if country else country_id

    def named_sources(self, source_ids: Collection[str]) -> Mapping[str, r.Source]:
        """Return at least these sources by id; a few are read alone as long as nothing has needed all."""
        if "sources" in vars(self) or len(source_ids) > FEW_SOURCES:
            return self.sources
        found = (self._read(r.Source, "sources", "WHERE source_id = ?", (i,)) for i in source_ids)
        return {source.source_id: source for sources in found for source in sources}

    def sources_of(self, metal_id: str) -> dict[str, tuple[str, ...]]:
        """Return the ids of all sources behind a metal's record, each with the tables that use it."""
        used: dict[str, list[str]] = defaultdict(list)
        for table, where in RECORD_TABLES.items():
            for (joined,) in self.query(f"SELECT DISTINCT source_ids FROM {table} WHERE {where}", metal_id):
                for source_id in joined.split(";"):
                    if table not in used[source_id]:
                        used[source_id].append(table)
        for measure in self.measures.values():
            if (measure.is_own or measure.published) and measure.target(metal_id):
                for source_id in filter(is_own, measure.source_ids):
                    used[source_id] = ["measures"]
        return {source_id: tuple(used[source_id]) for source_id in sorted(used)}


@cache
def _columns(record: type[Struct]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    names = record.__struct_fields__
    return names, tuple(i for i, name in enumerate(names) if name in _LISTS)
