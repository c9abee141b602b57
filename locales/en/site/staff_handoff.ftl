# Customers who want a person, at the staff’s desk. What begins with words_ is read by the customer.

staff_talks = Conversations
staff_talks_waiting = { $count ->
    [0] nobody is waiting
    [one] one customer is waiting
   *[other] { $count } customers are waiting
}
staff_talks_wait = Waiting
staff_talks_taken = With an officer
staff_nobody_waits = Nobody is waiting for a person.
staff_wish = Wants
staff_channel = Channel
staff_waits_for = Waiting for
staff_taken_for = Talking for
staff_waits_since = Asked for a person
staff_minutes = { $count ->
    [0] less than a minute
    [one] one minute
   *[other] { $count } minutes
}
staff_owed = { $count ->
    [0] waiting for an answer
    [one] waiting for an answer for one minute
   *[other] waiting for an answer for { $count } minutes
}
staff_assistant = Assistant
staff_you_are_there = You are there for customers.
staff_you_are_away = You are away.
staff_present = { $count ->
    [0] No officer is there.
    [one] One officer is there.
   *[other] { $count } officers are there.
}
staff_be_there = I am there
staff_be_away = I am away

staff_talk = Conversation
staff_summary = Summary
staff_no_talk_title = Nothing here
staff_no_talk = There is no such conversation.
staff_talk_waits = waiting for an officer
staff_talk_is_yours = you are talking with the customer
staff_talk_is_of = { $name } is talking with the customer
staff_talk_over = this conversation is over
staff_step_taken = { $name } has taken the conversation.
staff_step_handed_back = { $name } has handed the conversation back to the assistant.
staff_step_ended = { $name } has ended the conversation.
staff_step_unanswered = Nobody answered in time, so the assistant has carried on.
staff_step_customer_left = The customer has left.
staff_step_customer_ended = The customer has ended the conversation.
staff_step_closed_for_today = The desk has closed for today.
staff_talk_take = Take the conversation
staff_talk_take_from = Take over from { $name }
staff_talk_hand_back = Hand back to the assistant
staff_talk_hand_back_hint = The assistant carries on with what is still open.
staff_talk_end = End the conversation
staff_talk_end_hint = For when everything is settled. The assistant is there again for new questions.
staff_talk_done_handed_back = The assistant has the conversation again.
staff_talk_done_ended = The conversation is over.
staff_talk_over_already = The conversation is over, so nothing more can be sent.
staff_talk_not_yours = The conversation isn’t with you: another officer was faster, or nobody has taken it yet.
staff_talk_offline = The connection has been lost and is being restored. What you write can still be sent.
staff_talk_changed = Something has happened here that this page doesn’t show yet.
staff_talk_look_again = Refresh the page
staff_talk_keys = Enter sends, Shift + Enter starts a new line.
staff_canned = Ready-made answer
staff_canned_insert = Insert
staff_canned_hello = Greeting
staff_canned_moment = One moment
staff_canned_checking = Looking it up
staff_canned_details = Asking for details
staff_canned_recorded = It is on record
staff_canned_anything = Anything else?
staff_canned_back = Back to the assistant
staff_canned_goodbye = Goodbye

staff_channel_web = Website chat
staff_channel_telegram = Telegram
staff_channel_whatsapp = WhatsApp
staff_wish_none = not said
staff_wants_why = { $wish } ({ $reason })
staff_wish_human_handoff = a person
staff_wish_complain_about_bot = not happy with the assistant
staff_wish_log_in = signing in
staff_wish_login_problem = trouble signing in
staff_wish_view_account = account details
staff_wish_view_call_activity = list of calls
staff_wish_dispute_charge = disputing a charge
staff_wish_report_fraud = reporting fraud
staff_wish_check_report_status = status of a report
staff_wish_credit_timing = when a credit arrives
staff_wish_opening_hours = opening hours
staff_wish_view_bill = seeing a bill
staff_wish_explain_bill = having a bill explained
staff_wish_payment_options = ways to pay
staff_wish_report_payment = a payment already made
staff_wish_request_invoice = an invoice or a copy of a bill
staff_wish_add_dispute_information = adding to a report
staff_wish_send_file = adding a photo or document
staff_wish_escalate_complaint = making a complaint
staff_wish_contact_form = leaving a message
staff_wish_report_fault = a fault
staff_wish_report_lost_equipment = lost, stolen or damaged equipment
staff_wish_request_service = a new service
staff_wish_port_number = bringing a number over
staff_wish_move_service = moving house
staff_wish_change_number = a new telephone number
staff_wish_update_details = a change of details
staff_wish_transfer_ownership = a change of account holder
staff_wish_reconnect_service = getting the service back
staff_wish_cancel_service = ending the contract
staff_wish_track_order = an order or an installation
staff_wish_coverage_plans = plans and coverage
staff_wish_withdraw_dispute = withdrawing a report
staff_wish_answer_offer = answering an offer

staff_action_handoffThere = was there for customers
staff_action_handoffAway = was away
staff_action_handoffTake = took a conversation
staff_action_handoffSay = wrote in a conversation
staff_action_handoffHandBack = handed a conversation back to the assistant
staff_action_handoffEnd = ended a conversation
staff_action_handoffUnanswered = left a conversation to the assistant, unanswered

words_canned_hello = Hello, this is { $name }. I have read what you wrote, and I’m taking care of it now.
words_canned_moment = One moment, please. I’ll be right back with you.
words_canned_checking = Let me check that for you. It will take a minute or two.
words_canned_details = So that I can look into it: which call or which bill is it about, and what exactly happened?
words_canned_recorded = I have added this to your report. You can ask the assistant for its status at any time.
words_canned_anything = Is there anything else I can do for you?
words_canned_back = I’m handing you back to the assistant, which will carry on with you from here.
words_canned_goodbye = Thank you for getting in touch. Goodbye!
