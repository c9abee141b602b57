"""The rules decide what comes next; this policy sees to it that something does.

Rasa's rule policy goes on in silence when an action could not run, takes a form whose first run
failed for one that has finished, and describes the whole conversation anew for each prediction.
"""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import UTTER_PREFIX
from rasa.shared.core.constants import ACTION_LISTEN_NAME, EXTERNAL_MESSAGE_PREFIX
from rasa.shared.core.domain import Domain, InvalidDomain, State
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Restarted,
    SessionStarted,
    UserUttered,
)
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.conversation import latest_states

logger = logging.getLogger(__name__)

UNAVAILABLE = "utter_unavailable"
INTERNAL_ERROR = "utter_internal_error"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class NeverSilentRulePolicy(RulePolicy):
    """Follows the rules, and never leaves a customer's message without an answer.

    - An action or form that could not run left no event behind: `utter_unavailable`, then listen.
      The form asks its question again when the customer writes again; earlier answers stay.
    - After an action that no rule goes on from, the open form asks again; without one, listen.
    - Before listening with nothing said at all: `utter_internal_error`.
    """

    @classmethod
    def raise_if_incompatible_with_domain(cls, config: dict[str, Any], domain: Domain) -> None:
        """Raise `InvalidDomain` if the domain lacks an answer that this policy needs."""
        super().raise_if_incompatible_with_domain(config, domain)
        for response in (UNAVAILABLE, INTERNAL_ERROR):
            if response not in domain.responses:
                raise InvalidDomain(f"The domain lacks the response {response!r}.")

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Predict what the rules say, unless the customer would hear nothing."""
        if _could_not_run(tracker, domain):
            return self._certainly(UNAVAILABLE, tracker, domain)
        if tracker.latest_action_name in (UNAVAILABLE, INTERNAL_ERROR):
            return self._certainly(ACTION_LISTEN_NAME, tracker, domain)
        prediction = super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        if self._no_rule(prediction) and tracker.latest_action_name != ACTION_LISTEN_NAME:
            prediction = self._next_without_rule(tracker, domain)
        if _action(prediction, domain) == ACTION_LISTEN_NAME and _nothing_said(tracker):
            logger.error("Nothing was said after %s", tracker.latest_action_name)
            return self._certainly(INTERNAL_ERROR, tracker, domain)
        return prediction

    @staticmethod
    def _find_action_from_default_actions(
        tracker: DialogueStateTracker,
    ) -> tuple[str | None, str | None]:
        """Start over before anything else, but in a form only once that was no answer to it."""
        if tracker.active_loop_name and not tracker.is_active_loop_rejected:
            return None, None
        return RulePolicy._find_action_from_default_actions(tracker)

    def _no_rule(self, prediction: PolicyPrediction) -> bool:
        return prediction.max_confidence <= self.config["core_fallback_threshold"]

    def _next_without_rule(self, tracker: DialogueStateTracker, domain: Domain) -> PolicyPrediction:
        form = tracker.active_loop_name
        if form is None:
            return self._certainly(ACTION_LISTEN_NAME, tracker, domain)
        return self._certainly(form, tracker, domain, returning_to_form=True)

    def _certainly(
        self,
        action: str,
        tracker: DialogueStateTracker,
        domain: Domain,
        returning_to_form: bool = False,
    ) -> PolicyPrediction:
        return self._rule_prediction(
            self._prediction_result(action, tracker, domain),
            prediction_source=action,
            returning_from_unhappy_path=returning_to_form,
            is_no_user_prediction=True,
        )

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        """Describe as much of the past as the longest rule looks at; all of it in training."""
        if isinstance(tracker, TrackerWithCachedStates):
            return super()._prediction_states(
                tracker, domain, use_text_for_last_user_input, rule_only_data
            )
        states = latest_states(tracker, domain, self._longest_rule())
        self.featurizer._choose_last_user_input([states], use_text_for_last_user_input)
        return states

    def _longest_rule(self) -> int:
        if "longest" not in self.__dict__:
            rules = [*self.lookup[RULES], *self.lookup[RULES_FOR_LOOP_UNHAPPY_PATH]]
            lengths = (len(self._rule_key_to_state(rule)) for rule in rules)
            self.__dict__["longest"] = max(lengths, default=1)
        return self.__dict__["longest"]


def _could_not_run(tracker: DialogueStateTracker, domain: Domain) -> bool:
    newest = tracker.events[-1] if tracker.events else None
    return (
        isinstance(newest, ActionExecuted)
        and newest.action_name in domain.user_actions_and_forms
        and not newest.action_name.startswith(UTTER_PREFIX)
    )


def _nothing_said(tracker: DialogueStateTracker) -> bool:
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return not (event.text or "").startswith(EXTERNAL_MESSAGE_PREFIX)
        if isinstance(event, (BotUttered, Restarted, SessionStarted)):
            return False
    return False


def _action(prediction: PolicyPrediction, domain: Domain) -> str:
    return domain.action_names_or_texts[prediction.max_confidence_index]
