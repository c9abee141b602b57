"""A graph component with saved state, kept in files that cannot run code."""

from abc import abstractmethod
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.text import clean, is_bare_number, is_payload

Array = npt.NDArray[Any]
Self = TypeVar("Self", bound="TrainedComponent")


class StateDoesNotFit(Exception):
    """What was saved does not fit together, or not the model of sentence vectors in use."""


class TrainedComponent(GraphComponent):
    """Learns from the training data and keeps what it learned in Rasa's model."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """A component that has learned nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """The component as it was saved; raises `StateDoesNotFit`."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as directory:
            component.read(directory)
        return component

    def save(self) -> Resource:
        """Puts what was learned into the model."""
        with self._storage.write_to(self._resource) as directory:
            self.write(directory)
        return self._resource

    @abstractmethod
    def write(self, directory: Path) -> None:
        """Writes what was learned into the directory."""

    @abstractmethod
    def read(self, directory: Path) -> None:
        """Reads what `write` wrote."""


def save_arrays(path: Path, **arrays: Array) -> None:
    """Writes arrays of numbers or texts under their names."""
    np.savez(path, **arrays)


def load_arrays(path: Path) -> dict[str, Array]:
    """Reads arrays; raises ValueError on objects, which would have to be unpickled."""
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def is_spoken(text: str | None) -> bool:
    """Whether there is a meaning to find: no button's payload and more than a number, which means
    what it answers.
    """
    return text is not None and not is_payload(text) and not is_bare_number(clean(text))


def entity_of_message(
    extractor: GraphComponent, message: Message, name: str, value: str, confidence: float
) -> dict[str, Any]:
    """An entity, in Rasa's form, that the message as a whole is."""
    return {
        "entity": name,
        "value": value,
        "confidence": confidence,
        "start": 0,
        "end": len(message.get(TEXT)),
        "extractor": type(extractor).__name__,
    }
