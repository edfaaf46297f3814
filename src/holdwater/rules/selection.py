"""Which rules run on a document.

A selector is a rule's code or name, the start of a code ("QUO", "QUO1"), or "ALL"; letter case does not matter.
Where `select` and `ignore` both reach a rule, the more exact selector decides, and `ignore` between equals: with
`select = ["QUO"]`, `ignore = ["QUO1"]`, `extend-select = ["QUO102"]`, of the QUO1 rules QUO102 alone runs.
What `per-file-ignores` names never runs on that file. A rule in preview runs only where `select` or `extend-select`
gives its own code or name; a family or "ALL" does not turn it on.
"""

from __future__ import annotations

from collections.abc import Iterable

from holdwater.config import Config
from holdwater.errors import ConfigError
from holdwater.findings.selectors import ALL, EXACT, exactness
from holdwater.rules.registry import Rule, load


def selected(config: Config, path: str) -> list[Rule]:
    """The rules that run on the document at `path`, by code.

    Raises ConfigError, naming the nearest rules, for a selector that reaches none.
    """
    rules = load().values()
    _refuse_unknown(config, rules)
    wanted = (*(config.select or (ALL,)), *config.extend_select)
    barred = config.ignored_in(path)
    return [rule for rule in rules if _runs(rule, wanted, config.ignore) and not _reach(rule, barred)]


def _runs(rule: Rule, wanted: Iterable[str], unwanted: Iterable[str]) -> bool:
    reach = _reach(rule, wanted)
    return reach > (EXACT - 1 if rule.preview else 0) and reach > _reach(rule, unwanted)


def _reach(rule: Rule, selectors: Iterable[str]) -> int:
    return max((exactness(selector, rule.code, rule.name) for selector in selectors), default=0)


def _refuse_unknown(config: Config, rules: Iterable[Rule]) -> None:
    named = {
        "select": config.select,
        "ignore": config.ignore,
        "extend-select": config.extend_select,
        **{f"per-file-ignores.{pattern}": selectors for pattern, selectors in config.per_file_ignores.items()},
    }
    for key, selectors in named.items():
        for selector in selectors:
            if not any(exactness(selector, rule.code, rule.name) for rule in rules):
                raise _unknown(selector, key, config, rules)


def _unknown(selector: str, key: str, config: Config, rules: Iterable[Rule]) -> ConfigError:
    near = nearest(selector, rules)
    mend = f"did you mean {' or '.join(near)}?" if near else "`holdwater rules` lists them"
    where = str(config.file) if config.file else ""
    return ConfigError(f"{key}: no rule is called {selector!r}", where=where, mend=mend)


def nearest(selector: str, rules: Iterable[Rule]) -> list[str]:
    """Up to three codes, families or names that look most like `selector`, best first."""
    from difflib import get_close_matches

    names = {alias: alias for rule in rules for alias in (rule.code, rule.code[:3], rule.code[:4], rule.name)}
    spelled = {alias.lower(): alias for alias in names}
    return [spelled[match] for match in get_close_matches(selector.strip().lower(), list(spelled), n=3, cutoff=0.6)]
