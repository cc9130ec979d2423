"""Names of languages, as babel, biblatex and people write them, to the codes HTML asks for (BCP 47)."""

import re
from functools import lru_cache

from .folding import fold

_NAMES = """
af afrikaans; am amharic ethiop; ar arabic arabe arabisch العربية; ast asturian; az azerbaijani; be belarusian
bg bulgarian bulgare bulgarisch български; bn bengali bangla; bo tibetan; br breton; bs bosnian
ca catalan català catalán; cop coptic; cs czech čeština tschechisch tchèque; cy welsh; da danish dansk dänisch danois
de german ngerman germanb deutsch allemand alemán tedesco alemão; de-AT austrian naustrian; de-CH swissgerman
de-CH nswissgerman; dsb lowersorbian; el greek polutonikogreek griechisch grec ελληνικά; grc ancientgreek
en english englisch anglais inglés inglese inglês; en-US american usenglish americanenglish; en-GB british ukenglish
en-GB britishenglish; en-AU australian; en-CA canadian; en-NZ newzealand; eo esperanto
es spanish español espagnol spanisch castellano castilian spagnolo espanhol; es-MX mexican; et estonian eesti
eu basque euskara; fa persian farsi persisch persan فارسی; fi finnish suomi finnisch finnois
fr french français frenchb französisch francés francese francês; fr-CA acadian canadien; fur friulan
ga irish gaeilge; gd scottish scottishgaelic; gl galician galego; gu gujarati; he hebrew hébreu hebräisch עברית
hi hindi हिन्दी; hr croatian hrvatski kroatisch croate; hsb uppersorbian; hu hungarian magyar ungarisch hongrois
hy armenian; ia interlingua; id indonesian bahasaindonesia indon bahasai; is icelandic íslenska
it italian italiano italienisch italien; ja japanese 日本語 japanisch japonais japonés; ka georgian; kk kazakh; km khmer
kmr kurmanji; kn kannada; ko korean 한국어 koreanisch coréen; la latin latein latino; lo lao; lt lithuanian; lv latvian
mk macedonian; ml malayalam; mn mongolian; mr marathi; ms malay bahasamelayu bahasam melayu; mt maltese; nb norsk bokmål
nb norwegianbokmal; ne nepali; nl dutch nederlands niederländisch néerlandais flemish; nn nynorsk norwegiannynorsk
no norwegian norwegisch norvégien; nqo nko; oc occitan; pa punjabi; pl polish polski polnisch polonais; pms piedmontese
pt portuguese português portuges portugais portugiesisch; pt-BR brazilian brazil brazilianportuguese; rm romansh
ro romanian română rumänisch roumain; ru russian русский russisch russe ruso russo; sa sanskrit; se samin northernsami
si sinhala; sk slovak slovenčina slowakisch; sl slovene slovenian slovenščina slowenisch; sq albanian
sr serbian serbianc srpski српски serbisch; sv swedish svenska schwedisch suédois; sw swahili; syc syriac; ta tamil
te telugu; th thai; tk turkmen; tl tagalog; tr turkish türkçe türkisch turc; uk ukrainian українська ukrainisch
ur urdu; uz uzbek; vi vietnamese; yi yiddish; zh chinese mandarin 中文 chinesisch chinois chino
zh-Hans simplifiedchinese chinesesimplified; zh-Hant traditionalchinese chinesetraditional; zu zulu
"""
# ISO 639-1.
_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
# ISO 639-2, for which BCP 47 wants the two letters.
_THREE_LETTERS = """
ara:ar baq:eu bul:bg cat:ca ces:cs chi:zh cym:cy cze:cs dan:da deu:de dut:nl ell:el eng:en epo:eo est:et eus:eu fas:fa
fin:fi fra:fr fre:fr ger:de gle:ga glg:gl gre:el heb:he hin:hi hrv:hr hun:hu ice:is ind:id isl:is ita:it jpn:ja kor:ko
lat:la lav:lv lit:lt may:ms msa:ms nld:nl nno:nn nob:nb nor:no per:fa pol:pl por:pt ron:ro rum:ro rus:ru san:sa slk:sk
slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi wel:cy zho:zh
"""
# ISO 3166-1.
_COUNTRIES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
_CODES = {
    fold(name): code
    for code, *names in (line.split() for line in re.split(r"[;\n]", _NAMES) if line.strip())
    for name in names
}
_LANGUAGES = frozenset(_TWO_LETTERS.split()) | {code for code in _CODES.values() if "-" not in code}
_TWO_FOR_THREE = dict(pair.split(":") for pair in _THREE_LETTERS.split())
_REGIONS = frozenset(_COUNTRIES.split())
_REGION_NAMES = {
    "UK": "GB", "UNITEDKINGDOM": "GB", "GREATBRITAIN": "GB", "USA": "US", "UNITEDSTATES": "US", "BRAZIL": "BR",
    "CANADA": "CA", "AUSTRALIA": "AU", "SWITZERLAND": "CH", "AUSTRIA": "AT", "GERMANY": "DE", "FRANCE": "FR",
    "SPAIN": "ES", "MEXICO": "MX", "PORTUGAL": "PT", "BELGIUM": "BE",
}  # fmt: skip
_SCRIPTS = frozenset(("Arab", "Cyrl", "Deva", "Grek", "Hans", "Hant", "Hebr", "Jpan", "Kore", "Latn"))
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?")
_NAME_OF_REGION = re.compile(r"([^()]+)\(([^()]+)\)")


@lru_cache(maxsize=1024)
def language_code(text: str) -> str:
    """The code for one language: "ngerman" → de, "Français" → fr, "en_us" → en-US; "" for what is not known, or
    several."""
    text = text.strip(" .,;")
    code = _CODE.fullmatch(text)
    if code:
        found = _checked(*code.groups())
        if found:
            return found
    region = _NAME_OF_REGION.fullmatch(text)
    if region:
        name = fold(region[2]).upper()
        language = _CODES.get(fold(region[1]), "")
        place = _REGION_NAMES.get(name, name)
        return f"{language.split('-')[0]}-{place}" if language and place in _REGIONS else ""
    name = fold(text)
    return _CODES.get(name) or _CODES.get(name.removeprefix("lang"), "")  # biblatex's own: "langenglish"


def _checked(language: str, script: str | None, region: str | None) -> str:
    language = _TWO_FOR_THREE.get(language.lower(), language.lower())
    script = script.capitalize() if script else ""
    region = _REGION_NAMES.get(region.upper(), region.upper()) if region else ""
    known = language in _LANGUAGES and (not script or script in _SCRIPTS) and (not region or region in _REGIONS)
    return "-".join(part for part in (language, script, region) if part) if known else ""
