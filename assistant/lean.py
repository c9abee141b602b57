"""Rasa's server without TensorFlow, which no component of ours uses.

Rasa imports it for base classes of components that we do not have: half of the server's memory
and most of its start. In its place stands a module that knows those classes and nothing else, so
that a component that does need TensorFlow fails at once, by name. The same goes for the check of a
training configuration, which knows every component of Rasa's: a server only reads its name.
"""

from __future__ import annotations

import sys
from types import ModuleType

_BASE_CLASSES = {"tensorflow.keras.callbacks": "Callback", "tensorflow.keras.utils": "Sequence"}
_CHECK = ("rasa.graph_components.validators.default_recipe_validator", "DefaultV1RecipeValidator")


def leave_out_tensorflow() -> None:
    """Put the stand-in where `import tensorflow` finds it; to be called before Rasa is imported."""
    if "tensorflow" in sys.modules:
        raise RuntimeError("TensorFlow is loaded already")
    top, keras = ModuleType("tensorflow"), ModuleType("tensorflow.keras")
    top.keras = keras  # type: ignore[attr-defined]
    modules = {"tensorflow": top, "tensorflow.keras": keras}
    for path, base_class in _BASE_CLASSES.items():
        module = modules[path] = ModuleType(path)
        setattr(module, base_class, type(base_class, (), {}))
        setattr(keras, path.rpartition(".")[2], module)
    path, check = _CHECK
    modules[path] = ModuleType(path)
    setattr(modules[path], check, type(check, (), {}))
    sys.modules.update(modules)
