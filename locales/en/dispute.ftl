utter_ask_disputed_calls =
    Which of these calls are wrong? Mark them or tell me their numbers, for example “2 and 4” or “all but the third”.
    Calls included in your plan are not shown.
utter_ask_disputed_calls_by_number =
    Which of these calls are wrong? Tell me their numbers on the list, for example “2 and 4” or “all but the third”.
    Calls included in your plan are not shown.
utter_ask_disputed_calls_again = I didn’t understand which calls you mean. Mark them in the list or tell me their numbers, for example “2 and 4”.
utter_ask_disputed_calls_again_by_number = I didn’t understand which calls you mean. Tell me their numbers on the list, for example “2 and 4”.
utter_calls_not_on_list =
    { $count ->
        [one] There is no number { $positions } on the list, which ends at { $last }, so I haven’t marked any calls. Which ones do you mean?
       *[other] There are no numbers { $positions } on the list, which ends at { $last }, so I haven’t marked any calls. Which ones do you mean?
    }
utter_no_call_matches = None of these calls matches that. Which ones do you mean?
utter_no_call_chosen = I haven’t marked any of these calls. Would you like to look at another period, or is it about something else?
utter_no_disputable_calls = There is no call with a charge from { $line } in the period { $period }. Would you like to look at another period, or is it about something else?
utter_calls_not_eligible =
    { $count ->
        [one] I’m leaving this call out, because you can’t claim a credit for it:
       *[other] I’m leaving these calls out, because you can’t claim a credit for them:
    }
    { $calls }
utter_no_eligible_call_chosen = You can’t claim a credit for any of the calls you chose. You can choose others, or tell me that it is about something else.
utter_no_eligible_call_chosen_yet = You can’t claim a credit for any of the calls you chose. What isn’t billed yet can be disputed as soon as its bill is here. You can choose others, or tell me that it is about something else.
utter_no_eligible_call_listed = You can’t claim a credit for any of these calls; the reason is beside each one. Would you like to look at another period, or is it about something else?
utter_no_eligible_call_listed_yet = You can’t claim a credit for any of these calls yet: they can be disputed as soon as their bill is here. Would you like to look at another period, or is it about something else?
ineligible_call = { $call }: { $reason }
utter_calls_chosen =
    { $count ->
        [one] One call marked, { $amount }.
       *[other] { $count } calls marked, { $amount } in all.
    }
utter_ask_dispute_reason = What is the matter? Choose a reason or tell me in your own words.
utter_ask_dispute_reason_again = I’m not sure which reason that is. Which of these comes closest?
utter_reason_understood = I’ve noted the reason: “{ $reason }”.
utter_ask_disputed_bill = Which bill is it about?
utter_ask_disputed_bill_again = I couldn’t find that bill. Which of these is it?
utter_ask_payment_amount = How much did you pay?
utter_ask_payment_amount_again = I couldn’t read an amount there. How much did you pay? For example: { $example }
utter_ask_payment_date = On what day did you pay?
utter_ask_payment_date_again = I couldn’t read a date there. On what day did you pay? For example: { $example }
utter_payment_date_in_future = That day is still to come. On what day did you pay?
utter_ask_payment_means = How did you pay?
utter_ask_payment_means_again = I didn’t catch that. How did you pay?
utter_ask_own_words = Would you like to add anything in your own words? It helps whoever looks into it.
utter_ask_own_words_needed = Please tell me in your own words what happened. It will be read by the person who looks into it.
utter_ask_own_words_payment_plan_denied = When did you ask for the payment plan or the deferral, and what answer did you get?
utter_ask_own_words_service_lost = On which line did you lose the service, and from when to when?
utter_own_words_too_long = That is longer than I can pass on. Could you say it in up to { $limit } characters?
utter_ask_confirmed_calls =
    This is what I’ll send:
    { $count ->
        [one] One call from { $line }:
       *[other] { $count } calls from { $line }:
    }
    { $calls }
    Amount: { $amount }
    Reason: { $reason }
    In your words: { $words }
    Charges on the bill are the account holder’s responsibility, even for calls somebody else made; that is why each one is looked into.
    Shall I send it?
utter_ask_confirmed_payment =
    This is what I’ll send:
    Payment: { $amount } on { $date }, by { $means }
    Reason: { $reason }
    In your words: { $words }
    Shall I send it?
utter_ask_confirmed_bill =
    This is what I’ll send:
    Bill: { $bill }
    Reason: { $reason }
    In your words: { $words }
    Shall I send it?
utter_ask_confirmed_again = Shall I send it? Please answer yes or no, or tell me what to change.
utter_ask_what_to_change = Nothing has been sent yet. What would you like to change?
own_words = “{ $words }”
no_own_words = none
call_in_summary = { $when }, { $number }, { $price }
bill_in_summary = { $number } ({ $month }, { $amount })
more_calls =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }

utter_dispute_filed =
    Done. Your report number is { $report }. We have received it and it is under review.
    You will have an answer by { $answer_by }.
utter_dispute_filed_undated = Done. Your report number is { $report }. We have received it and it is under review.
utter_dispute_filed_before_undated = That has already been sent. Your report number is { $report }.
utter_dispute_filed_before = That has already been sent. Your report number is { $report }, and you will have an answer by { $answer_by }.
utter_credit_next_bill = If it is approved, the credit will be taken off your next bill, since this one is already paid.
utter_credit_unpaid_bill = If it is approved, the credit will be taken off bill { $bill }, which is still to be paid.
utter_pay_meanwhile = Please pay the part of the bill that you do not dispute by its due date.
utter_dispute_not_eligible = Since you chose them, something has changed: you can’t claim a credit for one of these calls any more. Nothing has been sent. Please choose again.
utter_dispute_rejected = Our billing system did not accept this dispute, so nothing has been sent. You can change your answers, or talk to a person.
utter_dispute_unsure = I don’t know yet whether your dispute has arrived: our billing system did not answer in time. Press “Try again” in a moment: it will not be sent twice.
utter_draft_gone = I no longer have that dispute here, and nothing has been sent. Would you like to start again?

reason_payment_not_credited = I paid, but my payment was not credited
reason_payment_plan_denied = A payment plan or deferral was refused
reason_service_lost = I lost the service through { -operator }’s fault
reason_unrecognised_call = I don’t recognise it
reason_fraud = Somebody else made it
reason_wrong_rate = The rate, duration or destination is wrong
reason_duplicate_charge = It was charged twice
reason_not_contracted = I never ordered that line or service
reason_higher_than_quoted = It is more than I was promised
reason_promotion_not_applied = An agreed discount is missing
reason_setup_fee = An installation or activation fee nobody mentioned
reason_charged_after_cancellation = I am still billed after leaving
reason_roaming = Unexpected roaming or out-of-plan use
reason_not_installed = It was never delivered or installed
reason_wrong_plan_or_sim = The line has the wrong plan or SIM card
reason_other = Something else

means_card = card
means_transfer = bank transfer
means_direct_debit = direct debit
means_cash = cash
means_other = another way

button_submit = Send it
button_change = Change something
button_change_calls = The calls
button_change_reason = The reason
button_change_words = My words
button_change_payment = The payment
button_change_bill = The bill
button_no_words = No, that’s all
button_not_a_call = It isn’t about a call
button_already_filed = I’ve already reported this
button_more_reasons = Other reasons
button_dispute_again = Start again
button_today = Today
button_yesterday = Yesterday
button_follow_up = How is it getting on?
