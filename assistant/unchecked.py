"""Takes the place of Rasa's check of a configuration, which knows all components: see `lean.py`."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.importers.importer import TrainingDataImporter


class Unchecked(GraphComponent):
    """Takes every configuration as it is; `validation.py` checks ours."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Unchecked:
        """There is nothing to configure."""
        return cls()

    def validate(self, importer: TrainingDataImporter) -> TrainingDataImporter:
        """The importer as it came."""
        return importer
