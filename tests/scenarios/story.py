"""An invented hard case, as a tired worker types it; nobody in it exists."""

PASSPHRASE = "Birne Zaun Montag Kessel"

WAS = (
    "Frau Selam Tesfay stand um acht Uhr mit ihrem Bruder Yonas vor meinem Büro in der Unterkunft in Bad Belzig. "
    "Sie hatte einen Brief vom BAMF in der Hand, Aktenzeichen 1234567-423, und hat kein Wort gesagt. "
    "Ich habe sofort angefangen zu erklären, Frist, Widerspruch, Termin, viel zu schnell. "
    "Yonas hat übersetzt und wurde immer lauter, dann hat er gegen den Schrank getreten. "
    "Ich bin zurückgewichen und habe meine Kollegin Marlies Habermann angerufen, 0176 34567891. "
    "Sie kam nach fünf Minuten, und wir haben uns alle hingesetzt. "
    "Danach war es sehr still im Raum."
)
BEWEGT = (
    "Mir zittern noch die Hände. Ich merke, dass ich Angst hatte und mich dafür schäme. "
    "Ich frage mich, ob ich Selam überhaupt gesehen habe oder nur den Brief. "
    "Wenn ich an ihr Gesicht denke, wird mir eng, und ich möchte am liebsten noch einmal von vorn anfangen. "
    "Zu Hause werde ich davon nichts erzählen."
)
SCHRITT_BEGONNEN = "Morgen frage ich Selam zuerst, was sie von mir braucht, bevor ich irgendetwas erkläre, und dann "
SCHRITT_ZU_ENDE = "warte ich, bis sie antwortet. Mit Marlies spreche ich vor der Teamrunde in Brandenburg an der Havel."

TEXT = f"{WAS} {BEWEGT} {SCHRITT_BEGONNEN} {SCHRITT_ZU_ENDE}"

IDENTIFYING = (
    "Selam",
    "Tesfay",
    "Yonas",
    "Belzig",
    "1234567",
    "423",
    "Marlies",
    "Habermann",
    "0176",
    "34567891",
    "Brandenburg",
    "Havel",
)
