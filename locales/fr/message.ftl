utter_ask_message = Vous pouvez me laisser dès maintenant votre panne, votre question ou votre demande : écrivez-la ici avec vos mots. Vous recevrez aussitôt un numéro de dossier, et une réponse { $by }.
utter_ask_reply_way = Comment souhaitez-vous recevoir la réponse ?
utter_ask_reply_way_again = Où faut-il envoyer la réponse : ici dans le chat, par e-mail ou par téléphone ? Vous pouvez aussi écrire directement l’adresse ou le numéro.
utter_ask_reply_email = À quelle adresse e-mail ?
utter_ask_reply_email_again = Je ne vois pas d’adresse e-mail dans ce message. Elle ressemble à nom@example.com. Ou préférez-vous la réponse ici, dans le chat ?
utter_ask_reply_phone = À quel numéro de téléphone ?
utter_ask_reply_phone_again = Ce numéro de téléphone n’est pas complet. Écrivez-le en entier et, s’il est étranger, avec son indicatif, par exemple +44. Ou préférez-vous la réponse ici, dans le chat ?
button_reply_chat = Ici dans le chat
button_reply_email = Par e-mail
button_reply_phone = Par téléphone
button_change_reply = Où va la réponse
reply_chat = ici dans le chat
reply_email = par e-mail à { $email }
reply_phone = par téléphone au { $phone }
utter_ask_confirmed_message =
    Voici ce que je vais envoyer :
    Avec vos mots : { $words }
    Vous aurez la réponse { $by }, { $reply }.
    S’il manque quelque chose (adresse, numéro, depuis quand), écrivez-le et je l’ajoute.
    Je l’envoie ?
utter_message_filed =
    C’est fait. Votre numéro de dossier est { $report }.
    Vous aurez une réponse { $by }, { $reply }.
utter_message_belongs_here = Vous pouvez m’en demander des nouvelles dans cette conversation à tout moment, sans vous connecter.
utter_status_where_filed = Si vous avez ouvert ce dossier sans vous connecter, demandez-en des nouvelles dans la conversation où vous l’avez ouvert, ou appelez le { $phone }. S’il figure dans votre compte, vous pouvez vous connecter ici.
utter_status_by_code = Si vous avez ouvert ce dossier sans vous connecter en donnant une adresse e-mail, je peux y envoyer un code, puis vous dire où il en est. Si vous avez donné un numéro de téléphone, ou rien, demandez-en des nouvelles dans la conversation où vous l’avez ouvert, ou appelez le { $phone }. S’il figure dans votre compte, vous pouvez vous connecter ici.
button_send_code = M’envoyer un code
utter_code_sent = Si le dossier { $report } a été ouvert sans connexion et avec une adresse e-mail, un code part à cette adresse. Il est valable dix minutes.
utter_ask_status_code = Écrivez ici les six chiffres du code, s’il vous plaît.
utter_ask_status_code_again = Le code a six chiffres. Écrivez-les ici, ou dites « arrêter ».
utter_code_wrong = Ce n’est pas le bon code. Vérifiez-le et réessayez, s’il vous plaît.
utter_code_over = Ce code n’est plus valable. Je peux en envoyer un nouveau.
utter_code_barred = Il y a eu trop de codes erronés pour ce dossier. Un nouveau code ne pourra être envoyé que dans une heure. Vous pouvez aussi appeler le { $phone }.
utter_status_alone = Dossier { $report } : { $status }
