# Ce que les messageries disent de ce qu’elles ne peuvent pas prendre.
utter_voice_not_heard = Je ne peux pas écouter les messages vocaux. Pouvez-vous me l’écrire, s’il vous plaît ?
utter_sticker = Merci beaucoup ! Je ne comprends pas les stickers ni les GIF, en revanche. Pouvez-vous me dire avec des mots ce que je peux faire pour vous ?
utter_not_read = Je ne peux pas ouvrir cela : je lis les messages écrits et je reçois les photos et les documents PDF. Pouvez-vous me l’expliquer avec des mots ?
utter_file_not_fetched = Je n’ai pas réussi à récupérer votre fichier. Pouvez-vous me l’envoyer de nouveau, s’il vous plaît ?
utter_edit_not_read = Vous avez modifié un message, mais je ne lis que ce qui est envoyé la première fois. Si quelque chose a changé, écrivez-le-moi dans un nouveau message.
utter_not_in_groups = Merci pour l’invitation, mais je ne réponds pas dans les groupes : votre facture ne regarde que vous. Écrivez-moi directement et je vous aiderai avec plaisir.
utter_button_gone = Ce bouton ne fonctionne plus. Écrivez-moi simplement ce que vous souhaitez.
