"""Rasa without TensorFlow, which no component of ours uses.

Rasa imports it for base classes of components that we do not have: half of the server's memory
and most of its start. In its place stands a module that knows those classes and nothing else, so
that a component that does need TensorFlow fails at once, by name. The same goes for the list of all
of Rasa's components, and for the check of a configuration, which knows them all:
`assistant/validation.py` does that check, with TensorFlow.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_BASE_CLASSES = {"tensorflow.keras.callbacks": "Callback", "tensorflow.keras.utils": "Sequence"}
_COMPONENTS = "rasa.engine.recipes.default_components"
_CHECK = "rasa.graph_components.validators.default_recipe_validator"


def leave_out_tensorflow() -> None:
    """Put the stand-ins where `import` finds them; to be called before Rasa is imported."""
    if "tensorflow" in sys.modules:
        raise RuntimeError("TensorFlow is loaded already")
    keras = _stand_in("tensorflow.keras")
    _stand_in("tensorflow", keras=keras)
    for path, base_class in _BASE_CLASSES.items():
        module = _stand_in(path, **{base_class: type(base_class, (), {})})
        setattr(keras, path.rpartition(".")[2], module)
    _leave_out_components()


def _leave_out_components() -> None:
    """Of Rasa's components, those that the recipe knows by name are the ones imported here."""
    from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier

    from assistant.unchecked import Unchecked

    _stand_in(_COMPONENTS, DEFAULT_COMPONENTS=[FallbackClassifier])
    _stand_in(_CHECK, DefaultV1RecipeValidator=Unchecked)


def _stand_in(path: str, **content: Any) -> ModuleType:
    module = ModuleType(path)
    vars(module).update(content)
    sys.modules[path] = module
    return module
