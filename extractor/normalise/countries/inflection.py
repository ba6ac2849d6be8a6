"""From a written form to the forms it may come from: case endings, adjective endings, Arabic prefixes, Turkic suffixes.

Everything here works on folded words (й is и, ё is е, ł is l). A form that no rule undoes comes back as it is; forms
are candidates, and a table of names decides which of them exists.
"""

import re
from functools import cache, lru_cache

from extractor.normalise.fold import fold_text

_NOUNS = {
    "de": "s= es= n= en= ns=",
    "nl": "s= en=",
    "ro": "ei=a iei=ia ului= ul= ii=ia,a i=a",
    "ru": (
        "а= у=,а ом= ем=,ь,и е=,а,я,ь,и,о ы=,а и=,ь,я,а я=ь,и,е ю=ь,и,я,е еи=я,а ои=а,ая ью=ь ах=,ы,и,а ам=,ы,и,а ами=,ы,и,а "
        "ях=и,я,ь ям=и,я,ь ями=и,я,ь ов=,ы ого=ыи,ии,ое ому=ыи,ии,ое ым=ыи,ое им=ии ую=ая ца=ец цу=ец це=ец цом=ец "
        "ка=ок ку=ок ке=ок ком=ок ев=и"
    ),
    "uk": (
        "а= у=,а ом= ем=,ь е=,а,я,ь і=,а,я,ь,о,и зі=га ці=ка,к сі=ха ові= еві=ь, и=,а я=ь,и,е ю=ь,и,я,е єю=я ею=я,ь ою=а "
        "ах=и,і,а ам=и,і,а ами=и,і,а ях=ї,я ям=ї,я єва=ів,ів єву=ів єві=ів євом=ів ова=ів ову=ів ові=ів овом=ів оля=іль олі=іль "
        "олю=іль ого=ии,е ому=ии,е им=ии ів=и,і ця=ець цю=ець цем=ець ім=ії ії=ія еві=ів"
    ),
    "cs": (
        "a=,o u=,a,o em=,o,e e=,a,o i=,e,a,ie y=,a ou=a ii=ie ia=ie ovi= ce=ka ze=ha,ga re=ra,r eje=ea eji=ea ku=ek kem=ek ka=ek "
        "ne=en,n ni=en,n ach=y ech=y,ie am=y um=y,e ich=ie im=ie mi=e le=l,la li=l,la ve=v,va de=d,da te=t,ta"
    ),
    "pl": (
        "a= u=,a,o owi= em=,o,e iem=,o ie=,a,o,n e=,a,o y=,a i=,a ii=ia iu=,io niu=ien,n nia=ien,n niem=ien,n ze=,a rze=ra,r "
        "dze=ga cie=ta,t,cie dzie=da,d szcie=szt scie=st,sta zdzie=zd ce=ka,k,ca sze=cha,sza le=la,l,lo ach=y,i,e,a om=y,i,e,a "
        "ami=y,i,e,a ow=y,i iego=i,y iemu=i,y im=i ej=a iej=a ego=e,y emu=e,y a=a,ia ia=ia"
    ),
    "sv": "s=",
    "sk": (
        "a=,o,e u=,a,o e=,a,o i=,a,o,e om=,o,ec ou=a y=,a,e ej=a,e ia=ie iu=ia ii=ia iou=ia ho=y ovi= och=e,y "
        "am=e,y ach=y ami=y mi=e ca=ec cu=ec ci=ca,ec,ka com=ec ka=ok ku=ok,ek kom=ok ra=er,or ru=er,or ri=ra "
        "re=ra,er rom=er ne=na de=da,d te=ta,t,to eho=y,e omu=y,e m=o nu=no ne=no skou=ska ze=ga"
    ),
    "sl": (
        "a=,o,e u=,o,a,e,i i=,a,o,e o=a,e e=a,o,i em=,o,e,i om=,o,e ih=i,e ah=e,a ami=e,a ima=e,o oma=e ju=j,,e "
        "jo=ja ji=ja je=ja,je ega=i,o emu=i,o ga=o nem=n,en ca=ec cu=ec cem=ec ci=ka,ca ka=ek ku=ek kom=ek ra=er "
        "ru=er rom=er ja=,j jem=,j jev=je jah=je ta=et tu=et"
    ),
    "sr": (
        "a=,o,e u=,a,o,e om=,o,a,i em=,e,o,i e=a,i i=a, oj=a im=i og=i,o ih=i ama=e,a ima=i, ci=ka zi=ga ca=ac "
        "cu=ac cem=ac ka=ak ku=ak kom=ak ra=ar ru=ar rom=ar ta=at tu=at tom=at pta=pat ptu=pat ptom=pat а=,о,е "
        "у=,а,о,е ом=,о,а,и ем=,е,о,и е=а,и и=а, ој=а им=и ог=и,о их=и ама=е,а има=и, ци=ка зи=га ца=ац цу=ац "
        "цем=ац ка=ак ку=ак ком=ак ра=ар ру=ар ром=ар та=ат ту=ат том=ат пта=пат пту=пат птом=пат"
    ),
    "da": "s=",
    "no": "s=",
    "id": "nya=",
    "ms": "nya=",
    "vi": "",
    "el": "ασ=α ησ=η ου=ο,οσ,ι ο=οσ ων=εσ,α εωσ=η αδοσ=αδα αδασ=αδα α=ασ η=ησ ουσ=οι,ου",
    "lt": (
        "os=a,as,e oje=a,as ai=a,as,ai oms=os omis=os ose=os o=as ui=as,us e=as,e es=e ei=e eje=e io=is,ys,us iui=is,us "
        "iu=is,us,iai yje=is,ys i=is,e a=as u=as,ai,us,os ams=ai us=ai,us ais=ai uose=ai aus=us umi=us uje=us iumi=ius "
        "iuje=ius jo=jas jaus=jus cio=tis ciu=tis,ciai dzio=dis dzia=dis"
    ),
    "lv": ("as=a ai=a u=a,s,as,is,i am=s,as,a a=s em=as,es os=as,i es=e ei=e i=e,is im=is iem=i us=i"),
    "uz": (
        "ning= ni= ga= ka= qa= da= dan= dagi= gacha= lik= liklar= нинг= ни= га= ка= қа= да= дан= даги= гача= лик= лар="
    ),
    "ka": (
        "ის=ი,ა,ე ს=ი, მა=ი მ= ში=ი, ზე=ი, თან=ი სთან= იდან=ი,ა,ე დან= ით=ი,ა,ე ისთვის=ი,ა,ე სთვის= ისათვის=ი,ა,ე "
        "სათვის= ისგან=ი,ა,ე სგან= ისკენ=ი,ა,ე სკენ= ამდე=ი,ა მდე= ისა=ი,ა,ე სა=ი, მაც=ი, შიც=ი, საც=ი, ისაც=ი,ა,ე ც="
    ),
    "et": (
        "i= e= a= u= ga= iga= ega= le= ile= ele= lt= ilt= elt= l= il= el= s= is= es= st= ist= est= sse= isse= esse= ni= "
        "ini= ks= iks= na= ina= ta= ita= t= it= et= se= d= id= iigi=iik iigiga=iik iigis=iik iigist=iik iigile=iik "
        "iigilt=iik iigil=iik iiki=iik agi=ak agiga=ak agis=ak agist=ak agile=ak agisse=ak aagi=aak aagis=aak "
        "aagist=aak aagiga=aak aagile=aak iikide=iigid iikidega=iigid iikides=iigid iikidest=iigid iikidele=iigid "
        "iike=iigid ade=ad adega=ad ades=ad adest=ad adele=ad adesse=ad idega=id ide=id idel=id idele=id idest=id "
        "ides=id idesse=id id=,i arte=ared artega=ared artel=ared artele=ared aatide=aadid aatidega=aadid aatides=aadid "
        "aatidele=aadid aate=aadid iste=i as= ast= asse= al= ale= alt= aga= ani="
    ),
    "bg": "а= ът= ят= та= то= те=",
}
_ADJECTIVES = {
    "en": "s= men= man= women= woman=",
    "de": "e= er= es= en= em= n= s= in=,e innen=,e nen= ns= ens=",
    "fr": "e= s= es= ne= nes= le= les= te= tes= que= ques=",
    "es": "s= es= a=o,, as=o, os=o",
    "it": "i=o,e,a a=o e=o,a hi=o,a he=o,a",
    "pt": "s= es= a=o, as=o, os=o",
    "ro": "a= i= e= ul= ului= ii= ilor= ei= le= lor= easca= esti= esc= eascai= asca= ti=t si=s zi=z ci=c iasca=",
    "nl": "e= en= er= ers= s= e=e",
    "ru": (
        "ии= ая= ое= ие= ого= ои= ому= им= ом= ую= их= ими= ою= о= а= у= е= ем= ы= и= ов= ев= ам= ами= ах= "
        "ка= ки= ке= ку= кои= ок= кам= ками= ках="
    ),
    "uk": (
        "ии= а= е= і= ого= оі= ому= іи= им= ім= у= ою= их= ими= о= ом= ем= и= ів= ам= ами= ах= ові= ю= ець= ця= ям= "
        "ка= ки= ку= кою= ок= ці="
    ),
    "cs": (
        "y= a= e= i= eho= emu= em= ym= ych= ymi= ou= o= u= ove= um= ech= ovi= ky= ka= ku= kou= ce= kam= kami= kach= ek= kyne= kyni= mi= "
        "sti=sk cti=ck zti=zk ci=k si=ch"
    ),
    "pl": (
        "i= a= ie= iego= iej= iemu= im= ich= imi= o= y= e= ego= ej= emu= ym= ych= owi= em= ow= om= ami= ach= u= iem= zy= "
        "owie= ka= ki= ce= ke= ko= ek= kami= iom= cy=k si=ch rzy=r ci=t dzi=d"
    ),
    "sv": "a= t= e= s= ar= arna= arnas= are= er= erna= ernas= na= nas= n= ns= en= ens= es= as=",
    "sk": (
        "y= a= e= i= u= eho= emu= ej= om= ym= ych= ymi= ou= ov= mi= ovi= ec= ca= com= ci= cov= ka= ky= ku= kou= "
        "cania= an= ana= ania= anov= anom="
    ),
    "sl": (
        "i= a= e= o= ega= emu= em= im= ima= ih= imi= ec= ca= cu= cem= ci= ce= cev= ev= u= om= ka= ke= ko= inja= ja="
    ),
    "sr": (
        "i= a= e= o= og= oga= om= ome= omu= im= ima= ih= oj= u= ac= ca= cu= ce= ci= cem= aca= in= ina= inu= ini= "
        "inom= inje= ka= ke= ku= kinja= kinje= kom= ki= и= а= е= о= ог= ога= ом= оме= ому= им= има= их= ој= у= ац= "
        "ца= цу= це= ци= цем= аца= ин= ина= ину= ини= ином= инје= ка= ке= ку= кинја= кинје= ком= ки="
    ),
    "da": "e= es= s= t= r= re= res= ne= nes= n= ns= en= ens= ene= enes= er= ers= ere= eres= eren= erne= ernes=",
    "el": (
        "οσ= ο= ου= οι= ουσ= ων= η= ησ= εσ= α= ασ= ε= εσσα= ιδα= ιδασ= ιδεσ= ιδων= εζα= εζασ= εζεσ= εζοσ= ισσα= ισσασ= ισσεσ= αδασ= ιοσ= ιο= ιου= ια= ιασ= ιοι= "
        "ιων= ιουσ= ωσ= ησ= ασα= εια="
    ),
    "bg": (
        "и= а= о= е= я= ия= ият= ата= ото= ите= ът= ят= ин= ина= инът= ка= ката= ки= ките= ките= ци= цит= ецът= еца= цът= цата= ке="
    ),
    "fi": (
        "nen= sen= set= sia= sten= sille= silla= silta= sissa= sista= siin= sina= siksi= sta= sena= sessa= sesta= seen= sella= selta= selle= seksi= "
        "siaan= sensa= sineen="
    ),
    "lt": (
        "s= as= a= o= u= ui= e= ai= ams= us= ais= uose= ame= am= os= oje= oms= omis= i= io= iu= iui= iai= iams= ius= "
        "iais= ia= ios= es= ei= eje= ems= asis= oji= aji= ojo= uju= ieji= tis=ci te=ci tes=ci tei=ci iskas= iska= isko= "
        "iskos= iskai= isku= iskus= iskam= iskoje= isko= iski="
    ),
    "lv": (
        "i= u= iem= us= s= a= am= is= im= os= e= es= ei= isks= iska= isko= iskas= iskais= iskaja= iskie= isku= iete= "
        "ietes= ietei= ieti= ietis= iesi= iesu= iesiem="
    ),
    "uz": (
        "lar= larning= larni= larga= larda= lari= larining= ning= ni= ga= ka= cha= lik= liklar= лар= ларнинг= ларни= "
        "ларга= лари= ларининг= нинг= ни= га= ка= ча= лик= ликлар="
    ),
    "ka": (
        "ი= მა= ს= ის= ით= ად= ისა= სა= თან= ისთვის= ისგან= იც= ები= ებმა= ებს= ების= ებთან= ებისთვის= ებით= ებში= "
        "ებზე= თა= მაც= საც= ისაც= ც="
    ),
    "et": (
        "ne= se= sed= ste= st= si= sel= sele= selt= sega= seks= stel= stele= stega= stest= sse= sest= sena= as= a= ad= "
        "ate= aga= ale= aid= i= id= ide= idega="
    ),
    "no": "e= es= s= t= r= re= res= ne= nes= n= ns= en= ens= ene= enes= er= ers= ere= eres= eren= erne= ernes=",
}
_SUFFIX = re.compile(
    r"(?:l[iu])?(?:l[aeə]r)?(?:s?[iu]|[iu]miz|[iu]niz)?"
    r"(?:n?[iu]n|n?[aeə]|y[aeə]|n?[dt][aeə]n?|y[iu]|n[iu]|y?l[aeə]|n?[dt][aeə]ki(?:l[aeə]r)?(?:n?[iu]n|[aeə])?|c[aeə])?"
)
"""Turkish and Azerbaijani: -li, plural, possessive, case, in that order; each may be missing."""
_KAZAKH = re.compile(
    r"(?:[лдт][ыі][қкғг])?(?:[лдт][ае]р)?(?:с?[ыі]|[ыі]?м[ыі]з)?"
    r"(?:[ндт][ыі]ң|[ғгқкн]?[ае]|[ндт][ыі]|н|н?[дт][ае](?:н|ғы|гі)?|н[ае]н|[мбп]ен|ш[ае])?"
)
"""Kazakh: -lyq, plural, possessive, case, in that order; each may be missing."""
_HUNGARIAN = re.compile(
    r"(?:jai|jei|ai|ei|ja|je|i|a|e)?(?:ak|ek|ok|k)?(?:at|et|ot|t|nak|nek|val|vel|[^\W\d_aeiou][ae]l|ert|ba|be|ban|ben|bol|rol|ra|re|on|en|an|n|tol|hoz|hez"
    r"|nal|nel|ig|ul|kent|ott|ett|va|ve|beli|i)?"
)
"""Hungarian: possessive, plural, case, in that order; each may be missing. Folded: -ból and -ből are one."""
_LONGEST = 14
_HEADS = ("", "و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARABIC_ENDINGS = ("ة", "ين", "ون", "ان", "ات", "تين", "تان", "ا")
_FINNISH = re.compile(
    r"(?:n|t|a|ta|tta|ssa|sta|lla|lta|lle|ksi|na|tten|ien|jen|iden|in|issa|ista|illa|ilta|ille|iin|ihin|oihin|ja|ia|seen|[aeiouy]n|h[aeiouy]n)"
    r"(?:kin|kaan|han)?$"
)
"""Finnish, folded: the endings of the cases."""
_STRONG = (
    ("nn", "nt"), ("ll", "lt"), ("rr", "rt"), ("mm", "mp"), ("ng", "nk"), ("k", "kk"), ("t", "tt"), ("p", "pp"), ("d", "t"), ("v", "p"),
)  # fmt: skip
"""Consonants of the weak grade before the last vowel, and those of the strong one: Helsingin is Helsinki's."""
_BODIES_KO = "군 측 제 산 인 계 내 행 발 시 주 항 정부 정부군 대사관 국적"
_PARTICLES_KO = """
은 는 이 가 을 를 의 에 에서 에게 에도 에는 에서는 에서도 에서의 와 과 와의 과의 와는 과는 도 만 로 으로 로의 으로의 로부터 으로부터 부터 까지
까지의 보다 처럼 에선 이나 나 이며 며 이고 이다 이라고 라고 라는 이라는 간 등 서 에의 뿐 에게서 로서 으로서 로도 으로도
"""


def _either(words: str) -> str:
    return "|".join(fold_text(word) for word in sorted(words.split(), key=len, reverse=True))


_KOREAN = re.compile(f"(?:{_either(_BODIES_KO)})?(?:{_either(_PARTICLES_KO)})?")
"""Korean, folded into its letters: what makes a people's or a body's name of a state's, then a particle."""
_TURKIC = {"tr": _SUFFIX, "az": _SUFFIX, "kk": _KAZAKH, "hu": _HUNGARIAN, "ko": _KOREAN}
"""Languages whose suffixes are cut as they are, Korean among them."""


LANGUAGES = frozenset({*_NOUNS, *_ADJECTIVES, *_TURKIC, "ar", "fi", "ja"})
"""Languages whose endings are known."""
_STEM = 4
"""Letters that a name keeps in a language whose endings nobody has written down; in Korean a syllable is one letter."""
_CUT = 4


@cache
def _rules(kind: str, language: str) -> dict[str, tuple[str, ...]]:
    text = (_NOUNS if kind == "noun" else _ADJECTIVES).get(language, "")
    rules: dict[str, tuple[str, ...]] = {}
    for rule in text.split():
        ending, _, replaced = rule.partition("=")
        rules[ending] = (*rules.get(ending, ()), *replaced.split(","))
    return rules


@lru_cache(maxsize=50_000)
def nouns(word: str, language: str) -> tuple[str, ...]:
    """The folded word itself, then the nominatives that it may be a case form of."""
    if language in _TURKIC:
        return _turkic(word, _TURKIC[language])
    if language == "ar":
        return _arabic(word)
    if language == "fi":
        return _finnish(word)
    if language not in LANGUAGES:
        return unknown(word, language)
    return (word, *_undone(word, _rules("noun", language)))


@lru_cache(maxsize=50_000)
def adjectives(word: str, language: str) -> tuple[str, ...]:
    """The folded word itself, then the stems of adjectives or of names of peoples that it may come from."""
    if language in _TURKIC:
        return _turkic(word, _TURKIC[language])
    if language == "ar":
        return _arabic_adjectives(word)
    return (word, *_undone(word, _rules("adjective", language)))


def unknown(word: str, language: str) -> tuple[str, ...]:
    """A word of a language whose endings aren't known, and what is left of it without its last letters."""
    least = 2 if language == "ko" else _STEM
    return (word, *(word[:cut] for cut in range(len(word) - 1, max(least, len(word) - _CUT) - 1, -1)))


def _undone(word: str, rules: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        word[:cut] + replaced
        for cut in range(max(2, len(word) - 6), len(word))
        for replaced in rules.get(word[cut:], ())
    ]


def _turkic(word: str, suffix: "re.Pattern[str]") -> tuple[str, ...]:
    lowest = max(2, len(word) - _LONGEST)
    cuts = range(lowest + 1, len(word)) if suffix is _HUNGARIAN else range(len(word) - 1, lowest, -1)
    return (word, *(word[:cut] for cut in cuts if suffix.fullmatch(word, cut)))


def _finnish(word: str) -> tuple[str, ...]:
    """Nominatives: without its case ending, in the strong grade, with -i for -e-, without the -i- of foreign names."""
    found = [word]
    for cut in range(len(word) - 1, max(2, len(word) - 9), -1):
        if not _FINNISH.fullmatch(word, cut):
            continue
        stem = word[:cut]
        bases = [stem]
        vowel = stem[-1:]
        head = stem[:-1]
        bases += [
            head.removesuffix(weak) + strong + vowel
            for weak, strong in _STRONG
            if head.endswith(weak) and vowel in "aeiouy"
        ]
        if vowel in "aeiou" and head[-1:] in "aeiou":
            bases += [head + "k" + vowel]  # Riian, Riika
        for base in bases:
            found += [base]
            if base.endswith("e"):
                found += [base[:-1] + "i", base[:-1]]
            if base.endswith("i"):
                found += [base[:-1], base + "t"]
            if base.endswith("kse"):
                found += [base[:-3] + "s"]
    return tuple(dict.fromkeys(found))


def _arabic(word: str) -> tuple[str, ...]:
    found = [word]
    for head in _HEADS:
        if not word.startswith(head):
            continue
        rest = word[len(head) :]
        found += [rest, *(rest[1:] for letter in _PREPOSITIONS if rest.startswith(letter) and len(rest) > 4)]
        if rest.startswith("لل"):
            found.append("ا" + rest[1:])
    return tuple(dict.fromkeys(found))


def _arabic_adjectives(word: str) -> tuple[str, ...]:
    """Stems in -ي: with the article any preposition may stand before it, without it only 'and'."""
    bare = [word, *(word[1:] for head in _HEADS[1:] if word.startswith(head))]
    bare += [form.removeprefix("ال") for form in _arabic(word) if form.startswith("ال")]
    found = list(bare)
    for form in bare:
        found += [form.removesuffix(e) for e in _ARABIC_ENDINGS if form.endswith(e) and len(form) - len(e) > 2]
    return tuple(dict.fromkeys(found))
