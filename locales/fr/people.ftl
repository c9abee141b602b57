utter_contacts_open =
    Quelqu’un peut vous aider maintenant : appelez le { $phone } (jusqu’à { $closes }).
    Vous pouvez aussi écrire à { $email }.
utter_contacts_closed =
    Personne n’est là pour vous répondre en ce moment. Vous pouvez appeler le { $phone } à partir du { $opens }, ou écrire à { $email } à toute heure.
    En attendant, je peux prendre votre contestation : elle reçoit aussitôt un numéro de dossier.
utter_opening_hours_open = Notre service téléphonique est ouvert en ce moment, jusqu’à { $closes }.
utter_opening_hours_closed = Notre service téléphonique est fermé en ce moment. Il rouvre le { $opens }.
utter_opening_hours =
    Par téléphone ({ $phone }) : { $phone_hours }
    À notre agence ({ $address }), sur rendez-vous : { $office_hours }
    Cet assistant et notre site web : toujours.
    Toutes les heures sont à l’heure locale de { $city }.
hours_weekdays = du lundi au vendredi de { $from } à { $to }
hours_saturday = le samedi de { $from } à { $to }
