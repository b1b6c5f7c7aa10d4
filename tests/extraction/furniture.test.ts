import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/documents/html.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading, ReadOptions } from '../../src/extraction/types.ts'

const COPY = [
  'A footbridge over the Sarwan was closed on Monday after an inspector found cracks in two of its piers, the county said.',
  'The bridge, which opened in 1962, carries about 4,000 people a day between the station and the market.',
  '“We could not wait for the weekend,” said Dora Varga, who runs the county’s roads office. “A barge will take people across.”',
  'Traders on the east bank said their takings had fallen by half since the barriers went up.',
  'The county has asked for bids to mend the piers and expects the work to take eleven weeks.',
] as const
const HEADLINE = 'Footbridge over the Sarwan closed after cracks found in its piers'

/** Whether every sentence of the copy is a claim, and what else became one (the headline aside). */
function check(reading: Reading, copy: readonly string[] = COPY): { lost: string[]; leaked: string[] } {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const claims = reading.claims.map((claim) => plain(claim.text))
  const all = claims.join(' ¶ ')
  const lost = copy
    .flatMap((paragraph) => paragraph.split(/(?<=[.”])\s(?=[“A-Z])/u))
    .filter((sentence) => !all.includes(sentence.slice(0, 40)))
  const words = [...copy, HEADLINE].join(' ')
  return { lost, leaked: claims.filter((claim) => !words.includes(claim)) }
}

const part = (text: string, span: readonly [number, number] | null): string | null => (span ? text.slice(...span) : null)
const amid = (...lines: string[]): string => [HEADLINE, COPY[0], COPY[1], ...lines, COPY[2], COPY[3], COPY[4]].join('\n\n')
const above = (...lines: string[]): string => [...lines, '', ...COPY].join('\n\n')
const below = (...lines: string[]): string => [HEADLINE, '', ...COPY].join('\n\n') + `\n\n${lines.join('\n')}`

