utter_ask_line = Which telephone number is it about?
utter_ask_line_again = I can’t tell which of your numbers you mean. Is it one of these?
utter_ask_cycle = Which billing period would you like to see?
utter_ask_cycle_again = I can’t tell which period you mean. Is it one of these?
utter_calls =
    { $count ->
        [one] One call from { $line } in the period { $period }: { $total }.
       *[other] { $count } calls from { $line } in the period { $period }: { $total } in all.
    }
utter_calls_page =
    These are numbers { $first } to { $last } of { $count }, the most recent first. If any of them is wrong, mark it or tell me its number.
utter_calls_page_by_number =
    These are numbers { $first } to { $last } of { $count }, the most recent first. If any of them is wrong, tell me its number.
utter_calls_page_to_look_at = These are numbers { $first } to { $last } of { $count }, the most recent first. You can’t claim a credit for any of them.
utter_no_calls = There are no calls from { $line } in the period { $period }. Would you like to see another period?

cycle_current = { $month } (not billed yet)
cycle_billed = { $month } – bill for { $amount }
call_title = { $when } · { $number }
call_detail = { $place } · { $duration }
call_detail_free = { $place } · { $duration } · included in your plan
place_mobile = mobile
place_local = landline
place_premium = premium rate
place_international = { $country }
place_roaming = roaming, to { $country }
calls_label = Your calls
chart_cost_by_kind = What your calls cost, by kind
kind_local = Landlines
kind_mobile = Mobiles
kind_premium = Premium rate
kind_international = International
kind_roaming = While roaming
kind_other = Other calls

button_line = { $number }
button_all_lines = All my numbers
button_other_cycle = Another period
button_other_line = Another number
button_dispute_marked = Dispute the marked calls
button_dispute_these = Dispute some of these

ineligible_too_old = too old to dispute
ineligible_already_credited = already credited
ineligible_already_disputed = already disputed
ineligible_included_in_plan = included in your plan
ineligible_unbilled = not billed yet
ineligible_other = cannot be disputed here
