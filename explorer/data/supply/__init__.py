"""Production, reserves, uses, trade, prices and import dependence."""