describe('amid the copy', () => {
  test('a newsletter box before the last paragraphs', () => {
    const text = [HEADLINE, ...COPY.slice(0, 4), 'Sign up to our newsletter\nYou will find it in your inbox on Fridays.', COPY[4]].join(
      '\n\n',
    )
    expect(check(readArticle(text))).toEqual({ lost: [], leaked: [] })
  })

  test.each([
    ['a read-also line', ['Read also: Ten walks for a rainy weekend']],
    ['a read-also line with a bar', ['READ MORE | Ten walks for a rainy weekend']],
    ['an advert', ['Advertisement']],
    ['sponsored content', ['Sponsored: Sleep better with Nod. Terms apply.']],
    ['a newsletter box', ['Get the morning briefing', 'Sign up for our newsletter. We will never share your address.']],
    ['a caption with its credit', ['The bridge at dusk on Sunday. Photograph: Ann Lee/Marl Photos']],
    ['a caption with its credit in brackets', ['Barriers at the east end of the bridge. (Post photo by A. Lee)']],
    [
      'a post nobody introduced',
      ['View this post on X\nRiver Watch @riverwatch · 3 May\nWe told them about the piers in March and nobody listened.\nShow more'],
    ],
    [
      'a caption numbered in its row',
      ['[2/5] Barriers at the east end of the bridge, May 3, 2024. OSTRA/Ann Lee-Moss Purchase Licensing Rights'],
    ],
    [
      'what a newsletter brings',
      ['Sign up to our Marl newsletter\nThe week’s news in your inbox every Friday. You can unsubscribe at any time.'],
    ],
    [
      'a correction of the printed paper',
      ['In our issue of May 2 we said that Ann Lee had closed the bridge. She had not. We apologise to Ann Lee.'],
    ],
    ['post counters', ['10:58 PM · May 3, 2024\n4.1K Likes  902 Reposts']],
    [
      'an analysis with its end',
      ['Analysis\nAnn Lee, transport editor\nThe county has been here before and it will be here again.\nRead more: Why bridges fail'],
    ],
    [
      'a correction under its heading',
      ['Correction', 'At 13:05 we reported that the bridge had collapsed. It had not. We are sorry for the error.'],
    ],
    ['a pull-quote', ['“We could not wait for the weekend”']],
    ['a market strip', ['MARL 40: 2,118.6 ▲ 0.4% Crown/USD 3.91 ▼']],
    ['a share row', ['Share', 'Facebook WhatsApp Copy link']],
    ['a prompt for stories', ['Got a story? Email her or call the newsdesk.']],
    [
      'an analysis of lines close together, up to the next empty line',
      [
        'ANALYSIS\nBy Ann Lee, transport editor\nWhy piers crack\nThe county has been here before and it will be here again.\nTwo more bridges will go the same way, I fear.',
      ],
    ],
    [
      'a comment that ends with a line about its writer',
      [
        'Comment',
        'By Ann Lee, columnist',
        'The county has been here before and it will be here again.',
        'It never learns from its bridges.',
        'Lee writes about towns on Sundays.',
      ],
    ],
  ])('%s', (_, lines) => expect(check(readArticle(amid(...lines)))).toEqual({ lost: [], leaked: [] }))

  test.each([
    'Never miss a story.',
    'Stay up to date with the latest news.',
    'Already a subscriber? Log in.',
    'You have two free articles left this month.',
    'Download our free app for breaking news alerts.',
    'Join our WhatsApp channel for updates.',
    'Republish our articles for free, online or in print.',
    'Tell us what you think about the bridge.',
    'Was this article helpful?',
    'FEEDBACK: Use this form to write to the author of this post.',
    'If you value our reporting, please consider a donation.',
    'This is a developing story and will be updated.',
    'This summary was generated by AI and checked by an editor.',
    'Sam Oder in Tiszala contributed to this report.',
    'This article was produced in partnership with the Sarwan Centre.',
    'Click here to read more about the bridge.',
    'For help call the helpline on 0800 123 456.',
  ])('speaks to the reader: %s', (line) => expect(check(readArticle(amid(line)))).toEqual({ lost: [], leaked: [] }))

  test.each([
    'Join us in the square, the union told its members on Monday.',
    'Stay indoors, police warned residents on Thursday.',
    'Support for the party fell to 21 percent in May.',
    'Details of the deal will follow next week.',
    'Register offices will close on Friday, the city said.',
    'This article of the penal code was struck down in May.',
    'Video shows officers firing into the crowd on Monday.',
    'Medicaid covers barely half the cost of a birth in the county.',
  ])('news that begins like a prompt: %s', (line) => expect(readArticle(amid(line)).claims.map(({ text }) => text)).toContain(line))

  test('a post that the copy introduces is copy', () => {
    const { claims } = readArticle(
      amid(
        'River Watch wrote in a post on X:',
        'River Watch\n@riverwatch\nWe told the county about the piers in March.\n10:58 PM · May 3, 2024\n902 Reposts',
      ),
    )
    expect(claims.some((claim) => claim.text.endsWith('We told the county about the piers in March.'))).toBe(true)
    expect(claims.some((claim) => /902|@river/u.test(claim.text))).toBe(false)
  })
  test('a prompt at the end of a paragraph of copy is taken out by itself', () => {
    const { claims } = readArticle(amid('The ministry counted 8,000 people on the quay. Sign up for our morning briefing, every Friday.'))
    expect(claims.map((claim) => claim.text)).toContain('The ministry counted 8,000 people on the quay.')
    expect(claims.some((claim) => claim.text.includes('Sign up'))).toBe(false)
  })
  test('times of a live page are dates, not headings', () => {
    const { furniture, claims } = readArticle(
      amid('18:26\nThe barriers are up, the county says.', '17:05\nDivers have left the river, police say.'),
    )
    expect(furniture.map(({ kind }) => kind)).toEqual(['date', 'date'])
    expect(claims.map((claim) => claim.text)).toContain('Divers have left the river, police say.')
  })
})

describe('above the copy', () => {
  const text = above(
    'Skip to content',
    'MARL POST',
    'News | Sport | What’s On | Jobs',
    'JUST IN: Senate defers vote on sugar',
    'Northside 2 - 1 Southside (HT)',
    'Home › County › Roads',
    HEADLINE,
    'County rushes to find a barge as traders count their losses',
    'Ann Lee, transport editor',
    'Updated 19:42, 28 Sept 2023 | 4 min read',
    'Share WhatsApp 312 comments',
  )
  const reading = readArticle(text)
  test('the headline is the line whose words the copy takes up again', () => expect(part(text, reading.parts.headline)).toBe(HEADLINE))
  test('byline and date', () => {
    expect(part(text, reading.parts.byline)).toBe('Ann Lee, transport editor')
    expect(reading.parts.published?.iso).toBe('2023-09-28T19:42')
  })
  test('nothing of it is a claim, but for the standfirst', () =>
    expect(check(reading)).toEqual({ lost: [], leaked: ['County rushes to find a barge as traders count their losses'] }))
  test.each([
    ['By Ann Lee and Sam Oder', 'By Ann Lee and Sam Oder'],
    ['By Ann Lee, Correspondent August 14, 2025 | 12:05 p.m.', 'By Ann Lee, Correspondent'],
    ['Ann Lee in Marl and agencies', 'Ann Lee in Marl and agencies'],
    ['By Ann Lee Local democracy reporter', 'By Ann Lee Local democracy reporter'],
    ['Post News Network | Edited by: Sam Oder | Oct 12, 2024, 21:17 IST', 'Post News Network | Edited by: Sam Oder'],
    ['Hosts: Ann Lee and Sam Oder', 'Hosts: Ann Lee and Sam Oder'],
    ['Ann Lee', 'Ann Lee'],
  ])('the byline %s', (line, byline) => {
    const page = above(HEADLINE, line)
    expect(part(page, readArticle(page).parts.byline)).toBe(byline)
  })
  test.each([
    'By Ann Lee ann.lee@post.example',
    'By Ann Lee | ann.lee@post.example',
    'By Ann Lee @annlee',
    'Words: Ann Lee',
    'By Ann Lee/Marl Post',
  ])('a byline: %s', (line) => {
    const text = above(HEADLINE, line, '3 May 2025')
    expect(part(text, readArticle(text).parts.byline)).toBe(line)
  })

  test('"By Friday" signs nothing', () => expect(readArticle(amid('By Friday the barge was full, police said.')).parts.byline).toBeNull())
})

