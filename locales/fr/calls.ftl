utter_ask_line = De quel numéro de téléphone s’agit-il ?
utter_ask_line_again = Je ne vois pas de quel numéro il s’agit. Est-ce l’un de ceux-ci ?
utter_ask_cycle = Quelle période de facturation voulez-vous voir ?
utter_ask_cycle_again = Je ne vois pas de quelle période il s’agit. Est-ce l’une de celles-ci ?
utter_calls =
    { $count ->
        [one] Un appel depuis { $line } (période { $period }) : { $total }.
       *[other] { $count } appels depuis { $line } (période { $period }) : { $total } au total.
    }
utter_calls_page =
    { $count ->
        [one] Le voici. S’il n’est pas juste, dites-le-moi.
       *[other] Voici les appels { $first } à { $last } sur { $count }, du plus récent au plus ancien. Si l’un d’eux vous semble erroné, sélectionnez-le ou dites-moi son numéro dans la liste.
    }
utter_calls_page_by_number =
    { $count ->
        [one] Le voici. S’il n’est pas juste, dites-le-moi.
       *[other] Voici les appels { $first } à { $last } sur { $count }, du plus récent au plus ancien. Si l’un d’eux vous semble erroné, dites-moi son numéro dans la liste.
    }
utter_calls_page_to_look_at =
    { $count ->
        [one] Le voici.
       *[other] Voici les appels { $first } à { $last } sur { $count }, du plus récent au plus ancien. Aucun d’eux ne peut être contesté.
    }
utter_no_calls = Il n’y a aucun appel depuis { $line } (période { $period }). Voulez-vous voir une autre période ?

cycle_current = { $month } (pas encore facturé)
cycle_billed = { $month } – facture de { $amount }
call_title = { $when } · { $number }
call_detail = { $place } · { $duration }
call_detail_free = { $place } · { $duration } · inclus dans votre forfait
place_mobile = mobile
place_local = fixe
place_premium = numéro surtaxé
place_international = { $country }
# Sans préposition : « au Maroc », « en Allemagne », « aux États-Unis ».
place_roaming = itinérance · { $country }
calls_label = Vos appels
chart_cost_by_kind = Le coût de vos appels, par type
kind_local = Fixes
kind_mobile = Mobiles
kind_premium = Numéros surtaxés
kind_international = Vers l’étranger
kind_roaming = En itinérance
kind_other = Autres appels

button_line = { $number }
button_all_lines = Tous mes numéros
button_other_cycle = Autre période
button_other_line = Autre numéro
button_dispute_marked = Contester la sélection
button_dispute_these = Contester certains appels

ineligible_too_old = trop ancien pour être contesté
ineligible_already_credited = déjà crédité
ineligible_already_disputed = déjà contesté
ineligible_included_in_plan = inclus dans votre forfait
ineligible_unbilled = pas encore facturé
ineligible_other = ne peut pas être contesté ici
