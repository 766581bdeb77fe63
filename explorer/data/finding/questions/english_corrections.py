"""Key words of questions that are corrected when misspelt, and real words that resemble them or a name."""

_CORRECTED = (
    "export exports exported exporting exportable import imports imported importing licence licences license "
    "licenses permit permits permission permitted control controls controlled restrict restricted restriction "
    "restrictions prohibit prohibited prohibition banned forbidden embargo allowed legal illegal require required "
    "requires requirement requirements necessary producer producers produce produces produced production "
    "largest biggest leading country countries price prices supplier suppliers supply supplies suspended "
    "suspension paused depend depends dependent dependence reliance reliant announcement announced shipment "
    "changed changes change quota status regulation regulations regulated expire expires share world "
    "which since started purchase purchased produces effective approval authorisation document document "
    "carbonate hydroxide concentrate"
)
# Words that are spelt nearly like a key word, a metal or a place, but are no misspellings of it.
_ORDINARY = (
    "alloyed angela angora antarctic australasia australoid bahama banded banged banked banner baron "
    "belie benign binned bogon bordon brunet bulgari bulgarians bunin byron cambodians cameron cameroons "
    "chads chance chanced chances chanted charge charged charges chiba chicle chide child chiles chill "
    "chime chino chins chive chopper clanged colombians controller cooper copier copped coppers coppery "
    "copter counties county cowper cropper cyrus defend defends dominic dominicans dominick empire "
    "empires ethiopians exhort exhorted exhorting exhorts extort extorted extorting extorts fallowed "
    "franc frances franck franco francs gambit georgina geranium germane gibraltars golda gould greene "
    "guatemalans guernseys guineas hallowed hanged hondurans hungry iberia impart imparted imparting "
    "imparts indio indira indra inland irons irony ismael israels japans jerseys lading lagos lajos "
    "largess leads leafing leaking leaning leaping leasing libra licensee lichtenstein lithuanians "
    "loading madagascans malts marta maturities netherlander netherlanders nicaraguans nicer nicked "
    "nickels nigel nigher niter olivia osman pages pakistanis panamas parsed passed philippians "
    "philippics philistines phosphoric phosphors pilau plead pleading pricey pricks prides primes prince "
    "princes prizes prussia reams reeds reefs reeks reels reese remus requite requited requites reyes "
    "roman rwandas salver samba scuba sedan sharpe silicone silicons silvers silvery slain sliver "
    "slovenians smarted solver somalis spahn spawn sprain stain stared starred starter startled starved "
    "statues supple suppler surname susan suspender swain swede swedes syriac tantalus tanzanians tongs "
    "tonia tonya turkeys turnkey venezuelans wallowed wanda woman yeomen zincs "
)
CORRECTED, ORDINARY_WORDS = frozenset(_CORRECTED.split()), frozenset(_ORDINARY.split())