describe('below the copy', () => {
  test.each([
    ['a biography', ['About the author: Ann Lee covers roads for the Marl Post.']],
    ['comments', ['Comments (23)', 'Leave a comment', 'Joe99', 'They should have done this years ago.', 'Reply', 'Report']],
    ['related titles', ['More on this story', 'Mayor says tram will open in May', 'Why the river is rising again', 'Most viewed']],
    ['tags and footer', ['Tags: Sarwan, Bridges', 'About us · Contact · Privacy policy', '© 2025 Marl Post Ltd. All rights reserved.']],
    ['agency notes', ['(Reporting by Ann Lee; editing by Sam Oder)', '(With inputs from agencies)']],
    ['a correction note', ['This article was amended on 12 March 2025. An earlier version said the bridge opened in 1926; it was 1962.']],
  ])('%s', (_, lines) => expect(check(readArticle(below(...lines)))).toEqual({ lost: [], leaked: [] }))
  test('who signs the piece is known by name', () => {
    const text = `${HEADLINE}\n\nBy Ann Lee\n\n${COPY.join('\n\n')}\n\nAnn Lee has written on roads since 2011. She keeps three goats.`
    expect(check(readArticle(text))).toEqual({ lost: [], leaked: [] })
  })
  test('copy after a related line in the last third stays', () =>
    expect(
      check(readArticle([HEADLINE, ...COPY.slice(0, 4), 'Related', 'Why the river is rising again', COPY[4]].join('\n\n'))).lost,
    ).toEqual([]))
})

describe('pages as HTML with divs', () => {
  const page = (inside: string): ReadOptions & { text: string } => {
    const { text, blocks } = readHtml(inside)
    return { text, blocks }
  }
  const html = `<div class="mp-top"><a href="/">Marl Post</a> <a href="/n">News</a> <a href="/s">Sport</a></div>
    <div class="mp-ticker">Storm warning for the whole coast tonight.</div>
    <div class="mp-story"><h1>${HEADLINE}</h1><div class="byline">By Ann Lee</div>
    <div class="shareTools">Send it to a friend.</div>
    ${COPY.slice(0, 2)
      .map((line) => `<div class="pp">${line}</div>`)
      .join('')}
    <div class="mp-related"><div>Why the river is rising again this year.</div></div>
    <div id="newsletter-box"><p>All the news of the county, once a week.</p></div>
    ${COPY.slice(2)
      .map((line) => `<p class="has-ad-after">${line}</p>`)
      .join('')}
    <div class="author-bio">Ann Lee once sailed round the world in a bathtub.</div></div>
    <div class="comments"><p>They should have done this years ago.</p></div><div class="site-footer">Marl Post is a member of the press council.</div>`
  test('class names and ids say what is furniture, and none of the copy is lost', () => {
    const { text, ...options } = page(html)
    expect(check(readArticle(text, options))).toEqual({ lost: [], leaked: [] })
  })
  test('a live ticker that reports is copy; its correction is not', () => {
    const entries = [
      ['16.05', 'Barge arrives', 'The first barge has reached the east bank of the river with 60 people on board.'],
      ['15.31', 'Mayor speaks', 'The mayor calls the state of the bridge “a disgrace” and asks the county to pay for the barge.'],
      ['13.15', 'Correction', 'We wrote here at 11.20 that the bridge had collapsed into the river. It had not.'],
    ].map(([time, title, line]) => `<li><time>${time}</time> <b>${title}</b> <p>${line}</p></li>`)
    const { text, ...options } = page(
      `<h1>${HEADLINE}</h1><p>${COPY.join('</p><p>')}</p><section id="ticker"><h2>Live</h2><ul>${entries.join('')}</ul></section>`,
    )
    const claims = readArticle(text, options).claims.map((claim) => claim.text)
    expect(claims).toContain('The first barge has reached the east bank of the river with 60 people on board.')
    expect(claims.some((claim) => claim.includes('collapsed'))).toBe(false)
  })
  test('an embedded post is copy only where the copy leads up to it', () => {
    const embed = (line: string): string => `<blockquote class="x-embed"><p>${line}</p><p>River Watch @riverwatch</p></blockquote>`
    const { text, ...options } = page(
      `<h1>${HEADLINE}</h1><p>${COPY.join('</p><p>')}</p>${embed('Crossed it twice today and felt it move.')}<p>The county answered on X with the words:</p>${embed('The bridge is closed and stays closed.')}<p>${COPY[1]}</p>`,
    )
    const all = readArticle(text, options)
      .claims.map((claim) => claim.text)
      .join(' ')
    expect(all).toContain('The bridge is closed and stays closed.')
    expect(all).not.toContain('felt it move')
  })
  test('a class name on the whole article says nothing', () => {
    const { text, ...options } = page(`<div class="comment"><p>${COPY.join('</p><p>')}</p></div>`)
    expect(check(readArticle(text, options)).lost).toEqual([])
  })
})

