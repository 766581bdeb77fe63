"""The 118 elements and their places in the periodic table, lanthanides and actinides below the others."""

from collections.abc import Iterator

from msgspec import Struct

COLUMNS = 18
_PERIODS = (
    "H He",
    "Li Be B C N O F Ne",
    "Na Mg Al Si P S Cl Ar",
    "K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr",
    "Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe",
    "Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn",
    "Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og",
)
# By atomic number, that of hydrogen first.
SYMBOLS = tuple(symbol for period in _PERIODS for symbol in period.split())
PERIODS = len(_PERIODS)
ROWS = PERIODS + 2
# The positions in the two long periods that go below the others.
_BELOW = range(4, 18)


class Place(Struct, frozen=True):
    """A row and a column of the table, counted from 0; lanthanides and actinides have the last two rows."""

    row: int
    column: int


def place_of(atomic_number: int) -> Place:
    """Return the place of an element."""
    return _PLACES[atomic_number - 1]


def _places() -> Iterator[Place]:
    """Yield the places by atomic number: the first elements of a period at the left, the others at the right."""
    for row, period in enumerate(_PERIODS):
        length = len(period.split())
        at_left = 1 if not row else 2 if length < COLUMNS else 3
        for position in range(1, length + 1):
            if length > COLUMNS and position in _BELOW:
                yield Place(row + 2, position - 2)
            elif position <= at_left:
                yield Place(row, position - 1)
            else:
                yield Place(row, COLUMNS - 1 - (length - position))


_PLACES = tuple(_places())
