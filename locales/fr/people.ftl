utter_contacts_open =
    Quelqu’un peut vous aider maintenant : appelez le { $phone } (jusqu’à { $closes }).
    Vous pouvez aussi écrire à { $email }.
utter_contacts_closed =
    Personne n’est là pour vous répondre en ce moment. Le { $phone } répond de nouveau { $opens }, et vous pouvez écrire à { $email } à toute heure.
    En attendant, je peux noter votre demande : elle reçoit aussitôt un numéro de dossier.
utter_opening_hours_open = Notre service téléphonique est ouvert en ce moment, jusqu’à { $closes }.
utter_opening_hours_closed = Notre service téléphonique est fermé en ce moment. Il rouvre { $opens }.
utter_opening_hours =
    Par téléphone ({ $phone }) : { $phone_hours }
    À notre agence ({ $address }), sur rendez-vous : { $office_hours }
    Chat avec un conseiller : { $chat_hours }
    Cet assistant et notre site web : à toute heure, tous les jours.
    Toutes les heures sont à l’heure locale de { $city }.
hours_weekdays = du lundi au vendredi de { $from } à { $to }
hours_saturday = le samedi de { $from } à { $to }
opens_today = aujourd’hui à { $time }
opens_tomorrow = demain à { $time }
opens_on = le { $day } à { $time }
with_your_time = { $at }, soit { $yours } chez vous
by_today = aujourd’hui avant { $time }
by_tomorrow = demain avant { $time }
by_on = le { $day } avant { $time }
by_day = au plus tard le { $day }
by_soon = dès que possible
hours_monday = le lundi de { $from } à { $to }
hours_tuesday = le mardi de { $from } à { $to }
hours_wednesday = le mercredi de { $from } à { $to }
hours_thursday = le jeudi de { $from } à { $to }
hours_friday = le vendredi de { $from } à { $to }
hours_sunday = le dimanche de { $from } à { $to }
hours_always = à toute heure, tous les jours
way_phone = téléphone
way_office = agence
way_chat = chat avec un conseiller
utter_special_day = À noter : le { $day }, nous serons fermés ({ $ways }).
utter_special_day_because = À noter : le { $day }, { $reason }, nous serons fermés ({ $ways }).
utter_special_day_hours = À noter : le { $day }, nous serons ouverts de { $from } à { $to } ({ $ways }).
utter_special_day_hours_because = À noter : le { $day }, { $reason }, nous serons ouverts de { $from } à { $to } ({ $ways }).
utter_clocks = À { $city }, il est { $there } ; chez vous, { $here }.
utter_closed_because = Nous sommes fermés aujourd’hui : { $reason }.
utter_closed_holiday = C’est un jour férié ici, nous sommes donc fermés.
utter_nobody_free = Tous mes collègues sont occupés en ce moment.
utter_nobody_free_phone = Tous mes collègues sont occupés en ce moment. Vous pouvez aussi appeler le { $phone } (jusqu’à { $closes }).
utter_chat_closed = Personne n’est sur le chat en ce moment. Il rouvre { $opens }, tout comme le { $phone }.
utter_chat_closed_phone = Personne n’est sur le chat en ce moment ; il rouvre { $opens }. Vous pouvez appeler dès maintenant le { $phone } (jusqu’à { $closes }).
utter_chat_and_phone_closed = Personne n’est sur le chat en ce moment. Il rouvre { $opens } ; le { $phone } répond de nouveau { $phone_opens }.

# Une personne dans le chat. $ahead compte les clients qui sont avant.
utter_person_called =
    { $ahead ->
        [0] J’ai demandé qu’un conseiller nous rejoigne ici : c’est bientôt votre tour.
        [one] J’ai demandé qu’un conseiller nous rejoigne ici. Un client est avant vous.
       *[other] J’ai demandé qu’un conseiller nous rejoigne ici. { $ahead } clients sont avant vous.
    }
    Il verra ce que nous nous sommes dit. En attendant, vous pouvez continuer avec moi.
utter_place_in_queue =
    { $ahead ->
        [0] C’est bientôt votre tour : un conseiller arrive dans un instant.
        [one] Un client est avant vous.
       *[other] { $ahead } clients sont avant vous.
    }
utter_still_waiting = Vous attendez toujours un conseiller. Je ne vois pas votre place dans la file en ce moment, mais vous ne l’avez pas perdue.
utter_person_is_coming = Un conseiller est en train de nous rejoindre.
utter_stopped_waiting = D’accord, vous n’attendez plus de conseiller. Je reste là.
utter_not_waiting = Vous n’attendez aucun conseiller en ce moment.
utter_person_here =
    { $name } est là et prend le relais. Ce que vous écrivez lui parvient directement.
    Quand vous aurez fini, revenez vers moi quand vous voulez.
utter_person_still_there = Êtes-vous toujours là ? { $name } attend votre réponse.
utter_person_late = Votre message n’est pas encore parvenu à { $name }. Je le garde et je le transmets dès que possible.
utter_person_missed = Votre dernier message est arrivé après le départ de { $name } : personne ne l’a lu. S’il est toujours d’actualité, merci de l’écrire de nouveau.
utter_handed_back = { $name } a terminé, et me revoici. Puis-je faire autre chose pour vous ?
utter_back_with_assistant = Me revoici, l’assistant. { $name } sait que vous avez quitté la conversation.
utter_person_gone_for_silence = Je n’ai plus de nouvelles de vous depuis un moment : j’ai mis fin à la conversation avec { $name }. Je suis là quand vous voudrez continuer.
utter_person_silent = Désolé : { $name } ne répond plus depuis un moment, je reprends donc la main. Vous pouvez redemander un conseiller ou appeler le { $phone }.
utter_nobody_came = Désolé, aucun conseiller ne s’est libéré. Vous pouvez redemander plus tard ou appeler le { $phone }.
utter_chat_has_closed = Désolé, le chat a fermé pour aujourd’hui avant qu’un conseiller se libère.
button_back_to_assistant = Retour à l’assistant
button_my_place = Où en est mon tour ?
button_stop_waiting = Ne plus attendre
button_leave_message = Laisser un message
