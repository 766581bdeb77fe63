"""The roles that a place can have in a question."""

ORIGIN, DESTINATION = "origin", "destination"
# A place before a metal, which is the origin where it has a measure on that metal: `DR Congo cobalt quota`.
OWNER = "owner"
# A place right before a word for a rule: the destination where the origin in view has a measure on it: `the US ban`.
RULED = "ruled"
# The same with an adjective, which may also be the place that has the rule: `the American ban`.
RULING = "ruling"
# The place in `the ban on the US`: the destination where the origin in view has a measure on it, else open.
TARGET = "target"
# An adjective in `who supplies German niobium`: the destination unless it has a measure on the metal.
SUPPLIED = "supplied"
# A place whose list of critical materials is asked about.
ISSUER = "issuer"
# The market of a price: `the price of tungsten in China`.
MARKET = "market"
# A place that is left out: `outside China`.
EXCLUDED = "excluded"
