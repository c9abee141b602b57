utter_ask_line = O który numer telefonu chodzi?
utter_ask_line_again = Nie wiem, o który numer chodzi. Czy o jeden z tych?
utter_ask_cycle = Który okres rozliczeniowy pokazać?
utter_ask_cycle_again = Nie wiem, o który okres chodzi. Czy o jeden z tych?
utter_calls =
    { $count ->
        [one] { $line }, okres { $period }: jedno połączenie, { $total }.
        [few] { $line }, okres { $period }: { $count } połączenia, razem { $total }.
        [many] { $line }, okres { $period }: { $count } połączeń, razem { $total }.
       *[other] { $line }, okres { $period }: { $count } połączenia, razem { $total }.
    }
utter_calls_page =
    Pozycje od { $first } do { $last } z { $count }, od najnowszych. Jeśli coś się nie zgadza, proszę to zaznaczyć albo podać numer pozycji.
utter_calls_page_by_number =
    Pozycje od { $first } do { $last } z { $count }, od najnowszych. Jeśli coś się nie zgadza, proszę podać numer pozycji.
utter_calls_page_to_look_at = Pozycje od { $first } do { $last } z { $count }, od najnowszych. Żadnej z nich nie można teraz zareklamować.
utter_no_calls = { $line }, okres { $period }: brak połączeń. Czy pokazać inny okres?

cycle_current = { $month } (jeszcze bez rachunku)
cycle_billed = { $month } – rachunek: { $amount }
call_title = { $when } · { $number }
call_detail = { $place } · { $duration }
call_detail_free = { $place } · { $duration } · w abonamencie
place_mobile = numer komórkowy
place_local = numer stacjonarny
place_premium = numer o podwyższonej opłacie
place_international = { $country }
place_roaming = roaming, kierunek: { $country }
calls_label = Połączenia
chart_cost_by_kind = Koszt połączeń według rodzaju
kind_local = Numery stacjonarne
kind_mobile = Numery komórkowe
kind_premium = Numery o podwyższonej opłacie
kind_international = Połączenia międzynarodowe
kind_roaming = Połączenia w roamingu
kind_other = Pozostałe

button_line = { $number }
button_all_lines = Wszystkie moje numery
button_other_cycle = Inny okres
button_other_line = Inny numer
button_dispute_marked = Reklamuję zaznaczone
button_dispute_these = Reklamuję niektóre

ineligible_too_old = termin reklamacji minął
ineligible_already_credited = zwrot już przyznano
ineligible_already_disputed = już reklamowane
ineligible_included_in_plan = w abonamencie
ineligible_unbilled = jeszcze bez rachunku
ineligible_other = tu nie można reklamować
