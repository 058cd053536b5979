"""Portuguese."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro",
    ),
    weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    date_particles="de às as do",
    day_first=True,
    numerals={
        2: "dois duas", 3: "três", 4: "quatro", 5: "cinco", 6: "seis", 7: "sete", 8: "oito", 9: "nove",
        10: "dez", 11: "onze", 12: "doze", 13: "treze", 14: "catorze quatorze", 15: "quinze", 16: "dezesseis dezasseis",
        17: "dezessete dezassete", 18: "dezoito", 19: "dezenove dezanove", 20: "vinte", 30: "trinta", 40: "quarenta",
        50: "cinquenta", 60: "sessenta", 70: "setenta", 80: "oitenta", 90: "noventa",
    },
    scales={10**3: "mil", 10**6: "milhão milhões", 10**9: "bilhão bilhões"},
    number_words=(
        "dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem mil primeiro primeira segundo segunda "
        "terceiro terceira quarto quinto último última alta queda subiu caiu"
    ),
    stemmer="portuguese",
    and_words="e ou os as",
    challenge=("acesso negado", "não sou um robô", "tráfego incomum", "verifique se você é humano"),
    consent=("dados pessoais", "consentimento", "aceitar", "rejeitar", "finalidades"),
    consent_titles=("antes de continuar", "sua privacidade", "a sua privacidade"),
    walls=("para assinantes", "já é assinante", "assine para", "exclusivo para assinantes", "continue lendo"),
    remains=(r"\d+(?:[.,]\d+)?\s?% deste artigo",),
    media_titles=("vídeo", "fotos?", "galeria", "em imagens"),
    live_titles=("ao vivo", "minuto a minuto"),
    labels=("leia (?:também|mais)", "publicidade", "compartilhe", "partilhar", "fonte", "foto"),
    contact_words=("assine", "assinante", "inscreva"),
    byline_prefixes=("por", r"autor(?:a|es)?", "redação"),
    update_words=("atualiz",),
    credit_words=("com", "fonte"),
    agency_words=("agências",),
    stamp_words=("publicado", "atualizado", "tempo de leitura"),
    boilerplate=(
        r"leia (?:também|mais)\b",
        r"(?:assine|assinantes?|inscreva-se)\b",
        r"(?:política de privacidade|aceitar todos)\b",
        r"(?:siga-nos|compartilhe|partilhe)\b.{0,60}\b(?:facebook|whatsapp|twitter|instagram|telegram|app)\b",
        r"(?:todos os direitos|reprodução proibida)\b",
        r"publicidade\W*$",
    ),
    feed_tails=(r"(?:O post|O artigo) .{1,400}? (?:apareceu primeiro em|aparece primeiro em|surgiu primeiro em) .{1,120}$",),
    read_more=("Leia mais", "Continue lendo", "Ler mais"),
    roundup_openings=("ao vivo",),
    roundups=(r"(?:as notícias (?:do|da|de)|resumo (?:do|da) (?:dia|semana)|o que (?:se )?sabe)",),
    list_numbers=("um", "dois", "três"),
    denials=("desment*", "nega", "negam", "negou"),
    corrections=("correção", "errata", "retificação"),
    retractions=("retratação", "retrata-se"),
)  # fmt: skip
