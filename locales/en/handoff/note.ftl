# What an officer reads in Chatwoot beside a conversation that is handed over.
note_wish = About: { $wish }
note_report = Report: { $report }
note_customer = Signed in: { $name }, account { $account }
note_not_signed_in = Not signed in
note_language = The customer writes in { $language ->
    [es] Spanish
    [fr] French
    [pl] Polish
   *[en] English
}
note_before = What was said before:
note_from_customer = Customer: { $text }
note_from_assistant = Assistant: { $text }
note_customer_left = The customer is not there any more.
note_customer_ended = The customer has gone back to the assistant.
note_closed_for_today = The live chat has closed; the customer has been told.
note_untold = The customer has not received this message: the assistant has taken the conversation back.
wish_dispute_charge = a disputed charge
wish_view_call_activity = the calls of a line
wish_check_report_status = how a report stands
wish_confirm_report = a report that is said to be resolved
