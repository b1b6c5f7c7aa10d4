import type { GivenDetails } from '../articles/details.ts'
import type { PartKind } from '../vocabulary.ts'

/** A sample article: everything in it is invented, its places, people and outlets too. */
export interface SampleText {
  text: string
  details: GivenDetails
  /** The parts and the words that each begins with, for what is recognised otherwise. */
  parts: readonly [part: PartKind, words: string][]
}

const unknown = { byline: '', url: '', publishedAt: '', dueAt: null }

/** An attack on a town: agencies, the attackers' own agency, an official, unnamed residents, videos with a caveat, and what stands around them on a page. */
export const attack: SampleText = {
  details: {
    ...unknown,
    publication: 'published',
    outlet: 'The Continental',
    url: 'https://continental.example/world/ashkavar-power-plant',
  },
  parts: [
    ['headline', 'Residents take up arms'],
    ['published', '14 March 2025'],
  ],
  text: `Menu

Independent reporting since 1987

Residents take up arms as fighters storm power plant and police post in Ashkavar

14 March 2025, 9:20 pm

Armed residents have joined police in the search for gunmen in Ashkavar after an assault before dawn, the Navreh news agency reported on Friday. Some of the attackers are still hiding in the old quarter of the town, 90 kilometres west of Belmun.

About 30 fighters of the Veshti Front crossed the Sarn river shortly after 3 am and opened fire on the mayor’s office, setting off clashes that lasted until noon.

According to Navreh, the gunmen held a police post on the market square for two hours before a special unit drove them out. Two vehicles packed with explosives blew up near the bus station, and the town’s police chief urged people to stay indoors.

Where is Ashkavar?

Ashkavar is a market town of 62,000 people on the Sarn river. Its power plant supplies a third of the electricity of Belmun province.

Who are the Veshti Front?

The Veshti Front took up arms in 2019. It has held the hills north of Belmun since last summer.

Read also: How Belmun’s hospitals run on borrowed generators

The Veshti Front also stormed the power plant outside the town and killed all eleven guards there, according to the group’s own Zirand agency.

The governor of Belmun province, Rostan Ilmek, told Navreh that his office had warned of “an attack meant to draw our forces away” after the army began its march on the hills last week. No government building in Ashkavar fell into the gunmen’s hands at any time, Ilmek said.

A doctor at the town’s hospital, who asked not to be named because staff are not allowed to speak to reporters, said 17 bodies had been brought in by midday. The interior ministry put the number of dead at nine in a statement.

Residents filmed the fighting, and their videos have been shared widely on social media. In one of them, women can be heard calling to children in a courtyard before a long burst of gunfire. Another appears to show smoke rising above the power plant.

The Continental could not independently verify the videos.

Follow us on Facebook and Telegram

Subscribe to our morning briefing

© The Continental. All rights reserved.
`,
}

/** Figures and papers: a health board, a council, a court, a union, and an official who must not be named. */
export const waits: SampleText = {
  details: { ...unknown, publication: 'draft', outlet: 'The Ferrow Gazette' },
  parts: [
    ['headline', 'Hospital waits'],
    ['byline', 'By Lina Marsh'],
    ['published', '3 February 2025'],
    ['dateline', 'FERROWMOUTH'],
  ],
  text: `Hospital waits in Ferrowmouth double as council weighs cuts to home care

By Lina Marsh, health correspondent

3 February 2025

FERROWMOUTH — The number of patients waiting more than twelve weeks for a hip or knee operation at Ferrowmouth General has doubled in a year, from 412 to 831, according to figures published by the regional health board on Monday.

The board’s quarterly report says that 38 of the hospital’s 240 beds were closed in December because there were not enough nurses. In the same month of 2023, eleven were closed.

Councillors are to vote on 20 February on a budget that would take 1.4 million crowns from home care, a cut of 9 per cent. The finance chair, Oda Brenner, told a public meeting last week that the city had “no honest alternative” after its grant from the region was frozen for the third year running.

A senior official in the city’s social services department, who spoke on condition of anonymity because the budget has not been adopted, said the cut would end daily visits for about 260 people. The council’s own impact paper gives the figure as 190.

Documents filed with the Ferrow administrative court show that the city was ordered in November to pay 310,000 crowns to a care company, Hearthside, for visits that had been made but not paid for. The city has appealed, its lawyer, Tomas Wield, said.

Hearthside employs 140 carers in Ferrowmouth. One in four carers plans to leave within the year, according to a survey by their union, which questioned 88 of its members.

“People will not stop needing help with a shower because a line has been struck from a budget,” said Ingrid Solheim, who runs the Eastgate day centre.

The health board’s director, Pavel Dorn, declined to comment on the council’s plans. In a letter to the mayor, he warned in January that every day of delayed discharge costs the hospital 640 crowns a patient.

Ferrowmouth last cut its home care budget in 2012, and reversed the decision a year later.
`,
}

/** A short piece in Arabic. */
export const harbour: SampleText = {
  details: { ...unknown, publication: 'draft', outlet: 'المرفأ', byline: 'سلمى النعيمي', publishedAt: '2025-01-12' },
  parts: [
    ['headline', 'المجلس البلدي'],
    ['byline', 'كتبت'],
    ['published', '١٢ كانون'],
  ],
  text: `المجلس البلدي في مرسى الزهور يقر خطة لإنقاذ الميناء القديم

كتبت: سلمى النعيمي

١٢ كانون الثاني/يناير ٢٠٢٥

أقر المجلس البلدي في مدينة مرسى الزهور، مساء الأحد، خطة لترميم الميناء القديم بكلفة ثمانية ملايين دينار، وفق بيان نشره المجلس على موقعه.

وقال رئيس المجلس، ياسر البحراني، لوكالة أنباء الساحل إن الأعمال ستبدأ في مطلع آذار/مارس وتستمر ثمانية عشر شهرا. وأضاف أن الخطة «لن تمس أرزاق الصيادين».

لكن نقابة الصيادين أعلنت أن نحو مئتي قارب ستفقد مراسيها خلال الأعمال. ونقلت الوكالة عن مصدر في إدارة الميناء، طلب عدم ذكر اسمه، أن عدد القوارب المتضررة لا يتجاوز سبعين.

وأظهر تقرير هندسي أعدته جامعة المدينة عام ٢٠٢٣ أن ثلث الرصيف الشرقي معرض للانهيار.

وتداول سكان مقاطع مصورة تظهر تشققات في الرصيف، ولم يتسن لصحيفة المرفأ التحقق منها من مصدر مستقل.
`,
}
