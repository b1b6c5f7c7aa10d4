import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

const judged = (text: string): [string, boolean][] => readArticle(text).claims.map((claim) => [claim.kind, claim.checkable])

describe('what cannot be checked', () => {
  test.each([
    ['a judgement', 'opinion', 'The plan is a disgrace.'],
    ['a name put on a thing', 'opinion', 'The mayor called the report “a fairy tale”.'],
    ['a name put on a thing, without marks', 'opinion', 'The charity called the idea obscene.'],
    ['"dismissed as"', 'opinion', 'The mayor dismissed the vote as “a circus”.'],
    ['"described as"', 'opinion', 'The union described the offer as “an insult”.'],
    ['a participle that judges', 'opinion', 'The trust went further, calling the figure “close to meaningless”.'],
    ['a verdict by its verb', 'opinion', 'The party condemned the raid.'],
    ['a duty', 'opinion', 'The minister should resign, the union said.'],
    ['a feeling', 'opinion', '“We are gravely concerned,” the prosecutor said.'],
    ['a wish', 'opinion', '“I would rather be late than wrong,” the clerk said.'],
    ['a maxim', 'opinion', '“You do not put out a fire with words,” the bishop said.'],
    ['a condition', 'opinion', '“If they close the school, the village dies,” said a teacher.'],
    ['"whoever"', 'opinion', '“Whoever says so has been paid to say it,” the general said.'],
    ['a superlative of experience', 'opinion', '“This is the worst flood I have seen in my life,” said a farmer.'],
    ['a simile', 'opinion', '“They treated my brother like a dog,” said a widow.'],
    ['no excuse', 'opinion', '“There is no excuse for this,” the mayor said.'],
    ['what cannot go on', 'opinion', '“We cannot go on like this,” the director said.'],
    ['a jest', 'opinion', 'The director quipped: “I have enough boats.”'],
    ['"will"', 'prediction', 'Prices will rise again, the bank said.'],
    ['"expected to"', 'prediction', 'The bank is expected to raise rates.'],
    ['what analysts expect', 'prediction', 'Analysts expect the bank to raise rates.'],
    ['"could still"', 'prediction', 'The size of the fine could still change, an official said.'],
    ['a first person and "will"', 'promise', '“We will rebuild this town,” the mayor said.'],
    ['a first person and "going to"', 'promise', '“We are going to appeal,” the lawyer said.'],
    ['a vow', 'promise', 'The union vowed to block the gates.'],
    ['an intention', 'promise', 'The coach said he intended to start the player.'],
    ['an instruction in so many words', 'instruction', '“Stay away from the river,” the warden said.'],
    ['"let"', 'instruction', '“Let them talk,” the player said.'],
  ])('%s', (_, kind, text) => expect(judged(text)).toEqual([[kind, false]]))
})

describe('what can be checked', () => {
  test.each([
    ['that somebody gave an order', 'instruction', 'The council urged drivers to stay at home.'],
    ['that somebody asked for a thing', 'fact', 'The party called for an inquiry.'],
    ['an appointment', 'fact', 'The trial will resume on Monday.'],
    ['what is due', 'fact', 'Work is due to start in spring.'],
    ['what is announced', 'fact', 'The bridge will reopen in spring, the ministry announced.'],
    ['what a document lays down', 'fact', 'The curfew will last until dawn, according to a decree.'],
    ['silence', 'fact', 'The department said it would not comment on the case.'],
    ['what somebody saw', 'fact', '“I saw the roof come down,” the driver said.'],
    ['what could be seen', 'fact', '“You could see smoke from the harbour,” said a waiter.'],
    ['what somebody once thought', 'fact', '“At first we thought it was the army,” the tailor said.'],
    ['how sure somebody is of what happened', 'fact', '“I think the driver was asleep,” a passenger said.'],
    ["a thing's own name", 'fact', 'The council has launched a scheme called “Safe Roads”.'],
    ['what somebody said in between', 'fact', 'The firm declined to comment on what it called “papers in circulation”.'],
    ['those bound to somebody', 'fact', 'The delegates pledged to Mr Aron left the hall.'],
    ['a finding', 'fact', 'The test was positive.'],
  ])('%s', (_, kind, text) => expect(judged(text)).toEqual([[kind, true]]))
})
