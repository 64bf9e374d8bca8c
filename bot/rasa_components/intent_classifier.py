"""The intent model as a component of Rasa's pipeline; it reads the text itself."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa_components import quick_actions
from bot.rasa_components.intent_model import IntentModel, Verdict

quick_actions.install()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ShopIntentClassifier(GraphComponent, IntentClassifier):
    """Sets a message's intent, `out_of_scope` where the model does not trust its best guess."""

    def __init__(
        self,
        storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model or IntentModel()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ShopIntentClassifier:
        """An untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ShopIntentClassifier:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            model = IntentModel.load(folder)
        model.predict(["你好 hello"])  # the first use reads jieba's dictionary
        return cls(model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all examples of both languages at once."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        self._model.fit([e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge messages; those that carry an intent payload have theirs already."""
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                set_verdict(message, self._model.predict([text])[0])
        return messages


def set_verdict(message: Message, verdict: Verdict) -> None:
    """Write intent and ranking as Rasa keeps them."""
    chosen = {"name": verdict.intent, "confidence": verdict.confidence}
    ranking = [{"name": name, "confidence": p} for name, p in verdict.ranking]
    message.set(INTENT, chosen, add_to_output=True)
    message.set("intent_ranking", ranking, add_to_output=True)
