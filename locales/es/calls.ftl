utter_ask_line = ¿De qué número de teléfono se trata?
utter_ask_line_again = No sé a cuál de sus números se refiere. ¿Es uno de estos?
utter_ask_cycle = ¿Qué periodo de facturación quiere ver?
utter_ask_cycle_again = No sé a qué periodo se refiere. ¿Es uno de estos?
utter_calls =
    { $count ->
        [one] Una llamada desde { $line } en el periodo { $period }: { $total }.
       *[other] { $count } llamadas desde { $line } en el periodo { $period }: { $total } en total.
    }
utter_calls_page =
    { $count ->
        [one] Aquí la tiene. Si está mal, dígamelo.
       *[other] Llamadas { $first } a { $last } de { $count }, primero las más recientes. Si alguna está mal, márquela o dígame su número en la lista.
    }
utter_calls_page_by_number =
    { $count ->
        [one] Aquí la tiene. Si está mal, dígamelo.
       *[other] Llamadas { $first } a { $last } de { $count }, primero las más recientes. Si alguna está mal, dígame su número en la lista.
    }
utter_calls_page_to_look_at =
    { $count ->
        [one] Aquí la tiene.
       *[other] Llamadas { $first } a { $last } de { $count }, primero las más recientes. Por ninguna de ellas se puede pedir un abono.
    }
utter_no_calls = No hay llamadas desde { $line } en el periodo { $period }. ¿Quiere ver otro periodo?

cycle_current = { $month } (aún sin facturar)
cycle_billed = { $month } – factura de { $amount }
call_title = { $when } · { $number }
call_detail = { $place } · { $duration }
call_detail_free = { $place } · { $duration } · incluida en su plan
place_mobile = móvil
place_local = fijo
place_premium = tarifa especial
place_international = { $country }
place_roaming = roaming, a { $country }
calls_label = Sus llamadas
chart_cost_by_kind = Cuánto cuestan sus llamadas, por tipo
kind_local = Fijos
kind_mobile = Móviles
kind_premium = Tarifa especial
kind_international = Internacionales
kind_roaming = En roaming
kind_other = Otras

button_line = { $number }
button_all_lines = Todos mis números
button_other_cycle = Otro periodo
button_other_line = Otro número
button_dispute_marked = Reclamar las marcadas
button_dispute_these = Reclamar alguna de estas

ineligible_too_old = demasiado antigua para reclamarla
ineligible_already_credited = abono ya realizado
ineligible_already_disputed = ya reclamada
ineligible_included_in_plan = incluida en su plan
ineligible_unbilled = aún sin facturar
ineligible_other = no se puede reclamar aquí
