"""What annbook itself says, in the language of the book; English where there is none.

Sphinx, its extensions and the theme bring translations of theirs.
"""

TRANSLATIONS = {
    "fr": {
        "A cell above has an error, so this one did not run.": (
            "Une cellule plus haut a une erreur ; celle-ci n'a pas été exécutée."
        ),
        "Bringing Python to your browser, once: {megabytes} MB": (
            "Python arrive dans votre navigateur, une fois : {megabytes} Mo"
        ),
        "Code of this cell. Control and Enter run it; Escape, then Tab leave it.": (
            "Code de cette cellule. Contrôle et Entrée l'exécutent ; Échap, puis Tab "
            "en sortent."
        ),
        "Done in {seconds} s on this device": "Fini ici en {seconds} s",
        "Drawn by the code above": "Dessiné par le code ci-dessus",
        "Edit and run": "Modifier et exécuter",
        (
            "You can edit and run the code on this page in your browser. The first run "
            "downloads Python."
        ): (
            "Vous pouvez modifier et exécuter le code de cette page dans votre "
            "navigateur. La première exécution télécharge Python."
        ),
        "Needs {lacking}: run in Colab": "Il faut {lacking} : exécuter dans Colab",
        "the data files": "les fichiers de données",
        "Compares times: run in Colab": "Compare des temps : exécuter dans Colab",
        "minutes of computing": "des minutes de calcul",
        "A check above does not hold here": (
            "Une vérification plus haut ne tient pas ici"
        ),
        "Go to that cell": "Aller à cette cellule",
        "Line {line}": "Ligne {line}",
        "Open in JupyterLite": "Ouvrir dans JupyterLite",
        "Python did not start: {reason}": "Python n'a pas démarré : {reason}",
        "the first run on this device needs the network.": (
            "la première exécution demande ici le réseau."
        ),
        "Run": "Exécuter",
        "Running": "En cours",
        "Running the cells above": "Exécution des cellules plus haut",
        "Starting": "Démarrage",
        "Stop": "Arrêter",
        "Stopped. The next run starts again with the cells above.": (
            "Arrêté. La prochaine exécution recommence par les cellules plus haut."
        ),
        "This interactive figure stands in another chapter.": (
            "Cette figure interactive se trouve dans un autre chapitre."
        ),
        "This needs the network: try again": "Il faut le réseau : réessayez",
        "Answer": "Réponse",
        "Check": "Vérifier",
        "Choose an answer first.": "Choisissez d'abord une réponse.",
        "Choose all that apply.": "Choisissez toutes les bonnes réponses.",
        "Enter a number with a decimal point, or a fraction: 0.25 or 1/4.": (
            "Entrez un nombre avec un point décimal, ou une fraction : 0.25 ou 1/4."
        ),
        "Blank": "Lacune",
        "Fill in on this page:": "À compléter sur cette page :",
        "Write and check on this page:": "À écrire et vérifier sur cette page :",
        "nearly right; compute with one digit more.": (
            "presque juste ; calculez avec un chiffre de plus."
        ),
        "the sign is the other one.": "c'est l'autre signe.",
        "not right yet.": "pas encore juste.",
        "{right} of {all} are right.": "{right} sur {all} sont justes.",
        "Earlier": "Plus tôt",
        "Later": "Plus tard",
        "Hint": "Indice",
        "Not right.": "Pas juste.",
        "Right.": "Juste.",
        "Question": "Question",
        "Not this number. Compute it once more.": "Pas ce nombre. Refaites le calcul.",
        "Right up to here. What comes next?": (
            "Juste jusqu'ici. Qu'est-ce qui vient ensuite ?"
        ),
        "Something else comes first.": "Autre chose vient d'abord.",
        "What you chose is right, and something is missing.": (
            "Ce que vous avez choisi est juste ; il manque quelque chose."
        ),
        "Your number": "Votre nombre",
        "Chapter": "Chapitre",
        "Code": "Code",
        "Copied": "Copié",
        "Copy": "Copier",
        "Copy TeX": "Copier le TeX",
        "Dark": "Sombre",
        "Deeper": "Pour aller plus loin",
        "Device": "Processeur",
        "Download as a notebook": "Télécharger comme notebook",
        "Each time the chapter runs, this code tests what the text says and computes "
        "its numbers.": (
            "À chaque exécution du chapitre, ce code vérifie ce que dit le texte et "
            "en calcule les nombres."
        ),
        "Figure %s": "Figure %s",
        "Folded": "Replié",
        "Hide the code": "Masquer le code",
        "I got stuck here": "Je bloque ici",
        "Library": "Bibliothèque",
        "Light": "Clair",
        "Normal": "Normal",
        "Would you like this browser to remember what you read, answer and solve? "
        "Nothing leaves this device.": (
            "Voulez-vous que ce navigateur garde ce que vous lisez, répondez et "
            "résolvez ? Rien n'est envoyé."
        ),
        "Yes, remember it": "Oui",
        "No, thanks": "Non, merci",
        "From now on it does. To see or erase what it remembers: ": (
            "C'est fait. Pour voir ou effacer ce qu'il garde : "
        ),
        "Your progress": "Vos progrès",
        "Answered": "Répondu",
        "Answered a while ago: try again": "Répondu il y a un moment : à refaire",
        "I solved this": "Résolu",
        "Go on with: ": "Continuer : ",
        "Nothing is remembered so far. If you like, this browser keeps track of what "
        "you read, answer and solve. Then this page shows where to go on, and which "
        "questions are worth another try.": (
            "Rien n'est encore gardé. Si vous voulez, ce navigateur garde ce que vous "
            "lisez, répondez et résolvez ; cette page dit alors où continuer et "
            "quelles questions reprendre."
        ),
        "Remember my progress in this browser": "Garder mes progrès dans ce navigateur",
        "This browser does not let this page keep anything. It may do so if you open "
        "the page in a tab of its own, in a window that is not private.": (
            "Ce navigateur ne laisse rien garder ici. Ouvrez la page dans un onglet, "
            "hors d'une fenêtre privée."
        ),
        "This browser has no room left to keep it.": "Ce navigateur n'a plus de place.",
        "You are reading a copy on your disk. Some browsers let no page of it see what "
        "another one has kept; then nothing shows up here.": (
            "Vous lisez le livre sur votre disque. Dans certains navigateurs, ses "
            "pages ne voient pas ce que les autres gardent."
        ),
        "From now on this browser remembers your progress. Read a section, answer a "
        "question: it will show up here.": (
            "Ce navigateur garde désormais vos progrès. Lisez une section, répondez à "
            "une question : cela se verra ici."
        ),
        "Answered a while ago, and worth another try:": "À reprendre :",
        "No question is due today.": "Aucune question à reprendre aujourd'hui.",
        "Sections read: %s of %s": "Sections lues : %s sur %s",
        "questions answered: %s of %s": "questions répondues : %s sur %s",
        "exercises solved: %s of %s": "tâches résolues : %s sur %s",
        "Export": "Exporter",
        "Import": "Importer",
        "The file was added to what is kept here.": "Le fichier a été ajouté.",
        "Nothing was changed: the file is too large to come from this page.": (
            "Rien n'a changé : le fichier est trop grand pour venir de cette page."
        ),
        "Nothing was changed: this page has not exported this file.": (
            "Rien n'a changé : ce fichier ne vient pas de cette page."
        ),
        "Nothing was changed: the file comes from a later version of the book.": (
            "Rien n'a changé : le fichier vient d'une version plus récente du livre."
        ),
        "Nothing was changed: a part of the file is damaged.": (
            "Rien n'a changé : une partie du fichier est abîmée."
        ),
        "Erase all": "Tout effacer",
        "Erase what is kept here, and remember nothing from now on?": (
            "Effacer ce qui est gardé ici, et ne plus rien garder ?"
        ),
        "All questions": "Toutes les questions",
        "Those that I have answered": "Seulement mes réponses",
        "You are offline": "Vous êtes hors ligne",
        "This page is not kept on this device. These are:": (
            "Cette page n'est pas gardée ici. Celles-ci le sont :"
        ),
        "Not allowed here": "Interdit ici",
        "One after the other": "L'un après l'autre",
        "Open in Binder": "Ouvrir dans Binder",
        "Open in Colab": "Ouvrir dans Colab",
        "Reset": "Réinitialiser",
        "Run in your browser, without an account": "Exécuter ici, sans compte",
        "Run this chapter": "Exécuter ce chapitre",
        "Nothing found. Fewer words may help; so may the index and the glossary.": (
            "Rien trouvé. Moins de mots, l'index ou le glossaire aideront peut-être."
        ),
        "The search needs the network the first time. It tries again when you type.": (
            "La recherche demande le réseau la première fois. Tapez pour réessayer."
        ),
        "Results: %s. First: %s": "Résultats : %s. Premier : %s",
        "Search this book": "Chercher dans ce livre",
        "Seconds": "Secondes",
        "Show the code": "Afficher le code",
        "Shown": "Affiché",
        "System": "Système",
        "Table %s": "Tableau %s",
        "Text, %": "Texte, %",
        "Text spacing": "Espacement",
        "The book does not treat “%s”. Here it says where to read on.": (
            "Le livre ne traite pas « %s ». Il dit ici où lire la suite."
        ),
        "The search needs a script, which cannot run here. Within a page, your "
        "browser finds words by Ctrl+F; for the whole book there is the index:": (
            "La recherche demande un script, qui ne peut s'exécuter ici. Dans une "
            "page, Ctrl+F trouve les mots ; pour tout le livre, il y a l'index :"
        ),
        "The address may have a slip, or the page has moved. The first page:": (
            "L'adresse est fautive, ou la page a été déplacée. Première page :"
        ),
        "Theme": "Thème",
        "Theme, text and code": "Thème, texte et code",
        "There is no such page": "Cette page n'existe pas",
        "This is a picture of an interactive figure. To play with it, open the page "
        "where scripts may run.": (
            "Ceci est l'image d'une figure interactive. Pour jouer, ouvrez la "
            "page là où les scripts sont permis."
        ),
        "Version": "Version",
        "Where and how long": "Où et combien de temps",
        "Wide": "Large",
        "With which versions": "Avec quelles versions",
        "↑ ↓ to choose, Enter to open, Esc to close": (
            "↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer"
        ),
        # Code that readers write.
        "1 case": "1 cas",
        "Download mynet.py": "Télécharger mynet.py",
        "Next: {next}": "Ensuite : {next}",
        "Nothing was changed: no function stands in this file.": (
            "Rien n'a changé : ce fichier ne définit rien."
        ),
        "Nothing was changed: the file has more than 100 kB.": (
            "Rien n'a changé : le fichier dépasse 100 ko."
        ),
        "Nothing was changed: the file holds no text.": (
            "Rien n'a changé : ce n'est pas un fichier de texte."
        ),
        "Nothing was changed: this is a notebook. Expected a file mynet.py.": (
            "Rien n'a changé : ceci est un notebook ; un fichier mynet.py est attendu."
        ),
        "Printed": "Affiché par le code",
        "Python comes to your browser, once: {megabytes} MB so far": (
            "Python arrive dans votre navigateur, une fois : {megabytes} Mo"
        ),
        "Solved.": "Résolu.",
        "Start again": "Recommencer",
        "Stopped.": "Arrêté.",
        "The file has taken the place of what stood here.": (
            "Ce fichier est maintenant ici, au lieu de l'ancien texte."
        ),
        (
            "This is your mynet.py, in which a network of your own grows. It is kept "
            "in this browser, from chapter to chapter."
        ): (
            "Voici votre mynet.py, où grandit votre propre réseau. Ce navigateur le "
            "garde, de chapitre en chapitre."
        ),
        "Undo": "Annuler",
        "Upload mynet.py": "Charger mynet.py",
        "Write and check it here": "Écrire et vérifier ici",
        "Your code. Control and Enter check it; Escape, then Tab leave": (
            "Votre code. Ctrl et Entrée le vérifient ; Échap, puis Tab en sortent"
        ),
        "Your mynet.py. Control and Enter check it; Escape, then Tab leave": (
            "Votre mynet.py. Ctrl et Entrée le vérifient ; Échap, puis Tab en sortent"
        ),
        "{n} cases": "{n} cas",
        "✓ Checked": "✓ Vérifié",
    },
}


def setup(app):
    """Give the settings that hold words to the extensions that read them."""
    app.connect("config-inited", translate_settings)


def translate_settings(app, config):
    """Translate the labels of folded cells, figures and tables."""
    translate = translator(config)
    config.nb_code_prompt_show = translate(config.nb_code_prompt_show)
    config.nb_code_prompt_hide = translate(config.nb_code_prompt_hide)
    config.numfig_format = {k: translate(v) for k, v in config.numfig_format.items()}


def translator(config):
    """Return a function that translates a text into the language of the book."""
    known = TRANSLATIONS.get(config.language, {})
    return lambda text: known.get(text, text)
