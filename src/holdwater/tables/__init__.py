"""Statistics: what tables of open figures say of a claim. Pure: stores are opened by `holdwater.sources.statistics`."""
