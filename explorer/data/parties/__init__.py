"""Named parties: whether a name is on a list of firms, institutes and persons, and which names are similar."""