test('key points under a byline are no headline', () => {
  const points = ['Summary', 'Two piers of footbridge cracked', 'County asks for bids to mend piers']
  const text = [HEADLINE, 'By Ann Lee\nMay 3, 2024 9:14 PM', ...points, ...COPY].join('\n\n')
  expect(part(text, readArticle(text).parts.headline)).toBe(HEADLINE)
})

describe('texts that lost or gained line breaks', () => {
  test.each([
    ['the hour, no date', `${HEADLINE} By ANN LEE Transport Correspondent PUBLISHED: 22:14 UPDATED: 07:51 `, ''],
    ['outlet and section', `The Marl Post NEWS & TRANSPORT ${HEADLINE} By Ann Lee Wednesday 3 May 2023 `, ''],
    [
      'two dates, and the writer at the end',
      `${HEADLINE} By Ann Lee Posted: 6:42 PM, May 3, 2023 and last updated 9:10 PM, May 3, 2023 `,
      ' Ann Lee joined the Post in 2019. She covers roads and rivers.',
    ],
  ])('%s', (_, head, tail) => {
    const reading = readArticle(head + COPY.join(' ') + tail)
    expect(part(head, reading.parts.headline)).toBe(HEADLINE)
    expect(part(head, reading.parts.byline)).toMatch(/^By ANN LEE/iu)
    expect(check(reading)).toEqual({ lost: [], leaked: [] })
  })

  test('hard-wrapped at 72 columns', () => {
    const wrap = (line: string): string => line.replace(/(?![^\n]{1,72}$)([^\n]{1,72})\s/gu, '$1\n')
    const text = [wrap(HEADLINE), 'By Ann Lee', `MARL, May 3 (Post) - ${COPY[0]}`, ...COPY.slice(1)].map(wrap).join('\n\n')
    const reading = readArticle(text)
    expect(check(reading)).toEqual({ lost: [], leaked: [] })
    expect(part(text, reading.parts.dateline)).toBe('MARL, May 3 (Post) -')
  })
  test('one line without commas: headline, name, date and outlet run into the copy', () => {
    const text = `${HEADLINE} Ann Varga-Lee Wednesday 6 November 2024 Marl Post ${COPY.join(' ').replaceAll(',', '')} Follow us on Pigeon. © 2024 Marl Post`
    const reading = readArticle(text)
    expect(part(text, reading.parts.headline)).toBe(HEADLINE)
    expect(part(text, reading.parts.byline)).toBe('Ann Varga-Lee')
    expect(part(text, reading.parts.outlet)).toBe('Marl Post')
    expect(reading.parts.published?.iso).toBe('2024-11-06')
    expect(reading.claims.some((claim) => /2024|Follow us/u.test(claim.text))).toBe(false)
  })
  test('a title without a stop ends where the copy goes on', () => {
    const reading = readArticle(
      'It rained all night in the town. READ ALSO: Man held with 14 birds at the port The mayor said the road was closed. Nobody was hurt.',
    )
    expect(reading.claims.map((claim) => claim.text)).toEqual([
      'It rained all night in the town.',
      'The mayor said the road was closed.',
      'Nobody was hurt.',
    ])
  })
})
