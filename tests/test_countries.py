"""Countries: from written names to codes and back to their words in a text."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import countries

IN_TEN_LANGUAGES = {
    "en": ("Belarus", "Iran", "Iraq", "Oman", "Niger", "Nigeria", "Germany"),
    "de": ("Weißrussland", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Deutschland"),
    "ru": ("Белоруссия", "Иран", "Ирак", "Оман", "Нигер", "Нигерия", "Германия"),
    "uk": ("Білорусь", "Іран", "Ірак", "Оман", "Нігер", "Нігерія", "Німеччина"),
    "fr": ("Biélorussie", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Allemagne"),
    "es": ("Bielorrusia", "Irán", "Irak", "Omán", "Níger", "Nigeria", "Alemania"),
    "tr": ("Belarus", "İran", "Irak", "Umman", "Nijer", "Nijerya", "Almanya"),
    "az": ("Belarus", "İran", "İraq", "Oman", "Niger", "Nigeriya", "Almaniya"),
    "pl": ("Białoruś", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Niemcy"),
    "ar": ("بيلاروسيا", "إيران", "العراق", "عُمان", "النيجر", "نيجيريا", "ألمانيا"),
}

PEOPLES = {
    "en": "AF:Afghan AL:Albanian,Albanians AM:Armenian DZ:Algerian AR:Argentine,Argentinian AU:Australians AT:Austrian AZ:Azerbaijani,Azeri BE:Belgian BA:Bosnian BR:Brazilians BG:Bulgarian BY:Belarusian,Belarusians CA:Canadian CL:Chilean CN:Chinese CO:Colombian HR:Croatian,Croats CY:Cypriot CZ:Czech DK:Danish,Danes EG:Egyptian EE:Estonian ET:Ethiopian FI:Finnish,Finns FR:French,Frenchmen GE:Georgian DE:German,Germans GR:Greek GH:Ghanaian HU:Hungarian IN:Indian ID:Indonesian IR:Iranian IQ:Iraqi IE:Irish IL:Israeli IT:Italian JP:Japanese JO:Jordanian KZ:Kazakh KE:Kenyan KR:South_Korean KP:North_Korean KW:Kuwaiti KG:Kyrgyz LV:Latvian LB:Lebanese LY:Libyan LT:Lithuanian LU:Luxembourgish MX:Mexican MD:Moldovan MN:Mongolian ME:Montenegrin MA:Moroccan NL:Dutch NZ:New_Zealander NG:Nigerian NE:Nigerien MK:Macedonian NO:Norwegian OM:Omani PK:Pakistani PE:Peruvian PH:Filipino,Philippine PL:Polish,Poles PT:Portuguese QA:Qatari RO:Romanian RU:Russian SA:Saudi SN:Senegalese RS:Serbian,Serbs SK:Slovak SI:Slovenian,Slovene ZA:South_African ES:Spanish,Spaniards SE:Swedish,Swedes CH:Swiss SY:Syrian TJ:Tajik TN:Tunisian TR:Turkish TM:Turkmen UA:Ukrainian GB:British UZ:Uzbek VN:Vietnamese US:American CI:Ivorian TD:Chadian ML:Malian LK:Sri_Lankan",
    "de": "AF:afghanischen,Afghanen AL:albanische,Albaner AM:armenischer,Armeniern DZ:algerisches,Algerier AR:argentinische,Argentinier AU:australische,Australier AT:österreichischen,Österreicherinnen AZ:aserbaidschanischer,Aserbaidschaner BE:belgischen,Belgier BA:bosnische,Bosnier BR:brasilianischem,Brasilianer BG:bulgarische,Bulgaren BY:belarussischen,weißrussische CA:kanadische,Kanadier CL:chilenische,Chilenen CN:chinesischen,Chinesen CO:kolumbianische,Kolumbianer HR:kroatische,Kroaten CY:zyprische,Zyprer CZ:tschechischen,Tschechen DK:dänischer,Dänen EG:ägyptische,Ägypter EE:estnische,Esten ET:äthiopische,Äthiopier FI:finnischen,Finnen FR:französischer,Franzosen GE:georgischen,Georgier DE:deutschen,Deutscher GR:griechische,Griechen GH:ghanaische HU:ungarischen,Ungarn IN:indische,Inder ID:indonesische,Indonesier IR:iranischen,Iraner IQ:irakische,Iraker IE:irischen,Iren IL:israelische,Israelis IT:italienischer,Italiener JP:japanische,Japaner JO:jordanischen,Jordanier KZ:kasachische,Kasachen KE:kenianische KR:südkoreanischen,Südkoreaner KP:nordkoreanische KW:kuwaitische KG:kirgisischen,Kirgisen LV:lettische,Letten LB:libanesischen,Libanesen LY:libysche,Libyer LT:litauischen,Litauer LU:luxemburgisch,Luxemburger MX:mexikanische MD:moldauische,moldawischen MN:mongolischer,Mongolen ME:montenegrinische MA:marokkanischen,Marokkaner NL:niederländische,Niederländer NZ:neuseeländische NG:nigerianische NE:nigrische MK:nordmazedonische,mazedonischer NO:norwegischen,Norweger OM:omanische PK:pakistanische PE:peruanische PH:philippinische PL:polnischer,Polen PT:portugiesische,Portugiesen QA:katarische RO:rumänische,Rumänen RU:russischen,Russen SA:saudische,saudi-arabischen SN:senegalesische RS:serbischen,Serben SK:slowakischer,Slowaken SI:slowenische,Slowenen ZA:südafrikanische ES:spanischen,Spanier SE:schwedische,Schweden CH:schweizerischen,Schweizer SY:syrische,Syrer TJ:tadschikische TN:tunesischer,Tunesier TR:türkischen,Türken TM:turkmenische UA:ukrainische,Ukrainer GB:britischen,Briten UZ:usbekischen,Usbeken VN:vietnamesische US:amerikanischen,US-amerikanische CI:ivorische TD:tschadische ML:malischen LK:sri-lankische",
    "fr": "AF:afghane AL:albanaises AM:arménienne,arméniens DZ:algériennes AR:argentine AU:australienne AT:autrichiens AZ:azerbaïdjanaise,azéri BE:belges BA:bosnienne BR:brésilienne BG:bulgares BY:biélorusse,bélarusses CA:canadienne CL:chiliens CN:chinoise CO:colombiennes HR:croates CY:chypriote CZ:tchèques DK:danoise EG:égyptienne EE:estonienne ET:éthiopiens FI:finlandaise FR:française,Français GE:géorgienne DE:allemandes GR:grecque,grecs GH:ghanéenne HU:hongroise IN:indienne ID:indonésiens IR:iranienne IQ:irakienne IE:irlandaise IL:israélienne IT:italienne,italiens JP:japonaise JO:jordanienne KZ:kazakhe,kazakhs KE:kényane KR:sud-coréenne KP:nord-coréen KW:koweïtienne KG:kirghizes LV:lettone LB:libanaises LY:libyenne LT:lituanienne LU:luxembourgeoise MX:mexicaine MD:moldaves MN:mongole ME:monténégrins MA:marocaine,Marocains NL:néerlandaise NZ:néo-zélandaise NG:nigériane NE:nigérienne MK:macédonienne NO:norvégienne OM:omanaise PK:pakistanaise PE:péruvienne PH:philippine PL:polonaise PT:portugaises QA:qatarie,qataris RO:roumaine RU:russes SA:saoudienne SN:sénégalaise RS:serbes SK:slovaque SI:slovènes ZA:sud-africaine ES:espagnole SE:suédoise CH:suisses SY:syrienne TJ:tadjike TN:tunisienne,Tunisiens TR:turque,turcs TM:turkmène UA:ukrainienne GB:britanniques UZ:ouzbèke VN:vietnamienne US:américaine,États-Unis CI:ivoiriennes TD:tchadienne ML:malienne LK:sri-lankaise",
    "es": "AF:afgana AL:albanesa AM:armenios DZ:argelinas AR:argentina AU:australiano AT:austriaca AZ:azerbaiyana,azerí BE:belgas BA:bosnia BR:brasileña BG:búlgaros BY:bielorrusa CA:canadienses CL:chilena CN:china,chinos CO:colombianas HR:croatas CY:chipriotas CZ:checa DK:danesa EG:egipcia EE:estonia ET:etíopes FI:finlandesa FR:francesa,franceses GE:georgiana DE:alemana,alemanes GR:griega GH:ghanesa HU:húngara IN:indio ID:indonesia IR:iraníes IQ:iraquíes IE:irlandesa IL:israelíes IT:italiana JP:japonesa JO:jordana KZ:kazaja KE:keniana KR:surcoreana KP:norcoreano KW:kuwaitíes KG:kirguisa LV:letona LB:libaneses LY:libia LT:lituana LU:luxemburguesa MX:mexicana MD:moldava MN:mongola ME:montenegrina MA:marroquíes NL:neerlandesa NZ:neozelandesa NG:nigeriana NE:nigerina MK:macedonia NO:noruega OM:omaníes PK:paquistaní PE:peruana PH:filipina PL:polaca PT:portuguesa QA:catarí RO:rumana RU:rusa,rusos SA:saudíes SN:senegalesa RS:serbia SK:eslovaca SI:eslovena ZA:sudafricana ES:española,españoles SE:sueca CH:suiza SY:siria TJ:tayika TN:tunecina TR:turca TM:turkmena UA:ucraniana GB:británicas UZ:uzbeka VN:vietnamitas US:estadounidenses,EE._UU. CI:marfileña TD:chadiana ML:malienses LK:esrilanquesa",
    "ru": "AF:афганского AL:албанской AM:армянскими,армяне DZ:алжирского AR:аргентинской AU:австралийских AT:австрийские AZ:азербайджанской,азербайджанцы BE:бельгийском BA:боснийского BR:бразильской BG:болгарскими,болгары BY:белорусской,белорусы CA:канадскими CL:чилийского CN:китайской,китайцы CO:колумбийские HR:хорватской,хорваты CY:кипрской CZ:чешскими,чехи DK:датской,датчане EG:египетским EE:эстонского ET:эфиопской FI:финских,финны FR:французской,французы GE:грузинского,грузины DE:немецкой,немцы,германского GR:греческими,греки GH:ганской HU:венгерскому,венгры IN:индийской ID:индонезийских IR:иранской,иранцы IQ:иракские IE:ирландской IL:израильской IT:итальянским,итальянцы JP:японской,японцы JO:иорданского KZ:казахстанской,казахстанцы KE:кенийской KR:южнокорейской KP:северокорейских KW:кувейтской KG:киргизской,кыргызстанские LV:латвийской,латыши LB:ливанской LY:ливийский LT:литовской,литовцы LU:люксембургского MX:мексиканской MD:молдавской,молдаване MN:монгольских,монголы ME:черногорского MA:марокканской NL:нидерландской,голландских NZ:новозеландского NG:нигерийской NE:нигерской MK:македонской,северомакедонского NO:норвежской,норвежцы OM:оманской PK:пакистанских PE:перуанской PH:филиппинского PL:польским,поляки PT:португальской QA:катарской RO:румынские,румыны RU:российской,россияне,русские SA:саудовской SN:сенегальского RS:сербской,сербы SK:словацкого,словаки SI:словенской ZA:южноафриканского ES:испанской,испанцы SE:шведской,шведы CH:швейцарской SY:сирийской TJ:таджикских,таджики TN:тунисской TR:турецкой,турки TM:туркменской UA:украинской,украинцы GB:британской,англичане UZ:узбекскими,узбеки VN:вьетнамской US:американской,американцы CI:ивуарийской TD:чадской ML:малийской LK:шри-ланкийской",
    "uk": "AF:афганського AL:албанської AM:вірменськими DZ:алжирського AR:аргентинської AU:австралійських AT:австрійські AZ:азербайджанської BE:бельгійському BA:боснійського BR:бразильської BG:болгарськими,болгари BY:білоруської,білоруси CA:канадськими CL:чилійського CN:китайської CO:колумбійські HR:хорватської CY:кіпрської CZ:чеськими,чехи DK:данської EG:єгипетським EE:естонського,естонці ET:ефіопської FI:фінських FR:французької,французи GE:грузинського DE:німецької,німці GR:грецькими HU:угорському,угорці IN:індійської ID:індонезійських IR:іранської IQ:іракські IE:ірландської IL:ізраїльської IT:італійським JP:японської,японці JO:йорданського KZ:казахстанської KE:кенійської KR:південнокорейської KP:північнокорейських KW:кувейтської KG:киргизької LV:латвійської,латиші LB:ліванської LY:лівійський LT:литовської,литовці LU:люксембурзького MX:мексиканської MD:молдовської MN:монгольських ME:чорногорського MA:марокканської NL:нідерландської NZ:новозеландського NG:нігерійської NE:нігерської MK:македонської NO:норвезької,норвежці OM:оманської PK:пакистанських PE:перуанської PH:філіппінського PL:польським,поляки PT:португальської QA:катарської RO:румунські RU:російської,росіяни SA:саудівської SN:сенегальського RS:сербської SK:словацького SI:словенської ZA:південноафриканського ES:іспанської SE:шведської CH:швейцарської SY:сирійської TJ:таджицьких TN:туніської TR:турецької,турки TM:туркменської UA:української,українці GB:британської,британці UZ:узбецькими VN:в'єтнамської US:американської TD:чадської ML:малійської",
    "pl": "AF:afgańskiego AL:albańskiej AM:armeńskimi,ormiańska DZ:algierskiego AR:argentyńskiej AU:australijskich AT:austriackie,Austriacy AZ:azerbejdżańskiej BE:belgijskim BA:bośniackiego BR:brazylijskiej BG:bułgarskimi,Bułgarzy BY:białoruskiej,Białorusini CA:kanadyjskimi CL:chilijskiego CN:chińskiej,Chińczycy CO:kolumbijskie HR:chorwackiej,Chorwaci CY:cypryjskiej CZ:czeskimi,Czesi DK:duńskiej,Duńczycy EG:egipskim EE:estońskiego,Estończycy ET:etiopskiej FI:fińskich,Finowie FR:francuskiej,Francuzi GE:gruzińskiego,Gruzini DE:niemieckiej,Niemcy GR:greckimi,Grecy GH:ghańskiej HU:węgierski,Węgrzy IN:indyjskiej ID:indonezyjskich IR:irańskiej IQ:irackie IE:irlandzkiej IL:izraelskiej IT:włoskim,Włosi JP:japońskiej JO:jordańskiego KZ:kazachstańskiej,kazachskie KE:kenijskiej KR:południowokoreańskiej KP:północnokoreańskich KW:kuwejckiej KG:kirgiskiej LV:łotewskiej,Łotysze LB:libańskiej LY:libijski LT:litewskiej,Litwini LU:luksemburskiego MX:meksykańskiej MD:mołdawskiej MN:mongolskich ME:czarnogórskiego MA:marokańskiej,Marokańczyk NL:holenderskiej,niderlandzkie NZ:nowozelandzkiego NG:nigeryjskiej NE:nigerskiej MK:macedońskiej NO:norweskiej,Norwegowie OM:omańskiej PK:pakistańskich PE:peruwiańskiej PH:filipińskiego PL:polskim,Polacy PT:portugalskiej QA:katarskiej RO:rumuńskie,Rumuni RU:rosyjskiej,Rosjanie SA:saudyjskiej SN:senegalskiego RS:serbskiej,Serbowie SK:słowackiego,Słowacy SI:słoweńskiej ZA:południowoafrykańskiego ES:hiszpańskiej,Hiszpanie SE:szwedzkiej,Szwedzi CH:szwajcarskiej SY:syryjskiej TJ:tadżyckich TN:tunezyjskiej TR:tureckiej,Turcy TM:turkmeńskiej UA:ukraińskiej,Ukraińcy GB:brytyjskiej,Brytyjczycy UZ:uzbeckimi VN:wietnamskiej US:amerykańskiej,Amerykanie CI:iworyjskiej TD:czadyjskiej ML:malijskiej",
    "tr": "AF:Afgan,Afganlar AL:Arnavut AM:Ermeni DZ:Cezayirli AR:Arjantinli AU:Avustralyalı AT:Avusturyalı AZ:Azerbaycanlı,Azeri BE:Belçikalı BA:Boşnak,Bosnalı BR:Brezilyalı BG:Bulgar BY:Belaruslu CA:Kanadalı CL:Şilili CN:Çinli CO:Kolombiyalı HR:Hırvat CY:Kıbrıslı CZ:Çek DK:Danimarkalı EG:Mısırlı EE:Estonyalı ET:Etiyopyalı FI:Fin,Finlandiyalı FR:Fransız,Fransızların GE:Gürcü,Gürcistanlı DE:Alman,Almanların GR:Yunan,Yunanistanlı GH:Ganalı HU:Macar,Macarlar IN:Hint,Hindistanlı ID:Endonezyalı IR:İranlı IQ:Iraklı IE:İrlandalı IL:İsrailli IT:İtalyan JP:Japon JO:Ürdünlü KZ:Kazak,Kazakistanlı KE:Kenyalı KR:Güney_Koreli KP:Kuzey_Koreli KW:Kuveytli KG:Kırgız,Kırgızistanlı LV:Letonyalı LB:Lübnanlı LY:Libyalı LT:Litvanyalı LU:Lüksemburglu MX:Meksikalı MD:Moldovalı MN:Moğol,Moğolistanlı ME:Karadağlı MA:Faslı NL:Hollandalı NZ:Yeni_Zelandalı NG:Nijeryalı NE:Nijerli MK:Makedon NO:Norveçli OM:Ummanlı PK:Pakistanlı PE:Perulu PH:Filipinli PL:Polonyalı PT:Portekizli QA:Katarlı RO:Rumen,Romanyalı RU:Rus,Rusların SA:Suudi SN:Senegalli RS:Sırp,Sırbistanlı SK:Slovak,Slovakyalı SI:Sloven ZA:Güney_Afrikalı ES:İspanyol SE:İsveçli CH:İsviçreli SY:Suriyeli TJ:Tacik TN:Tunuslu TR:Türk,Türklerin TM:Türkmen UA:Ukraynalı GB:İngiliz UZ:Özbek VN:Vietnamlı US:Amerikan,Amerikalı,ABD'li CI:Fildişili TD:Çadlı ML:Malili LK:Sri_Lankalı",
    "az": "AF:əfqan,əfqanıstanlı AL:alban AM:erməni DZ:əlcəzairli AR:argentinalı AU:avstraliyalı AT:avstriyalı AZ:azərbaycanlı BE:belçikalı BA:bosniyalı BR:braziliyalı BG:bolqar BY:belaruslu CA:kanadalı CL:çilili CN:çinli CO:kolumbiyalı HR:xorvat CY:kiprli CZ:çex,çexiyalı DK:danimarkalı EG:misirli EE:estoniyalı ET:efiopiyalı FI:fin,finlandiyalı FR:fransız,fransalı GE:gürcü,gürcüstanlı DE:alman,almaniyalı GR:yunan,yunanıstanlı GH:qanalı HU:macar,macarıstanlı IN:hindistanlı ID:indoneziyalı IR:iranlı IQ:iraqlı IE:irlandiyalı IL:israilli IT:italyan,italiyalı JP:yapon,yaponiyalı JO:iordaniyalı KZ:qazax,qazaxıstanlı KE:keniyalı KR:cənubi_koreyalı KP:şimali_koreyalı KW:küveytli KG:qırğız,qırğızıstanlı LV:latviyalı LB:livanlı LY:liviyalı LT:litvalı LU:lüksemburqlu MX:meksikalı MD:moldovalı MN:monqol,monqolustanlı ME:monteneqrolu MA:mərakeşli NL:hollandiyalı,niderlandlı NG:nigeriyalı NE:nigerli MK:makedoniyalı NO:norveçli OM:omanlı PK:pakistanlı PE:perulu PH:filippinli PL:polşalı PT:portuqaliyalı QA:qətərli RO:rumın,rumıniyalı RU:rus,rusiyalı SA:səudiyyəli SN:seneqallı RS:serb,serbiyalı SK:slovakiyalı,slovak SI:sloveniyalı ES:ispan,ispaniyalı SE:isveçli CH:isveçrəli SY:suriyalı TJ:tacik,tacikistanlı TN:tunisli TR:türk,türkiyəli TM:türkmən,türkmənistanlı UA:ukraynalı GB:ingilis,britaniyalı UZ:özbək,özbəkistanlı VN:vyetnamlı US:amerikalı,amerikan TD:çadlı ML:malili",
    "ar": "AF:الأفغانية AL:الألباني AM:الأرمينية DZ:الجزائري,الجزائرية AR:الأرجنتيني AU:الأسترالي AT:النمساوية AZ:الأذربيجاني,الأذربيجانية BE:البلجيكي BA:البوسنية BR:البرازيلية BG:البلغاري BY:البيلاروسي CA:الكندية CL:التشيلي CN:الصيني,والصينية CO:الكولومبي HR:الكرواتي CY:القبرصي CZ:التشيكي DK:الدنماركية EG:المصري,المصريين,مصرية EE:الإستوني ET:الإثيوبي FI:الفنلندية FR:الفرنسي,الفرنسية,فرنسيين GE:الجورجي DE:الألمانية,ألماني GR:اليوناني GH:الغاني HU:المجري IN:الهندية ID:الإندونيسي IR:الإيرانية IQ:العراقي,عراقية IE:الأيرلندي IL:الإسرائيلية IT:الإيطالي JP:الياباني JO:الأردني,الأردنية KZ:الكازاخستاني,الكازاخي KE:الكيني KR:الكوري_الجنوبي KP:الكورية_الشمالية KW:الكويتي KG:القيرغيزي LV:اللاتفي LB:اللبناني,اللبنانية LY:الليبي,ليبيين LT:الليتواني MX:المكسيكي MD:المولدوفي MN:المنغولي MA:المغربي,المغربية NL:الهولندي NZ:النيوزيلندي NG:النيجيري NE:النيجري MK:المقدوني NO:النرويجي OM:العماني,العمانية PK:الباكستاني PE:البيروفي PH:الفلبيني PL:البولندي PT:البرتغالي QA:القطري,القطرية RO:الروماني RU:الروسي,الروسية SA:السعودي,السعودية SN:السنغالي RS:الصربي SK:سلوفاكي,السلوفاكي SI:السلوفيني ZA:جنوب_أفريقي ES:الإسباني SE:السويدي CH:السويسري SY:السوري TJ:الطاجيكي TN:التونسي,التونسية TR:التركي,التركية TM:التركماني UA:الأوكراني GB:البريطاني UZ:الأوزبكي VN:الفيتنامي US:الأمريكي,الأميركية TD:التشادي YE:اليمني SD:السوداني BH:البحريني AE:الإماراتي,الإماراتية",
    "it": "AM:armena AL:albanesi AT:austriaca AZ:azera,azerbaigiano BY:bielorussa BE:belga BG:bulgari CN:cinese,cinesi HR:croata CZ:ceca,cechi DK:danese EG:egiziana FR:francesi GE:georgiano DE:tedesca,tedeschi GR:greca,greci HU:ungherese IN:indiano IT:italiana JP:giapponese JO:giordano KZ:kazako LB:libanese LY:libica LT:lituana LV:lettone MA:marocchina MD:moldava NL:olandese NO:norvegese PL:polacca,polacchi PT:portoghese QA:qatariota RO:romena RU:russa,russi SA:saudita RS:serba SK:slovacca SI:slovena ES:spagnola SE:svedese CH:svizzera TN:tunisina TR:turca,turchi UA:ucraino GB:britannica US:statunitensi,americano UZ:uzbeka VN:vietnamita",
    "pt": "AM:armênia AL:albaneses AO:angolana AT:austríaca AZ:azerbaijano BY:bielorrussa BR:brasileira BG:búlgaros CN:chinesa,chineses HR:croata CV:cabo-verdiana CZ:tcheca DK:dinamarquesa EG:egípcia FR:francesa DE:alemã,alemães GR:grega GW:Guiné-Bissau HU:húngara IN:indiana IT:italianos JP:japonesa JO:jordaniano LB:libanesa LT:lituana MA:marroquina MZ:moçambicana NL:holandesa NO:norueguesa PL:polonesa,polaca PT:portuguesa,portugueses RO:romena RU:russa SA:saudita ST:são-tomense RS:sérvia SK:eslovaca ES:espanhola SE:sueca CH:suíça TL:timorense TN:tunisiana TR:turca UA:ucraniana GB:britânica US:norte-americana,EUA VN:vietnamita",
    "ro": "AM:armeană AL:albaneză AZ:azer BY:belarusă BG:bulgară,bulgari CN:chineză HR:croat CZ:ceh,cehă DK:daneză EG:egipteană FR:franceză,francezi GE:georgiană DE:germană,germani GR:greacă HU:maghiară,maghiari IT:italiană JP:japoneză JO:iordanian KZ:kazah LT:lituaniană MD:moldovenească,moldoveni NL:olandeză NO:norvegiană PL:poloneză,polonezi PT:portugheză RO:românească,români,română RU:rusă,rus RS:sârbă SK:slovacă SI:slovenă ES:spaniolă SE:suedeză TN:tunisian TR:turcă,turci UA:ucraineană,ucraineni GB:britanică US:americană,SUA",
    "nl": "AM:Armeense AZ:Azerbeidzjaanse BY:Belarussische BE:Belgische BG:Bulgaarse CN:Chinese HR:Kroatische CZ:Tsjechische DK:Deense EG:Egyptische EE:Estische FI:Finse FR:Franse GE:Georgische DE:Duitse,Duitsers GR:Griekse HU:Hongaarse ID:Indonesische IT:Italiaanse JP:Japanse JO:Jordaanse LV:Letse LT:Litouwse MA:Marokkaanse NL:Nederlandse NO:Noorse PL:Poolse PT:Portugese RO:Roemeense RU:Russische SK:Slowaakse ES:Spaanse SE:Zweedse CH:Zwitserse TN:Tunesische TR:Turkse UA:Oekraïense GB:Britse US:Amerikaanse VN:Vietnamese ZA:Zuid-Afrikaanse",
}
"""Adjectives and names of peoples, many in a case form, as CODE:form,form; an underscore is a space."""


def codes(text: str, language: str) -> list[str]:
    return [mention.code for mention in countries.find(text, language)]


@pytest.mark.parametrize("language", IN_TEN_LANGUAGES)
def test_names_in_ten_languages(language: str) -> None:
    """Countries whose names look alike keep their own code in each of the ten languages."""
    written = IN_TEN_LANGUAGES[language]

    assert [countries.to_code(name, language) for name in written] == ["BY", "IR", "IQ", "OM", "NE", "NG", "DE"]
    assert codes(", ".join(written), language) == ["BY", "IR", "IQ", "OM", "NE", "NG", "DE"]


@pytest.mark.parametrize("language", PEOPLES)
def test_peoples(language: str) -> None:
    """Adjectives and names of peoples name their country in every language, in the forms that its texts use."""
    start = "وزير الدفاع " if language == "ar" else "xx "
    forms = [
        (code, form)
        for code, _, forms in (p.partition(":") for p in PEOPLES[language].split())
        for form in forms.split(",")
    ]
    found = [(code, form, codes(f"{start}{form.replace('_', ' ')} xx", language)) for code, form in forms]

    assert [(code, form, [code]) for code, form in forms] == found


@pytest.mark.parametrize("language", PEOPLES)
def test_names_of_all_countries(language: str) -> None:
    """Every country is found by its name in the language; only the name Congo alone may be either."""
    names = Locale.parse(language).territories
    every = sorted(countries.codes() - countries.ORGANISATIONS - {"CG"})

    assert [(code, {code}) for code in every] == [(code, set(codes(names[code], language))) for code in every]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Delegierte aus den Vereinigten Staaten und dem Vereinigten Königreich", "de", ["US", "GB"]),
        ("прибыл из Южной Кореи и Саудовской Аравии", "ru", ["KR", "SA"]),
        ("w Stanach Zjednoczonych, w Wielkiej Brytanii i w Korei Południowej", "pl", ["US", "GB", "KR"]),
        ("у Сполучених Штатах та Північній Македонії", "uk", ["US", "MK"]),
        ("Amerika Birleşik Devletleri'nden ve Güney Kore'ye", "tr", ["US", "KR"]),
        ("Birləşmiş Ərəb Əmirliklərinin və Səudiyyə Ərəbistanının", "az", ["AE", "SA"]),
        ("للعراق وبتونس والأردن", "ar", ["IQ", "TN", "JO"]),
        ("российско-белорусские учения", "ru", ["RU", "BY"]),
        ("İskenderun Limanı'na yanaşan Perulu gemi", "tr", ["PE"]),
        ("a lengyel és a német hadsereg", "hu", ["PL", "DE"]),
        ("poľský minister a srbský generál", "sk", ["PL", "RS"]),
        ("германският посланик", "bg", ["DE"]),
        ("ο Γερμανός υπουργός", "el", ["DE"]),
        ("フィリピンとパキスタンの国防相", "ja", ["PH", "PK"]),
        ("Georg Filip, russ og dansk", "no", ["DK"]),
        ("ćwiczenia polsko-ukraińskie", "pl", ["PL", "UA"]),
        ("la brigade franco-allemande", "fr", ["FR", "DE"]),
        ("в Варшаве, Праге и Бишкеке", "ru", ["PL", "CZ", "KG"]),
        ("у Празі та Києві", "uk", ["CZ", "UA"]),
        ("w Pradze, Ankarze i Bukareszcie", "pl", ["CZ", "TR", "RO"]),
        ("u Beču, sa Crnom Gorom i Saudijskom Arabijom", "sr", ["AT", "ME", "SA"]),
        ("у Паризу, са Немачком, грчког и италијанских", "sr", ["FR", "DE", "GR", "IT"]),
        ("v Paríži, s Českou republikou a do Maďarska, chorvátskeho", "sk", ["FR", "CZ", "HU", "HR"]),
        ("v Bukarešti, z Veliko Britanijo in Avstrijo, madžarskega", "sl", ["RO", "GB", "AT", "HU"]),
        ("Pozsonyban, Ausztriával és Lengyelországgal, a horvát", "hu", ["SK", "AT", "PL", "HR"]),
        ("Bişkekdə və Varşavada", "az", ["KG", "PL"]),
        ("die Bundeswehr und das Bundesheer", "de", ["DE", "AT"]),
        ("سلطنة عمان", "ar", ["OM"]),
        ("الأردن: في عمان", "ar", ["JO", "JO"]),
    ],
)
def test_phrases_and_capitals_in_case_forms(text: str, language: str, expected: list[str]) -> None:
    """Names of several words, halves of compounds, capitals and armies are found in the forms that a sentence asks for."""
    assert expected == codes(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("NATO, the European Union, the United Nations, OSCE, CSTO", "en", ["NATO", "EU", "UN", "OSCE", "CSTO"]),
        ("the African Union, ECOWAS, the Arab League, Pacific Islands Forum", "en", ["AFU", "ECOWAS", "LAS", "PIF"]),
        ("OTAN, l'Union européenne, l'ONU, la CEDEAO, le G5 Sahel", "fr", ["NATO", "EU", "UN", "ECOWAS", "G5S"]),
        ("la OTAN, Naciones Unidas y la Organización de los Estados Americanos", "es", ["NATO", "UN", "OAS"]),
        ("НАТО, ЕС, ООН, ОДКБ, СНГ, ШОС, ОБСЕ", "ru", ["NATO", "EU", "UN", "CSTO", "CIS", "SCO", "OSCE"]),
        ("Организации Договора о коллективной безопасности", "ru", ["CSTO"]),
        ("den Vereinten Nationen und der Afrikanischen Union", "de", ["UN", "AFU"]),
        ("ONZ, Unii Europejskiej i OBWE", "pl", ["UN", "EU", "OSCE"]),
        ("BM, AB, AGİT ve Türk Devletleri Teşkilatı'nın", "tr", ["UN", "EU", "OSCE", "OTS"]),
        ("BMT-nin, Avropa İttifaqının, MDB və KTMT", "az", ["UN", "EU", "CIS", "CSTO"]),
        ("NATO, FN og Den Afrikanske Union", "da", ["NATO", "UN", "AFU"]),
        ("FN og Den afrikanske union", "no", ["UN", "AFU"]),
        ("Naton, EU:n ja YK:n", "fi", ["NATO", "EU", "UN"]),
        ("나토와 유럽연합, 아세안은", "ko", ["NATO", "EU", "ASEAN"]),
        ("北大西洋条約機構や国連、ASEAN", "ja", ["NATO", "UN", "ASEAN"]),
        ("الناتو والأمم المتحدة والاتحاد الأفريقي وجامعة الدول العربية", "ar", ["NATO", "UN", "AFU", "LAS"]),
    ],
)
def test_organisations(text: str, language: str, expected: list[str]) -> None:
    """Organisations are found by acronym and by their name spelled out."""
    assert expected == codes(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Danmarks, Sør-Koreas og de tjekkiske", "da", ["DK", "KR", "CZ"]),
        ("nordmennene og Tsjekkias styrker", "no", ["NO", "CZ"]),
        ("Helsingissä, Islannissa, Yhdysvaltain ja Etelä-Korean", "fi", ["FI", "IS", "US", "KR"]),
        ("ruotsalaisten joukkojen ja Kyproksella", "fi", ["SE", "CY"]),
        ("한미일 3국과 한·폴란드, 미 해군은 폴란드군과", "ko", ["KR", "US", "JP", "KR", "PL", "US", "PL"]),
        ("그는 수단으로 인도적 지원을 들었고 북한의 위협과 우크라이나 전쟁을 말했다", "ko", []),
        ("폴란드 국방부와 국방부는", "ko", ["PL", "KR"]),
        ("日米韓と日・フィリピン、仏海軍と韓国国防省", "ja", ["JP", "US", "KR", "JP", "PH", "FR", "KR"]),
        ("同日、日中は暑く、日本海とインド太平洋、タイミング、北朝鮮のミサイル", "ja", []),
    ],
)
def test_short_forms_and_cases_of_the_north_and_the_east(text: str, language: str, expected: list[str]) -> None:
    """Short forms of one character, particles and case endings; waters, common words and what is only spoken of are none."""
    assert expected == codes(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("piracy in the Gulf of Guinea and the Sea of Japan, off the Indian Ocean", "en"),
        ("Gen. Michael Jordan and Capt. Holland of the Georgia National Guard", "en"),
        ("CONTACT US, the Latin American and South American press, lake and River Niger", "en"),
        ("im Golf von Oman, im Japanischen Meer; General Schweizer", "de"),
        ("dans le golfe de Guinée après la guerre de Corée", "fr"),
        ("el general Santiago Lima, en el golfo de México", "es"),
        ("Того же мнения генерал Поляков; в Гвинейском заливе и Японском море", "ru"),
        ("Gine Körfezi'nde ve Umman Denizi'nde", "tr"),
        ("الدعم المالي في خليج عمان، والأمير تركي بن فهد", "ar"),
        ("to polish the chilli and the china", "en"),
    ],
)
def test_namesakes_are_no_countries(text: str, language: str) -> None:
    """Seas, persons, American states, common words and wars long past name no country."""
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the two Congos meet: Congo and Brazzaville", "en", ["CG", "CG"]),
        ("Guinea, Equatorial Guinea and New Guinea", "en", ["GN", "GQ"]),
        ("the Royal Navy and the Pentagon", "en", ["GB", "US"]),
        ("Rodrigo Lima met the Peruvians in Lima", "en", ["PE", "PE"]),
    ],
)
def test_ambiguous_names(text: str, language: str, expected: list[str]) -> None:
    """Of namesakes the one that the rest of the text speaks for is meant."""
    assert expected == codes(text, language)


def test_mentions_by_capital_say_so() -> None:
    """A country that is named by its capital alone can be told from one that is named."""
    found = countries.find("Minsk and the Belarusian side in Belarus")

    assert [(m.code, m.whole, m.capital) for m in found] == [
        ("BY", False, True),
        ("BY", False, False),
        ("BY", True, False),
    ]


@pytest.mark.parametrize(
    ("city", "expected"), [("Warschau", "PL"), ("Баку", "AZ"), ("Varşova", "PL"), ("Marseille", None)]
)
def test_of_capital(city: str, expected: str | None) -> None:
    """A capital is known in every language, another city in none."""
    assert expected == countries.of_capital(city)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the Kenyan and the Georgian navies", "en", ["KE", "GE"]),
        ("rumänische Offiziere in Deutschland", "de", ["RO", "DE"]),
        ("встреча в Германии с белорусской стороной", "ru", ["DE", "BY"]),
        ("la délégation arménienne en Grèce", "fr", ["AM", "GR"]),
        ("Türkiye'nin başkenti", "tr", ["TR"]),
        ("Azərbaycanın hərbçiləri", "az", ["AZ"]),
        ("w Niemczech", "pl", ["DE"]),
        ("وزير الدفاع العراقي", "ar", ["IQ"]),
        ("بين مصر و قطر", "ar", ["EG", "QA"]),
    ],
)
def test_inflected_forms_and_adjectives(text: str, language: str, expected: list[str]) -> None:
    """Case forms and adjectives name their country."""
    assert expected == codes(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea-Bissau", ["GW"]),
        ("Papua New Guinea", ["PG"]),
        ("South Sudan and Sudan", ["SS", "SD"]),
        ("North Korea, South Korea", ["KP", "KR"]),
        ("the Dominican Republic", ["DO"]),
        ("a Romanian woman", ["RO"]),
        ("Венок из цветов", []),
        ("Nigerian troops in Niger", ["NG", "NE"]),
        ("Lao People’s Democratic Republic", ["LA"]),
        ("a bus from Santiago de Cuba", ["CU"]),
        ("a bus to San José de Ocoa", []),
        ("a bus to Santiago de Chile", ["CL"]),
        ("la visita a Santiago de Luis Roa", ["CL"]),
        ("Llegó a Santiago. De Argentina viajó.", ["CL", "AR"]),
        ("el embajador en San Marino de Cuba", ["SM", "CU"]),
    ],
)
def test_longest_name_wins(text: str, expected: list[str]) -> None:
    """A name inside a longer name is not read as a country of its own."""
    assert expected == codes(text, "en")


@pytest.mark.parametrize(("text", "expected"), [("US", ["US"]), ("they told us", []), ("the womanly ideal", [])])
def test_short_words_need_their_capital(text: str, expected: list[str]) -> None:
    """A pronoun, or the letters of a country inside a word, is no country."""
    assert expected == codes(text, "en")


def test_whole_marks_names_but_no_adjectives() -> None:
    """A mention says whether it is a country's name or only an adjective."""
    assert [(m.code, m.whole) for m in countries.find("Polish troops left Poland")] == [("PL", False), ("PL", True)]


def test_unknown_language_reads_english() -> None:
    """A language that the CLDR doesn't have falls back on English names."""
    assert countries.to_code("Portugal", "zz") == "PT"


@given(st.lists(st.sampled_from([n for names in IN_TEN_LANGUAGES.values() for n in names] + ["мир", "und", "x"])))
def test_spans_slice_the_text(words: list[str]) -> None:
    """Mentions lie inside the text, in order and apart, and name a known code."""
    text = " – ".join(words)
    found = countries.find(text, "de")
    edges = [edge for m in found for edge in (m.start, m.end)]

    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(text) and m.code in countries.codes() for m in found)
