"""Names that differ between languages, and what kind of thing has happened: so that events are seen across languages.

One line each: what it is, then the beginnings of words (or whole phrases) that stand for it in French, English, German,
Spanish, Italian, Portuguese, Russian, Korean, Japanese, Chinese. Written for this; a gap costs a link, nothing else.
"""

PLACES = """
north-korea: corée du nord|nord-coréen|pyongyang|north korea|nordkorea|corea del norte|norcorean|corea del nord|nordcorean|coreia do norte|norte-corean|северная корея|северной коре|северокоре|кндр|пхеньян|북한|북측|대북|평양|北朝鮮|朝鲜|北韓|平壌|平壤
south-korea: corée du sud|sud-coréen|séoul|south korea|seoul|südkorea|corea del sur|surcorean|seúl|corea del sud|sudcorean|coreia do sul|sul-corean|южная корея|южной коре|южнокоре|сеул|한국|서울|한은|합참|韓国|ソウル|韩国|首尔|南韓
japan: japon|japan|tokyo|japan|giappon|japão|japon|япони|токио|일본|도쿄|한미일|한일|한중일|미일|日本|日米|日韓|日中|美日|日韩|中日|東京|东京
china: chine|chinois|pékin|china|chinese|beijing|peking|chines|cina|cines|pechino|pequim|кита|пекин|중국|베이징|中国|北京
taiwan: taïwan|taiwan|taipei|тайван|대만|台湾|台灣|台北
russia: russie|russe|moscou|kremlin|russia|moscow|russland|russisch|moskau|rusia|moscú|mosca|росси|москв|кремл|러시아|모스크바|ロシア|モスクワ|俄罗斯|莫斯科|俄羅斯
ukraine: ukrain|kiev|kyiv|ucrani|ucrain|украин|киев|우크라|キーウ|ウクライナ|乌克兰|基辅|烏克蘭
usa: états-unis|américain|washington|maison blanche|united states|white house|vereinigte staaten|usa|estados unidos|estadounidens|stati uniti|сша|вашингтон|американ|미국|워싱턴|アメリカ|米国|ワシントン|美国|华盛顿|美國
france: france|français|paris|french|frankreich|französisch|francia|frances|франци|париж|프랑스|파리|フランス|パリ|法国|巴黎
germany: allemagne|allemand|berlin|germany|german|deutschland|deutsch|alemania|alemán|germania|tedesc|alemanha|германи|немецк|берлин|독일|베를린|ドイツ|ベルリン|德国|柏林
uk: royaume-uni|britanni|londres|united kingdom|britain|british|london|großbritannien|britisch|reino unido|regno unito|londra|великобритани|лондон|британ|영국|런던|英国|ロンドン|伦敦
spain: espagn|madrid|spain|spanish|spanien|spanisch|español|españa|spagn|espanh|испани|мадрид|스페인|スペイン|西班牙
italy: itali|rome|italy|italien|roma|итали|рим|이탈리아|로마|イタリア|ローマ|意大利|罗马
portugal: portug|lisbonne|lisbon|lissabon|lisboa|португал|лиссабон|포르투갈|ポルトガル|葡萄牙
belgium: belgi|belge|bruxelles|brussels|brüssel|bruselas|bruxelas|бельги|брюссел|벨기에|브뤼셀|ベルギー|ブリュッセル|比利时|布鲁塞尔
netherlands: pays-bas|néerlandais|la haye|netherlands|dutch|amsterdam|niederlande|niederländ|países bajos|paesi bassi|нидерланд|네덜란드|オランダ|荷兰
switzerland: suisse|genève|swiss|switzerland|geneva|schweiz|genf|suiza|ginebra|svizzer|ginevra|suíça|швейцар|женев|스위스|제네바|スイス|ジュネーブ|瑞士|日内瓦
austria: autrich|vienne|austria|vienna|österreich|wien|viena|австри|오스트리아|オーストリア|奥地利
poland: pologn|polonais|varsovie|poland|polish|warsaw|polen|polnisch|warschau|poloni|varsovia|польш|польск|варшав|폴란드|ポーランド|波兰
belarus: biéloruss|bélarus|minsk|belarus|weißruss|bielorrus|беларус|белорус|минск|벨라루스|ベラルーシ|白俄罗斯
lithuania: lituani|vilnius|lithuani|litauen|литв|литов|вильнюс|리투아니아|リトアニア|立陶宛
baltic: baltique|baltic|ostsee|báltico|baltico|балти|발트|バルト|波罗的海
estonia: estoni|tallinn|estland|эстон|таллин|에스토니아|エストニア|爱沙尼亚
latvia: letton|riga|latvia|lettland|letoni|латви|라트비아|ラトビア|拉脱维亚
finland: finland|finnois|helsinki|finnish|finnland|финлянд|хельсинк|핀란드|フィンランド|芬兰
sweden: suède|suédois|stockholm|swed|schwed|sueci|svezia|svedes|швеци|шведск|стокгольм|스웨덴|スウェーデン|瑞典
norway: norvèg|norvég|oslo|norw|norueg|норвег|осло|노르웨이|ノルウェー|挪威
denmark: danemark|danois|copenhague|denmark|danish|dänemark|dänisch|dinamarca|danimarca|дани|датск|덴마크|デンマーク|丹麦
hungary: hongrie|hongrois|budapest|hungar|ungar|hungrí|ungheri|венгр|будапешт|헝가리|ハンガリー|匈牙利
romania: roumain|roumanie|bucarest|romania|bucharest|rumän|rumani|румын|루마니아|ルーマニア|罗马尼亚
bulgaria: bulgar|sofia|болгар|불가리아|ブルガリア|保加利亚
greece: grèce|athènes|greece|greek|athens|griech|grecia|греци|афин|그리스|ギリシャ|希腊
serbia: serbi|serbe|belgrad|serb|серби|сербск|белград|세르비아|セルビア|塞尔维亚
turkey: turqu|turc|ankara|istanbul|turk|türk|turqu|турц|турец|анкар|стамбул|튀르키예|터키|トルコ|土耳其
israel: israël|israel|jérusalem|jerusalem|tel-aviv|tel aviv|израил|иерусалим|이스라엘|イスラエル|以色列
gaza: gaza|газ[аеы]|가자|ガザ|加沙
lebanon: liban|beyrouth|leban|beirut|líbano|libano|ливан|бейрут|레바논|レバノン|黎巴嫩
syria: syri|damas|siri|сири|дамаск|시리아|シリア|叙利亚
iran: iran|téhéran|tehran|teheran|irán|иран|тегеран|이란|테헤란|イラン|テヘラン|伊朗|德黑兰
iraq: irak|iraq|bagdad|baghdad|ирак|багдад|이라크|イラク|伊拉克
saudi: saoudit|saudi|arabie|riyad|саудовск|사우디|サウジ|沙特
egypt: égypt|le caire|egypt|cairo|ägypt|kairo|egipto|egitto|егип|каир|이집트|エジプト|埃及
sudan: soudan|khartoum|sudan|судан|수단|スーダン|苏丹
congo: congo|kinshasa|kongo|конго|콩고|コンゴ|刚果
nigeria: nigeri|lagos|abuja|нигери|나이지리아|ナイジェリア|尼日利亚
mali: mali|malien|bamako|мали|말리|マリ|马里
algeria: algéri|alger|algeri|argel|алжир|알제리|アルジェリア|阿尔及利亚
morocco: maroc|marocain|rabat|morocc|marokk|marruec|marrocos|марокк|모로코|モロッコ|摩洛哥
tunisia: tunis|tunes|túnez|тунис|튀니지|チュニジア|突尼斯
south-africa: afrique du sud|sud-africain|pretoria|johannesburg|south africa|südafrika|sudáfrica|юар|남아공|南アフリカ|南非
ethiopia: éthiopi|addis|ethiopi|äthiopi|etiop|эфиоп|에티오피아|エチオピア|埃塞俄比亚
kenya: kenya|nairobi|kenia|кени|케냐|ケニア|肯尼亚
india: inde|indien|new delhi|delhi|india|indien|инди|дели|인도|インド|印度|新德里
pakistan: pakistan|islamabad|пакистан|파키스탄|パキスタン|巴基斯坦
afghanistan: afghan|kaboul|kabul|afgan|афган|кабул|아프가니스탄|アフガニスタン|阿富汗
indonesia: indonési|jakarta|indonesi|индонез|джакарт|인도네시아|インドネシア|印尼|印度尼西亚
philippines: philippin|manille|manila|filipin|филиппин|필리핀|フィリピン|菲律宾
vietnam: vietnam|viêt|hanoi|hanoï|вьетнам|베트남|ベトナム|越南
thailand: thaïland|thailand|bangkok|tailand|таиланд|бангкок|태국|タイ王国|泰国
myanmar: birman|myanmar|rangoun|мьянм|미얀마|ミャンマー|缅甸
australia: australi|canberra|sydney|австрал|호주|オーストラリア|澳大利亚
new-zealand: nouvelle-zéland|new zealand|neuseeland|nueva zelanda|новая зеланд|뉴질랜드|ニュージーランド|新西兰
canada: canad|ottawa|québec|quebec|kanad|канад|캐나다|カナダ|加拿大
mexico: mexi|méxi|messic|мекси|멕시코|メキシコ|墨西哥
brazil: brésil|brasil|brazil|bresil|брази|브라질|ブラジル|巴西
argentina: argentin|buenos aires|аргентин|아르헨티나|アルゼンチン|阿根廷
chile: chili|chilien|santiago|chile|cile|чили|칠레|チリ|智利
peru: pérou|péruvien|lima|peru|perú|перу|페루|ペルー|秘鲁
colombia: colombi|bogota|bogotá|kolumbi|колумби|콜롬비아|コロンビア|哥伦比亚
venezuela: venezuel|vénézuel|caracas|венесуэл|베네수엘라|ベネズエラ|委内瑞拉
cuba: cuba|havane|havana|kuba|куб[аеыин]|쿠바|キューバ|古巴
haiti: haïti|haiti|port-au-prince|haití|гаити|아이티|ハイチ|海地
iceland: islande|reykjavik|iceland|islandia|исланди|아이슬란드|アイスランド|冰岛
kazakhstan: kazakh|astana|almaty|kasach|kazaj|kazaquist|cazaquist|казах|астан|алматы|카자흐|カザフ|哈萨克
uzbekistan: ouzbék|tachkent|uzbek|tashkent|usbek|узбек|ташкент|우즈베크|우즈베키|ウズベク|乌兹别克
central-asia: kirghiz|kyrgyz|kirgis|tadjik|tajik|tadschik|turkmén|turkmen|киргиз|таджик|туркмен|키르기스|타지키|투르크메|キルギス|タジク|トルクメ|吉尔吉斯|塔吉克|土库曼
caucasus-georgia: tbilissi|tbilisi|tiflis|géorgien|georgian|грузи|тбилис|조지아|ジョージア|トビリシ|格鲁吉亚
armenia: armén|erevan|yerevan|armen|eriwan|армен|ереван|армян|아르메니아|アルメニア|亚美尼亚
azerbaijan: azerbaïdjan|bakou|azerbaij|baku|aserbaidsch|azerbaiy|азербайдж|баку|아제르바이|アゼルバイ|阿塞拜疆
moldova: moldav|moldova|chisinau|moldau|молдав|молдов|кишинев|몰도바|モルドバ|摩尔多瓦
czechia: tchèque|tchéqu|prague|czech|tschech|prag |checa|praga|чехи|чешск|праг|체코|프라하|チェコ|プラハ|捷克|布拉格
slovakia: slovaqu|bratislava|slovak|slowak|eslovaqu|словак|словаци|братислав|슬로바키|スロバキ|斯洛伐克
slovenia: slovèn|ljubljana|sloven|slowen|esloven|словени|любля|슬로베니|スロベニ|斯洛文尼亚
croatia: croat|zagreb|kroat|хорват|загреб|크로아티|クロアチ|克罗地亚
bosnia: bosni|sarajevo|босни|сараев|보스니아|ボスニア|波斯尼亚|波黑
albania: albani|tirana|албан|тиран|알바니아|アルバニア|阿尔巴尼亚
kosovo: kosov|pristina|prishtina|косов|приштин|코소보|コソボ|科索沃
macedonia: macédoni|skopje|macedoni|mazedoni|македон|скопье|마케도니아|マケドニア|马其顿
montenegro: monténégr|podgorica|montenegr|черногор|몬테네그로|モンテネグロ|黑山
cyprus: chypr|nicosie|cyprus|cypriot|nicosia|zyper|chipr|cipr|кипр|никоси|키프로스|キプロス|塞浦路斯
ireland: irland|dublin|ireland|irish|irlanda|ирланд|дублин|아일랜드|アイルランド|爱尔兰
luxembourg: luxemb|люксембург|룩셈부르크|ルクセンブルク|卢森堡
malaysia: malais|kuala lumpur|malaysia|malasia|малайзи|куала|말레이시아|マレーシア|马来西亚
singapore: singap|сингапур|싱가포르|シンガポール|新加坡
cambodia: cambodg|phnom penh|cambod|kambodsch|camboy|камбодж|캄보디아|カンボジア|柬埔寨
laos: laos|laoti|vientiane|лаос|라오스|ラオス|老挝
mongolia: mongol|oulan-bator|ulaanbaatar|ulan-bator|монгол|улан-батор|몽골|モンゴル|蒙古
bangladesh: banglad|dacca|dhaka|бангладеш|방글라데시|バングラデシュ|孟加拉
nepal: népal|katmandou|nepal|kathmandu|непал|катманд|네팔|ネパール|尼泊尔
sri-lanka: sri lanka|colombo|шри-ланк|шри ланк|스리랑카|スリランカ|斯里兰卡
hongkong: hongkong|hong kong|hong-kong|гонконг|홍콩|香港
chad: tchad|n'djamena|chad |chadian|tschad|ciad|чаде|чадск|차드|チャド|乍得
niger-burkina: burkina|niamey|ouagadougou|nigérien|буркина|нигер |부르키나|니제르|ブルキナ|ニジェール|布基纳|尼日尔
senegal: sénégal|dakar|senegal|сенегал|세네갈|セネガル|塞内加尔
ivory-coast: côte d'ivoire|ivoirien|abidjan|ivory coast|elfenbeinküste|costa de marfil|costa d'avorio|кот-д'ивуар|코트디부아르|コートジボワール|科特迪瓦
ghana: ghan|accra|гана |가나 |ガーナ|加纳
cameroon: cameroun|yaoundé|cameroon|kamerun|camer[uú]n|камерун|카메룬|カメルーン|喀麦隆
somalia: somali|mogadis|сомали|могадишо|소말리아|ソマリア|索马里
uganda: ougand|kampala|ugand|уганд|우간다|ウガンダ|乌干达
rwanda: rwand|kigali|ruand|руанд|르완다|ルワンダ|卢旺达
tanzania: tanzani|dar es salaam|tansania|танзани|탄자니아|タンザニア|坦桑尼亚
mozambique: mozambi|maputo|mosambik|мозамбик|모잠비크|モザンビーク|莫桑比克
madagascar: madagascar|malgache|antananarivo|madagaskar|мадагаскар|마다가스카르|マダガスカル|马达加斯加
libya: liby|tripoli|benghazi|libia|ливи[ияйю]|триполи|리비아|リビア|利比亚
yemen: yémen|sanaa|houthi|yemen|jemen|huthi|йемен|хусит|예멘|후티|イエメン|フーシ|也门|胡塞
qatar: qatar|doha|katar|катар|доха|카타르|カタール|卡塔尔
emirates: émirats|émirati|dubaï|abou dhabi|emirat|dubai|abu dhabi|emiratos|эмират|дубай|абу-даби|아랍에미리트|두바이|アラブ首長国|ドバイ|阿联酋|迪拜
oman: oman|mascate|muscat|maskat|оман|маскат|오만 |オマーン|阿曼
jordan: jordanie|jordan|amman|jordani|иордан|요르단|ヨルダン|约旦
kuwait: kowe[iï]t|kuwait|кувейт|쿠웨이트|クウェート|科威特
ecuador: équat|quito|ecuador|ecuator|эквадор|에콰도르|エクアドル|厄瓜多尔
bolivia: boliv|la paz|болив|볼리비아|ボリビア|玻利维亚
uruguay-paraguay: urugua|paragua|уругва|парагва|우루과이|파라과이|ウルグアイ|パラグアイ|乌拉圭|巴拉圭
eu: union européenne|européen|commission européenne|european union|european commission|europäische union|unión europea|unione europea|união europeia|евросоюз|евросо|유럽연합|欧州連合|欧盟
nato: otan|nato|нато|나토|北約|北约
un: nations unies|onu|united nations|vereinte nationen|naciones unidas|nazioni unite|nações unidas|оон|유엔|国連|联合国|聯合國
"""

