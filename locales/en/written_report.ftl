utter_ask_matter = I’ll pass this on to a colleague in writing and give you a number. Please tell me in your own words what it is about and what you need.
utter_ask_matter_again = Please tell me in a sentence or two what it is about. A colleague will read it.
utter_block_the_line = If your phone or SIM card is lost or stolen, please ring us as soon as you can, so that we can block the line.
utter_ask_confirmed_report =
    This is what I’ll send:
    About: { $topic }
    In your words: { $words }
    Answered by: { $team }
    If anything is missing (an address, a number, since when), just write it and I’ll add it.
    Shall I send it?
utter_written_report_filed =
    Done. Your report number is { $report }.
    You will have an answer from { $team } by { $answer_by }.
utter_written_report_filed_undated = Done. Your report number is { $report }. You will have an answer from { $team }.
utter_ask_answer = Please write your answer here. I’ll add it to report { $report }.
utter_ask_confirmed_answer =
    This is what I’ll add to report { $report }:
    { $words }
    Shall I send it?
utter_added_to_report = Thank you. It has been added to report { $report }. You will hear from us by { $answer_by }.
utter_added_to_report_undated = Thank you. It has been added to report { $report }. You will hear from us.
utter_written_report_filed_before = That has already been sent. Your report number is { $report }.
utter_written_report_unsure = I don’t know yet whether your report has arrived: our system did not answer in time. Press “Try again” in a moment: it will not be sent twice.
utter_written_report_rejected = Our system did not accept this report, so nothing has been sent. A person can take it from here.
utter_written_report_gone = I no longer have that report here, and nothing has been sent. What is it about?
utter_one_thing_at_a_time = Let’s finish this first, please, or say “stop”; then I’ll be happy to help with the other thing.

button_other_words = Change the words

team_billing = our billing team
team_technical = our technical service
team_care = our customer service
team_complaints = our complaints team

topic_view_bill = your bill
topic_explain_bill = an explanation of your bill
topic_payment_options = ways to pay
topic_report_payment = a payment you made
topic_request_invoice = an invoice or a copy of a bill
topic_add_dispute_information = more on an earlier dispute
topic_escalate_complaint = a complaint
topic_contact_form = a message to us
topic_report_fault = a fault
topic_report_lost_equipment = lost, stolen or damaged equipment
topic_request_service = a new service
topic_port_number = bringing a number over
topic_move_service = moving house
topic_change_number = a new telephone number
topic_update_details = a change of your details
topic_transfer_ownership = a change of account holder
topic_reconnect_service = getting the service back
topic_cancel_service = ending the contract
topic_track_order = an order or an installation
topic_coverage_plans = plans and coverage
topic_login_problem = trouble signing in
topic_view_account = your account details
topic_credit_timing = when a credit arrives
topic_report_fraud = a case of fraud
topic_after = { $topic }, following report { $report }
