"""Checks domain, rules and phrases as `rasa data validate` does, and takes its warnings seriously.

Rasa only prints most of what it finds. Here a warning fails unless it is in a list with a reason.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable

TOLERATED = {
    r"Slot auto-fill has been removed in 3\.0": "said of every domain that has slots",
    r"The intent '(inform|confirm_report|signed_in|report_news|send_file|person_left|"
    r"foreign_language|nlu_fallback)' is listed in the domain file, but is not found in the NLU "
    "training data": "set by buttons, sign-in, events, channels, desk and pipeline, not taught",
    r"The utterance '(utter_unavailable|utter_internal_error|utter_restart|"
    r"utter_person_(here|still_there|late))' is not used in any "
    "story or rule": "said by the policy, the NLG, Rasa's own restart, and for people",
    r"'RulePolicy' is not included in the model's policy": "ours is one, by another name",
}
"""Patterns of warnings that are right and still no fault, and why."""


def validate() -> None:
    """Exit with a message if Rasa finds an error, or gives a warning that is not tolerated."""
    from rasa.cli.utils import validate_files
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe
    from rasa.graph_components.validators.default_recipe_validator import DefaultV1RecipeValidator
    from rasa.shared.importers.importer import TrainingDataImporter

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", UserWarning)
        warnings.simplefilter("always", FutureWarning)
        importer = TrainingDataImporter.load_from_config("config.yml", "domain.yml", ["data"])
        validate_files(fail_on_warnings=False, max_history=None, importer=importer)
        recipe = DefaultV1Recipe().graph_config_for_recipe(importer.get_config(), {})
        DefaultV1RecipeValidator(recipe.train_schema).validate(importer)
    faults = untolerated(str(warning.message) for warning in caught)
    if faults:
        raise SystemExit("\n".join(["Not valid:", *faults]))
    print("Domain, rules and phrases are valid.", flush=True)


def untolerated(messages: Iterable[str]) -> list[str]:
    """Return the different warnings among `messages` that are not in the list, in their order."""
    different = dict.fromkeys(messages)
    return [m for m in different if not any(re.match(pattern, m) for pattern in TOLERATED)]
