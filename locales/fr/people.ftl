utter_contacts_open =
    Quelqu’un peut vous aider maintenant : appelez le { $phone } (jusqu’à { $closes }).
    Vous pouvez aussi écrire à { $email }.
utter_contacts_closed =
    Personne n’est là pour vous répondre en ce moment. Le { $phone } répond de nouveau { $opens }, et vous pouvez écrire à { $email } à toute heure.
    En attendant, je peux prendre votre contestation : elle reçoit aussitôt un numéro de dossier.
utter_opening_hours_open = Notre service téléphonique est ouvert en ce moment, jusqu’à { $closes }.
utter_opening_hours_closed = Notre service téléphonique est fermé en ce moment. Il rouvre { $opens }.
utter_opening_hours =
    Par téléphone ({ $phone }) : { $phone_hours }
    À notre agence ({ $address }), sur rendez-vous : { $office_hours }
    Cet assistant et notre site web : à toute heure, tous les jours.
    Toutes les heures sont à l’heure locale de { $city }.
hours_weekdays = du lundi au vendredi de { $from } à { $to }
hours_saturday = le samedi de { $from } à { $to }
opens_today = aujourd’hui à { $time }
opens_tomorrow = demain à { $time }
opens_on = le { $day } à { $time }
