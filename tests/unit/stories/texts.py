"""Invented texts that several tests share."""

WIRE = """Le barrage de Montclar a été vidé en urgence dimanche soir après la découverte d'une fissure de douze mètres, a annoncé l'exploitant. Quelque 2.400 habitants de la vallée ont été priés de quitter leur logement.

« Il n'y a pas de danger immédiat, mais nous ne prendrons aucun risque », a déclaré la préfète, Jeanne Albaret, lors d'un point presse tenu à 22 h 30. Trois écoles resteront fermées lundi.

L'ouvrage, mis en service en 1968, avait été inspecté en novembre sans qu'aucune anomalie soit relevée. Une expertise a été confiée à un laboratoire de Grenoble, qui doit rendre ses conclusions d'ici à deux semaines.

La départementale 87 est coupée dans les deux sens entre Montclar et Saint-Ferréol. Un gymnase a été ouvert pour accueillir les personnes sans solution d'hébergement."""

UPDATE = (
    " Le préfet de région est attendu dans la matinée. Le niveau de la retenue a baissé de quatre mètres depuis minuit."
)

OTHER = """Le fabricant de vélos Tournerive ouvrira à l'automne un atelier à Bressuire, où il compte employer quatre-vingts personnes, a indiqué mardi son fondateur, Hadrien Coste. L'investissement s'élève à sept millions d'euros.

La région apporte un cinquième de la somme. Les premiers cadres devraient sortir au printemps suivant, et l'entreprise vise dix mille machines par an d'ici à trois ans."""

ABROAD = """Engineers spent the night draining a reservoir in the French Alps after a crack was found in the Montclar dam, and about 2,400 people were told to leave their homes on Sunday evening.

Jeanne Albaret, the local prefect, said there was no immediate danger. The wall dates from 1968 and passed an inspection in November. Experts from Grenoble are to report in two weeks; the road to Saint-Ferréol stays closed."""