KINDS = """
missile: missile|rakete|misil|míssil|missil|ракет|미사일|ミサイル|导弹|導彈
drone: drone|drohne|dron|беспилотник|бпла|드론|무인기|ドローン|無人機|无人机
quake: séisme|tremblement de terre|quake|erdbeben|beben|terremoto|sismo|землетряс|지진|地震
volcano: volcan|éruption|volcano|eruption|vulkan|вулкан|изверж|화산|火山
fire: incendie|en feu|blaze|wildfire|burn|brand|feuer|incendio|incêndio|пожар|загорел|горит|화재|불길|火災|火事|火灾
flood: inondation|crue|flood|hochwasser|überschwemm|inundaci|alluvion|inunda|наводнен|паводк|홍수|침수|洪水|浸水|洪灾
storm: tempête|ouragan|cyclone|typhon|storm|hurricane|typhoon|sturm|tormenta|huracán|tempest|урага|шторм|тайфун|태풍|폭풍|台風|台风
avalanche: avalanche|lawine|alud|valanga|лавин|눈사태|雪崩
crash: crash|s'écrase|plane crash|absturz|accidente aéreo|авиакатастроф|крушени|추락|墜落|坠毁
train: train|tgv|rail|zug|bahn|tren|treno|trem|поезд|열차|列車|火车|铁路|鉄道
ship: navire|cargo|ferry|bateau|paquebot|freighter|vessel|ship|schiff|frachter|fähre|buque|barco|nave|navio|судно|паром|корабл|сухогруз|선박|화물선|여객선|船|貨物船|货轮|渡轮
aground: échou|aground|gestrandet|auf grund|encalla|incagli|encalh|сел на мель|좌초|座礁|搁浅
oil: pétrol|fioul|carburant|gazole|brut|oil|fuel|crude|diesel|petroleum|öl|petróleo|petrol|нефт|топлив|дизел|석유|기름|경유|原油|石油|燃油
sanctions: sanction|blacklist|sanktion|sancion|sanzion|sanções|санкци|제재|制裁
election: élection|législatives|scrutin|électeur|vote|election|voter|poll|wahl|wähler|elecci|elezion|eleiç|выбор|избирател|선거|투표|選挙|选举|選舉
parliament: parlement|assemblée nationale|parliament|bundestag|parlamento|парламент|госдум|국회|의회|議会|国会|议会
court: tribunal|procès|cour d'appel|audience|court|trial|gericht|prozess|juicio|processo|julgamento|суд[аеу ]|법원|재판|裁判|法院|法庭
prison: prisonnier|détenu|libér|prisoner|inmate|freed|released|häftling|gefangen|preso|liberad|prigion|заключенн|освобожд|수감|석방|囚人|釈放|囚犯|获释
strike: grève|manifest|défil|strike|protest|march|streik|huelga|sciopero|greve|забастов|протест|митинг|파업|시위|ストライキ|デモ|罢工|抗议
school: enseign|école|prof|lycée|school|teacher|schule|lehrer|escuela|maestr|scuola|professor|школ|учител|학교|교사|学校|教師|教师
hospital: hôpital|hospital|krankenhaus|klinik|ospedal|больниц|병원|病院|医院
cyber: cyberattaque|piratage|ransomware|cyberattack|hack|hacker|cyberangriff|ciberataque|attacco informatico|кибератак|хакер|해킹|사이버|サイバー|网络攻击|黑客
outage: panne|coupure|outage|failure|network|störung|ausfall|apagón|avería|blackout|сбой|отключен|장애|정전|먹통|障害|停電|断网|停电
theft: vol |volé|dérob|cambriol|theft|thie|stolen|heist|robber|diebstahl|raub|robo|furto|roubo|краж|похи|절도|도난|窃盗|盗难|盗窃
museum: musée|museum|museo|museu|музе|박물관|미술관|博物館|美術館|博物馆
rate-cut: taux directeur|taux d'intérêt|interest rate|policy rate|borrowing cost|leitzins|tipos de interés|tassi|juros|ключев|ставк|기준금리|금리|利下げ|政策金利|利率|降息
central-bank: banque centrale|central bank|zentralbank|notenbank|banco central|banca centrale|центробанк|центральный банк|한국은행|중앙은행|日銀|中央銀行|央行
jobs: postes|licenci|suppression|jobs|layoff|redundanc|stellen|arbeitsplätz|empleos|despid|posti di lavoro|empregos|увольнен|рабочих мест|일자리|감원|해고|人員削減|裁员
factory: usine|site industriel|haut-fourneau|factory|plant|furnace|werk|fabrik|fábrica|fabbrica|stabiliment|завод|공장|工場|工厂
chips: semi-conducteur|puces|chip|semiconductor|halbleiter|semiconductor|полупровод|반도체|半導体|半导体|芯片
vaccine: vaccin|impf|vacuna|vacin|вакцин|백신|ワクチン|疫苗
epidemic: choléra|épidémie|grippe|virus|cholera|outbreak|flu|seuche|vogelgrippe|epidemi|gripe|холер|эпидеми|грипп|вирус|콜레라|감염|독감|コレラ|感染|インフルエンザ|霍乱|疫情|流感
food: récolte|famine|céréales|nutrition|harvest|famine|grain|ernte|hunger|cosecha|hambre|raccolto|colheita|урожа|голод|зерн|식량|수확|기근|食糧|収穫|粮食|收成
loudspeaker: haut-parleur|loudspeaker|lautsprecher|altavoc|altoparlant|громкоговорит|확성기|拡声器|扩音器|喇叭
nuclear: nucléaire|nuclear|atom|reaktor|nucleare|ядерн|атомн|реактор|핵|원전|核|原発|核电
space: atterrisseur|fusée|satellite|lunaire|lander|rocket|lunar|moon|mond|rakete|cohete|luna|razzo|foguete|лун[аеын]|спутник|космич|달 |위성|발사체|月面|衛星|月球|火箭|卫星
cable: câble|cable|kabel|cavo|cabo|кабел|케이블|ケーブル|电缆|海缆
film: film|cinéma|festival|movie|cinema|kino|película|кино|фильм|фестивал|영화|영화제|映画|电影
football: ligue|match|football|goal|fußball|bundesliga|fútbol|partido|calcio|partita|futebol|футбол|матч|축구|サッカー|足球
cycling: cyclis|étape|peloton|cycling|rider|radsport|etappe|ciclis|tappa|велогон|велосипед|사이클|自転車|自行车
crane: grue|crane|kran|grúa|gru |кран[аоу ]|크레인|クレーン|起重机|吊车
accident: accident|collision|carambolage|unfall|accidente|incidente|acidente|авари|дтп|사고|事故|车祸
killed: mort|tué|décès|killed|dead|died|tot|getötet|muert|morti|mort[oe]|погиб|убит|사망|숨지|死亡|死者|遇难
wounded: bless|injur|hurt|verletz|herid|ferit|ferid|ранен|пострадав|부상|다쳐|負傷|けが|受伤
talks: négociation|pourparlers|sommet|talks|summit|negotiat|verhandlung|gipfel|negociaci|cumbre|negoziat|vertice|cúpula|переговор|саммит|회담|협상|会談|交渉|会谈|谈判
ceasefire: cessez-le-feu|trêve|ceasefire|truce|waffenruhe|waffenstillstand|alto el fuego|tregua|cessar-fogo|перемири|прекращени огня|휴전|停戦|停火
resign: démission|resign|rücktritt|dimisi|dimission|demiss|отставк|사임|사퇴|辞任|辞職|辞职
arrest: interpell|arrêté|garde à vue|arrest|detained|festgenommen|verhaft|deteni|detuv|arrestat|задержа|арестов|체포|구속|逮捕|逮捕|拘留
navy: marine|naval|navy|warship|marine|armada|marina|вмс|флот|해군|海軍|海军
merger: fusion|rapprochement|rachat|merger|takeover|acquisition|übernahme|fusión|fusione|слиян|поглощен|인수|합병|買収|合併|收购|合并
tax: impôt|taxe|tax|steuer|impuesto|imposta|imposto|налог|세금|증세|税
weather: météo|vigilance|forecast|wetter|pronóstico|previsioni|прогноз погоды|날씨|기상청|天気|気象|天气|气象
wolf: loup|wolf|wölfe|lobo|lupo|волк|늑대|オオカミ|狼
grounded-flights: aéroport|airport|flughafen|aeropuerto|aeroporto|аэропорт|공항|空港|机场
explosion: explosion|explos|blast|explosión|esplosion|взрыв|폭발|爆発|爆炸
shooting: fusillade|tirs mortels|coups de feu|shooting|gunman|schüsse|schieß|tiroteo|sparatoria|tiroteio|стрельб|총격|총기|銃撃|枪击
knife: couteau|poignard|stabb|knife|messer|apuñal|cuchillo|accoltell|faca|ножо|ножом|흉기|刃物|刺され|持刀
bomb: bombe|bombard|attentat|bomb|bombing|anschlag|bombe|bomba|atentado|attentato|бомб|теракт|폭탄|폭격|테러|爆弾|爆撃|テロ|炸弹|恐怖袭击
hostage: otage|enlèvement|enlev|kidnap|hostage|abduct|geisel|entführ|secuestr|rehén|ostagg|rapit|sequestr|заложник|похищ|인질|납치|人質|誘拐|拉致|人质|绑架
murder: meurtre|assassin|homicide|murder|killing of|mord|ermord|asesinat|omicidi|assassinat|убийств|살인|殺人|杀人|谋杀
drugs: drogue|cocaïne|cannabis|stupéfiant|drug|cocaine|kokain|drogen|droga|cocaína|наркот|кокаин|마약|薬物|麻薬|毒品
corruption: corruption|détournement|fraude|blanchiment|pot-de-vin|brib|embezzl|fraud|launder|korruption|betrug|geldwäsche|corrup|fraude|frode|riciclaggio|коррупц|взятк|мошеннич|횡령|뇌물|사기|汚職|横領|詐欺|贿赂|腐败|诈骗
trial-verdict: condamn|acquitt|verdict|peine de|sentenced|convicted|guilty|verdict|verurteilt|urteil|freigesprochen|condena|sentencia|condannat|sentenza|приговор|осужд|선고|판결|유죄|判決|有罪|判处|判刑
migrants: migrant|réfugié|asile|refugee|asylum|flüchtling|geflüchtet|refugiad|migrante|rifugiat|мигрант|беженц|난민|이민|難民|移民|难民
border: frontière|frontali|border|grenze|frontera|frontiera|fronteira|границ|국경|접경|国境|边境|邊境
army: armée|soldat|militaire|troupe|army|soldier|troops|military|armee|truppen|soldaten|bundeswehr|ejército|esercito|exército|militar|арми|солдат|военнослуж|병력|군인|육군|軍隊|兵士|部隊|军队|士兵
exercise: manœuvres|exercices militaires|exercices navals|manoeuvre|drill|live-fire|übung|maniobra|esercitazion|exercícios militares|учени[яй]|훈련|演習|演习|軍演
coup: coup d'état|putsch|coup|junta|junte|golpe|переворот|쿠데타|クーデター|政变
defence-deal: contrat d'armement|livraison d'armes|arms deal|weapons|waffen|armas|armi|armamento|оружи|무기|武器|兵器
president: président|president|präsident|presidente|президент|대통령|大統領|总统|總統
minister: ministre|premier ministre|minister|prime minister|ministerin|ministro|primo ministro|министр|премьер|장관|총리|大臣|首相|外相|部长|总理|外长
mayor: maire|mayor|bürgermeister|alcalde|sindaco|prefeito|мэр|градоначальник|시장|市長|市长
king: roi|reine|prince|princesse|king|queen|prince|princess|royal|könig|königin|prinz|rey|reina|príncip|regina|rainha|корол|принц|국왕|여왕|왕자|国王|女王|王子|王室
pope: pape|vatican|pope|papst|vatikan|papa |vaticano|папа римск|ватикан|교황|バチカン|教皇|ローマ法王|教宗|梵蒂冈
referendum: référendum|referendum|volksabstimmung|referéndum|референдум|국민투표|国民投票|住民投票|公投
law: projet de loi|loi |bill|law|gesetz|ley |proyecto de ley|legge|lei |законопроект|закон|법안|法案|法律
budget: budget|déficit|budget|deficit|haushalt|presupuesto|déficit|bilancio|orçamento|бюджет|дефицит|예산|予算|预算
inflation: inflation|prix à la consommation|inflation|consumer price|verbraucherpreis|inflación|inflazione|inflação|инфляц|물가|インフレ|物価|通胀|物价
tariff: droits de douane|tarifs douaniers|tariff|customs duties|zölle|zoll|arancel|dazi|tarifas|пошлин|관세|関税|关税
trade: exportation|importation|commerce|exports|imports|trade|handel|exporte|comercio|exportaci|commercio|esport|comércio|экспорт|импорт|торгов|수출|수입|무역|輸出|輸入|貿易|出口|进口|贸易
stock-market: bourse|cac 40|wall street|stock|shares|dax|börse|aktie|bolsa|acciones|borsa|azioni|ações|бирж|акци[йия]|코스피|증시|주가|株価|株式|日経平均|股市|股价
currency: taux de change|monnaie|currency|exchange rate|devaluat|währung|wechselkurs|divisa|moneda|valuta|câmbio|курс[ыа] валют|валют|рубл|환율|為替|円安|汇率|货币
profit: bénéfice|chiffre d'affaires|résultat net|profit|earnings|revenue|gewinn|umsatz|beneficio|ingresos|utile|ricavi|lucro|receita|прибыл|выручк|영업이익|순이익|매출|純利益|売上高|营业利润|净利润|营收
bankruptcy: faillite|redressement judiciaire|liquidation judiciaire|bankrupt|insolven|insolvenz|pleite|quiebra|bancarrota|fallimento|falência|банкрот|파산|倒産|破産|破产
car: automobile|constructeur automobile|véhicule|carmaker|electric vehicle|autobauer|elektroauto|automóvil|auto elettric|автомобил|자동차|전기차|自動車|電気自動車|汽车|电动车
steel: acier|sidérurg|steel|stahl|acero|acciaio|aço|сталь|철강|鉄鋼|钢铁
gas: gaz |gazoduc|gas|pipeline|erdgas|gasoducto|gasdotto|газопровод|газ |가스|天然ガス|ガス管|天然气
electricity: électricité|éolien|solaire|power grid|electricity|wind farm|solar|strom|windkraft|electricidad|eólic|elettric|eletricidade|электроэнерг|전력|태양광|電力|風力|电力|风电
mine: mine|mineur|mining|miner|bergwerk|mina|minero|miniera|шахт|рудник|광산|탄광|鉱山|炭鉱|矿|煤矿
dam: barrage|digue|dam|dyke|levee|staudamm|deich|presa|dique|diga|barragem|плотин|дамб|댐|제방|ダム|堤防|大坝|水坝
bridge: pont|viaduc|bridge|brücke|puente|ponte|мост[ауеы]|мост |교량|대교|橋|大桥
collapse: effondr|écroul|collaps|einsturz|eingestürzt|derrumb|colaps|crollo|desab|обруш|붕괴|무너|넘어져|崩壊|倒壊|坍塌|倒塌
landslide: glissement de terrain|éboulement|coulée de boue|landslide|mudslide|rockfall|erdrutsch|deslizamiento|frana|deslizamento|оползен|сел[ья]|산사태|土砂崩れ|山体滑坡|泥石流
heat: canicule|vague de chaleur|heatwave|heat wave|hitze|ola de calor|ondata di caldo|onda de calor|жар[аыеу]|폭염|猛暑|熱波|高温|热浪
drought: sécheresse|drought|dürre|sequía|siccità|seca |засух|가뭄|干ばつ|干旱
snow: neige|verglas|snow|blizzard|schnee|nieve|neve|снег|снегопад|폭설|눈이|大雪|降雪|暴雪
pollution: pollution|marée noire|fuite de|pollut|spill|leak|verschmutz|leck|contaminaci|vertido|inquinament|poluição|загрязнен|разлив|утечк|오염|유출|汚染|流出|污染|泄漏
chemical: chimique|toxique|chemical|toxic|chemie|giftig|químic|tóxic|chimic|химическ|токсич|화학|유독|化学|有毒
climate: climat|réchauffement|climate|global warming|klima|clima|климат|기후|気候|温暖化|气候
farm: agricult|éleveur|ferme|farmer|livestock|landwirt|bauern|agricultor|ganader|agricoltor|allevator|фермер|скот|농민|축산|농가|農家|畜産|农民|养殖
animals: animaux|zoo|baleine|ours |requin|animal|whale|bear |shark|tier|wal |bär|hai |animales|ballena|oso |tiburón|balena|orso|squalo|животн|кит[ао]|медвед|акул|동물|고래|곰|동물원|動物|クジラ|熊|クマ|动物|鲸|鲨
fish: pêche|pêcheur|poisson|fishing|fishermen|fish|fischer|fisch|pesca|pescador|pescator|рыбак|рыбол|어선|어민|漁船|漁業|渔船|渔民
doctor: médecin|infirmi|chirurg|doctor|nurse|surg|arzt|ärzt|pflege|médico|enfermer|medico|infermier|врач|медик|의사|간호|医師|看護|医生|护士
medicine: médicament|traitement|cancer|essai clinique|drug trial|medicine|treatment|medikament|krebs|medicamento|farmaco|лекарств|препарат|онколог|신약|치료제|암 |新薬|治療|がん|药物|癌
study: étude|chercheurs|study|researchers|scientists|studie|forscher|estudio|investigador|studio|ricercator|estudo|исследован|учены|연구|研究|科学者|科学家
university: université|étudiant|university|student|universität|studierende|universidad|estudiant|università|universidade|университет|студент|대학|학생|大学|学生
child: enfant|bébé|child|baby|kinder|baby|niño|bambin|criança|ребен|дет[ией]|어린이|아동|아이|子ども|児童|儿童|孩子
missing: disparu|recherches|missing|search and rescue|vermisst|suche nach|desaparecid|scomparso|disperso|desapareci|пропал|без вести|поиск|실종|수색|行方不明|捜索|失踪|失联|搜救
rescue: sauvet|secours|secouri|rescue|lifeboat|rettung|gerettet|rescat|soccors|salvat|resgat|спасат|спасен|구조|救助|救出|救援
plane: avion|aérien|vol |pilote|plane|aircraft|flight|pilot|airline|flugzeug|flug|avión|vuelo|aereo|volo |avião|voo |самолет|авиа|항공기|여객기|비행기|航空機|旅客機|飛行機|飞机|航班|客机
bus: autocar|bus|coach|bus|autobús|autobus|ônibus|автобус|버스|バス|巴士|客车|大巴
metro: métro|tramway|tram|subway|underground|u-bahn|straßenbahn|metro|tranvía|metrô|метро|трамвай|지하철|전철|地下鉄|電車|地铁
road: autoroute|routier|motorway|highway|road|autobahn|lkw|carretera|autopista|autostrada|strada|rodovia|трасс|шоссе|дорог|고속도로|도로|高速道路|道路|高速公路|公路
telecom: opérateur|réseau mobile|télécom|telecom|carrier|mobile network|mobilfunk|telekom|operadora|telefonía|operatore|telefonia|оператор связи|мобильн|통신|이동통신|携帯|通信|电信|运营商
internet: internet|réseau social|application|app |social media|platform|plattform|soziale netz|redes sociales|social network|piattaforma|rede social|соцсет|интернет|플랫폼|인터넷|앱 |ネット|アプリ|sns|互联网|平台|网络
payment: paiement|carte bancaire|payment|card|zahlung|kartenzahlung|pago|tarjeta|pagament|carta di credito|pagamento|cartão|оплат|платеж|банковск|결제|카드|決済|カード|支付|刷卡
ai: intelligence artificielle|chatbot|artificial intelligence|ai model|künstliche intelligenz|inteligencia artificial|intelligenza artificiale|inteligência artificial|искусственн|нейросет|인공지능|人工知能|生成ai|人工智能
data-leak: fuite de données|données personnelles|data breach|personal data|datenleck|datenschutz|filtración de datos|datos personales|dati personali|vazamento|утечк[аи] данных|персональн|개인정보|정보 유출|個人情報|情報漏|数据泄露|个人信息
company-head: directeur général|pdg|chief executive|ceo|vorstandschef|geschäftsführer|director ejecutivo|consejero delegado|amministratore delegato|presidente-executivo|гендиректор|глава компании|대표이사|최고경영자|社長|最高経営責任者|首席执行官|董事长
museum-art: tableau|peintre|exposition|sculpture|painting|painter|exhibition|sculpture|gemälde|ausstellung|cuadro|pintor|exposición|quadro|pittore|mostra|exposição|картин|художник|выставк|그림|전시|화가|絵画|展覧会|画家|展览|画作
music: musique|musicien|concert|chanteu|orchestre|violon|music|musician|concert|singer|orchestra|violin|cello|musik|konzert|sänger|orchester|música|cantante|orquesta|concerto|cantor|музык|концерт|певец|певиц|оркестр|음악|가수|콘서트|공연|音楽|コンサート|歌手|音乐|演唱会
book: roman|écrivain|librair|éditeur|édition|novel|writer|author|bookshop|publisher|buch|schriftsteller|verlag|libro|novela|escritor|editorial|romanzo|scrittor|editore|livro|книг|писател|издатель|소설|작가|출판|小説|作家|出版|书籍
prize: prix |lauréat|récompense|oscar|nobel|award|prize|winner|preis|auszeichnung|premio|galardón|prêmio|преми[яиюе]|лауреат|수상|노벨|受賞|ノーベル|获奖|诺贝尔
obituary: est mort|s'est éteint|obsèques|hommage|dies aged|funeral|tribute|gestorben|beerdigung|trauer|fallece|murió|funeral|morto a|scomparsa di|funerali|morre|скончал|умер|похорон|별세|장례|逝去|葬儀|去世|逝世|葬礼
theatre: théâtre|opéra|marionnette|theatre|theater|opera|puppet|bühne|teatro|ópera|театр|опер[аыу]|연극|오페라|演劇|歌劇|戏剧|歌剧
tennis: tennis|roland-garros|wimbledon|теннис|테니스|テニス|网球
rugby: rugby|xv de france|six nations|регби|럭비|ラグビー|橄榄球
basket: basket|nba|básquet|baloncesto|pallacanestro|basquete|баскетбол|농구|バスケ|篮球
baseball: baseball|béisbol|бейсбол|야구|野球|大リーグ|棒球
olympics: olympi|jeux olympiques|juegos olímpicos|olimpiadi|олимпи|올림픽|五輪|オリンピック|奥运
athletics: marathon|athlét|sprinteu|athletics|marathon|leichtathletik|maratón|atletismo|maratona|atletica|марафон|легкоатлет|마라톤|육상|マラソン|陸上|马拉松|田径
racing: formule 1|grand prix|rallye|formula one|formula 1|rally|formel 1|fórmula 1|формул[аыу]|포뮬러|モータースポーツ|一级方程式
doping: dopage|doping|antidopag|допинг|도핑|ドーピング|兴奋剂
ski: ski|skieu|skiing|skier|skifahrer|esquí|sci |sciator|esqui|лыж|스키|スキー|滑雪
mountain: montagne|alpinist|sommet|randonn|mountain|climber|hiker|berg|bergsteiger|wanderer|montaña|alpinista|montagna|escursionist|montanha|горы|альпинист|등산|산악|登山|山岳|登山者
housing: logement|loyer|immobilier|housing|rent|real estate|wohnung|miete|immobilien|vivienda|alquiler|casa popolare|affitto|habitação|aluguel|жиль|недвижим|주택|아파트|재개발|住宅|家賃|住房|房价|房租
construction: chantier|construction|building site|construction site|baustelle|bauarbeiter|obra|construcción|cantiere|edilizia|canteiro|стройк|строител|공사장|공사|건설|工事|建設|工地|建筑
diplomacy: ambassad|diplomat|ambassador|embassy|botschaft|embajad|ambasciat|embaixad|посол|посольств|дипломат|대사관|외교|大使|外交|大使馆
spy: espion|espionnage|spy|espionage|intelligence service|spion|geheimdienst|espía|espionaje|spionaggio|espião|шпион|разведк|간첩|정보기관|スパイ|間諜|间谍
peace: paix|accord de paix|peace|frieden|paz|pace |мирн[ыого]|мирное|평화|和平|平和
reform: réforme|retraites|pension|reform|rente|reforma|pensiones|riforma|pensioni|aposentador|реформ|пенси|개혁|연금|改革|年金|养老金
poll: sondage|intentions de vote|poll|survey|umfrage|encuesta|sondaggio|pesquisa|опрос|рейтинг|여론조사|世論調査|民调
coalition: coalition|gouvernement|coalition|government|koalition|regierung|coalición|gobierno|coalizione|governo|coalizão|коалици|правительств|연정|정부|連立|政府|联合政府
"""
