# Les pages de connexion.

code_title = Saisissez le code
code_intro = L’assistant du chat vous a donné un code de huit lettres. Veuillez le saisir ici.
code_label = Code
code_hint = Majuscules ou minuscules, avec ou sans tiret : peu importe.
code_continue = Continuer
code_malformed = Le code compte huit lettres. Veuillez le vérifier dans le chat.
code_unknown = Nous ne connaissons pas ce code. Veuillez vérifier dans le chat que vous l’avez bien saisi.
code_expired_title = Ce code a expiré
code_expired = Un code est valable un quart d’heure. Demandez‑en un nouveau dans le chat ; ce que vous y avez dit est conservé.
code_used_title = Ce code a déjà été utilisé
code_used = Si la connexion vient de vous, revenez simplement au chat. Sinon, veuillez nous appeler : { $phone }.
code_refused_title = Ce code n’est plus valable
code_refused = Quelqu’un a indiqué ne pas l’avoir demandé. Si vous souhaitez vous connecter, demandez un nouveau code dans le chat.
code_paused = { $minutes ->
    [one] Trop de codes erronés ont été saisis. Veuillez réessayer dans une minute.
   *[other] Trop de codes erronés ont été saisis. Veuillez réessayer dans { $minutes } minutes.
}

signin_title = Se connecter
signin_code = Votre code
signin_consent = Vous connecter à l’assistant avec ce code ? Ne le faites que si vous l’avez demandé dans le chat et que le chat affiche le même code.
signin_user_name = Identifiant
signin_password = Mot de passe
signin_submit = Se connecter
signin_refuse = Je n’ai rien demandé
signin_problem = Cela n’a pas fonctionné
signin_missing = Veuillez saisir votre identifiant et votre mot de passe.
signin_wrong = L’identifiant ou le mot de passe est incorrect. Veuillez réessayer.
signin_paused = { $minutes ->
    [one] Il y a eu trop de tentatives. Par sécurité, veuillez patienter une minute ; vous pourrez ensuite vous connecter.
   *[other] Il y a eu trop de tentatives. Par sécurité, veuillez patienter { $minutes } minutes ; vous pourrez ensuite vous connecter.
}
signin_stale = La page est restée ouverte longtemps ou votre navigateur n’accepte pas les cookies. Veuillez réessayer.
signin_help = Identifiant ou mot de passe oublié ? Appelez‑nous : { $phone }.

done_title = Connexion réussie
done = Vous pouvez revenir au chat ; il continue tout seul.
done_close = Vous pouvez fermer cette fenêtre.
refused_title = Personne n’a été connecté
refused = Merci d’avoir vérifié. Le code n’est plus valable. Si vous souhaitez malgré tout vous connecter, demandez‑en un nouveau dans le chat.
