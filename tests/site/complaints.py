"""What a page complains of while it is used."""


def complaints_of(page):
    """Return a list to which errors of scripts and of the console are added."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: m.type == "error" and complaints.append(m.text))
    return complaints
