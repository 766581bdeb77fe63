"""What names mean in a removal: places, blocs as their members, and companies."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.stress.removal import Removal, find_removal, read_removal, removable, removal_of
from explorer.data.supply.stress.sites import company_sites
from explorer.errors import KnownError


def test_a_bloc_is_its_members(store: Store) -> None:
    found = find_removal(store, ["EU"])
    assert found.places == ("EUU",) and found.countries == store.bloc_members["EUU"]
    assert len(found.countries) == 27 and "DEU" in found.countries


def test_places_come_before_companies_and_each_counts_once(store: Store) -> None:
    found = find_removal(store, ["China", "CHN", "Korea Zinc"])
    assert found == Removal(("CHN",), frozenset({"CHN"}), ("Korea Zinc",))


def test_two_removals_join(store: Store) -> None:
    joined = removal_of(store, ["CHN"]) | removal_of(store, ["EUU"], ["Umicore"])
    assert joined == removal_of(store, ["CHN", "EUU"], ["Umicore"])


@pytest.mark.parametrize("name", ["", "Umicorre", "WLD", "Korea", "Soviet Union"])
def test_other_names_are_refused(store: Store, name: str) -> None:
    with pytest.raises(KnownError):
        find_removal(store, [name])


def test_a_company_is_found_by_whole_words_and_its_sites_keep_their_own_figures(store: Store) -> None:
    sites = company_sites(store, find_removal(store, ["korea zinc"]))
    assert sites and all("Korea Zinc" in site.record.company for site in sites)
    keys = [(s.record.company, s.record.metal_id, s.record.site, s.record.stage) for s in sites]
    assert keys == sorted(keys)
    assert not removal_of(store, [], ["Korea Zin"]).names("Korea Zinc")
    assert company_sites(store, removal_of(store, ["CHN"])) == ()


def test_a_plant_that_is_also_a_project_is_one_site(store: Store) -> None:
    sites = company_sites(store, removal_of(store, [], ["Korea Zinc"]))
    ids = [record for s in sites for record in (s.producer, s.project) if record is not None]
    both = [s for s in sites if s.producer is not None and s.project is not None]
    assert len(ids) == len(sites) + len(both)
    for site in both:
        assert site.producer is not None and site.project is not None
        assert site.producer.producer_id == site.project.project_id and site.form == site.producer.form


def test_a_text_is_read_as_it_is_written(store: Store) -> None:
    found = read_removal(store, "China, EU,Korea Zinc")
    assert found.text == "CHN,EUU,Korea Zinc" and read_removal(store, found.text) == found
    assert read_removal(store, "") == Removal()


def test_everything_on_offer_can_be_removed(store: Store) -> None:
    offered = removable(store)
    ids = [place.place_id for place in offered]
    assert ids[0] == "EUU" and "CHN" in ids and "Nyrstar" in ids and not {"WLD", "OTH", "SUN"} & set(ids)
    assert len(set(ids)) == len(ids) and not any("," in place_id for place_id in ids)
    for place_id in ids:
        assert find_removal(store, [place_id]).text == place_id
