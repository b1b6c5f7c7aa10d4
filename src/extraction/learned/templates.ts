/**
 * What the tagger looks at, one line per question. A name is a column of the word itself; `+1` and `-1` mean the words after and
 * before it. Several names on a line are asked together: their values make one feature.
 */
export const TAGGER_TEMPLATES = `
word-2 word-1
word+1 word+2
cue-1
cue+1
pos+2
quote after
edgeQuotes quote
leftBetween
rightBetween
word
word-1
word+1
word-2
word+2
word-1 word
word word+1
lemma
lemma+1
lemma-1
shape
suffix3
pos
pos-1
pos+1
pos-1 pos
pos pos+1
pos-2 pos-1 pos
pos-1 pos pos+1
pos pos+1 pos+2
cue
cue-1 cue cue+1
cue pos
cue-2 cue-1 word
word cue+1 cue+2
speaker pos
speaker speaker+1 cue+1
speaker-1 speaker cue+1 pos
quote word
quote quoteLeft
quote quoteRight
quote pos-1 pos pos+1
quote before
fromStart pos
toEndExact start6
first quote
first second quote
among quotedShare quote
leftDistance quote
leftBetween quote
leftBetweenShort word
leftBetweenShort pos quote
leftLemma leftDistance pos
leftPos leftBetweenShort quote
leftTense leftPos leftBetweenShort pos
rightDistance quote
rightBetweenShort pos quote
rightLemma rightDistance pos
rightPos rightBetweenShort quote
rightNext rightDistance quote
rightMark quote rightBetweenShort
leftCue rightCue quote pos
rule word
rule pos quote
rule-1 rule rule+1
rule ruleForce cue
rule-2 rule-1 rule pos
rule rule+1 rule+2 pos
rule leftBetweenShort quote
rule rightBetweenShort quote
`

/** What the second look asks, beside every question of the first. */
export const SECOND_TEMPLATES = `
tag-1 tag tag+1
tag-2 tag-1 tag tag+1 tag+2
tag word
tag pos
surest
surest tag
asSource asCue asContent
asContent-1 asContent asContent+1
asSource-1 asSource asSource+1
asCue-1 asCue asCue+1
rolesLeft quote
rolesRight quote
rolesLeftShort rolesRightShort
rolesLeftShort rolesRightShort quote
rolesLeftShort rolesRightShort pos
rolesLeft rolesRightShort tag
rolesLeftShort rolesRight tag
tagLeftLemma tagLeftSentences
tagLeftLemma word
tagLeftDistance tagLeftSentences quote
tagRightLemma tagRightDistance tag
tagRightDistance tagRightSentences quote
tagLeftSentences tagRightSentences quote tag
runBefore quote toEnd
runAfter quote fromStart
runBefore pos
`

/** What is asked of a word whatever the cue is: these are scored once for a paragraph. */
export const FRAME_WORD_TEMPLATES = `
word
word-1
word+1
word-1 word
word word+1
lemma pos
pos-1 pos pos+1
pos-2 pos-1 pos
pos pos+1 pos+2
shape
quote word
quote quoteLeft
quote quoteRight
cue-1 cue cue+1
speaker-1 speaker cue+1 pos
toEndExact start6
fromStart pos
tag
tag-1 tag tag+1
tag-2 tag-1 tag tag+1 tag+2
tag word
tag quote pos
surest
asSource asCue asContent
asContent-1 asContent asContent+1
asSource-1 asSource asSource+1
asContent word
asSource pos
`

/** What is asked of a word for one cue. */
export const FRAME_TEMPLATES = `
side cueNext pos distance
side cuePrevious pos distance
betweenShort side pos quote
sameQuote between
path pos
side cueLemma
side cuePos cueSure
side cueTense cueQuote
side cueFirst cueNext
cueSure tag side
distance side
distance sentences quote
distance pos
distance tag
side sentences
sentences quote sameQuote
sentences ownCue quote
between side
betweenShort side word
betweenShort side tag
path
path quote
path tag
cuesBetween side tag sentences
cuesBetween side quote
cuesBetween side asContent
side asSource asCue asContent
side surest
distance surest
side tag-1 tag tag+1
side cueLemma tag
side cueLemma pos
side cueNext tag betweenShort
side quote cueQuote sameQuote
sameQuote tag
sameQuote side pos-1 pos
ruling tag side
ruling-1 ruling ruling+1
ruling pos side
ruling quote
ruling asContent asSource
ruling cueLemma
side toEnd sentences
side rightLemma rightDistance tag
`
