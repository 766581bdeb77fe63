"""The view of the map: figures and export controls by country, with a list beside it."""
