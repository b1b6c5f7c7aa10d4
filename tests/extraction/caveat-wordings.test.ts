import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** Said before every sentence that is tried, so that there is something to qualify. */
const BEFORE = 'The militia, which has fought in the hills since June, said it held the dam.'

describe('sentences that say a thing was not verified, confirmed or supported', () => {
  test.each([
    'The Associated Wire could not independently verify the authenticity of the footage.',
    'There was no immediate word on casualties.',
    'The authenticity of the footage could not immediately be verified.',
    'The newspaper cannot vouch for the authenticity of the recording.',
    'None of the allegations has been proven in court.',
    'The figures are unaudited.',
    'Officials have yet to confirm the number of dead.',
    'The report was not independently verifiable.',
    'Accounts from the area are difficult to confirm because of a communications blackout.',
    'It was not clear when the video was shot.',
    'The post did not say where the figures had come from.',
    'He gave no details to support the claim.',
    'The candidate falsely, and without proof, said thousands of dead people had voted.',
    'There is no evidence that supports his claim.',
    'The ministry did not provide figures to back its claim.',
    'The firm declined to share the study on which the number is based.',
    'No other witness has corroborated her account.',
    'Her version of events could not be independently established.',
    'The emails have not been independently authenticated by experts.',
    'The origin of the document is unclear.',
    'The report has not been officially confirmed.',
    'The transfer has not been confirmed by either club.',
    'The distance has yet to be officially measured.',
    "The company has not verified the hackers' claims.",
    "The company's results are self-reported and have not been checked by an outside body.",
    'The claims are based on internal data that has not been made public.',
    'A causal link has not been established.',
    'Observers from the monitoring mission said they could not corroborate the report.',
    'Police have not confirmed the identity of the victim.',
    'The charges have yet to be proven.',
    'A lawsuit represents only one side of a legal argument.',
    'The Echo has seen the messages but has not been able to confirm who sent them.',
    'The post, which has been viewed 2 million times, offers no proof.',
    'The clip could not be geolocated.',
    'There were unconfirmed reports of a second blast.',
    'The as yet unconfirmed report said two pilots had been captured.',
    'Whether the meeting took place could not be confirmed.',
    'There was no way to verify his claim.',
    'It is impossible to say whether the claim is accurate.',
    'Those figures should be treated with caution because they have not been checked.',
    'No second source could be found for the story.',
    'The Courier has not viewed the contract.',
    'It is not known who made the recording.',
    'The account behind the post could not be identified.',
    'The Tribune searched court records and found no mention of the case.',
    'The images do not prove the claim.',
    'The claim is not supported by evidence.',
    'Attempts to verify the claim were unsuccessful.',
    'No journalists were present and the account could not be confirmed.',
    'Its claims are rarely possible to verify.',
    'The quotation could not be found in any of his speeches.',
    'The outlet was unable to substantiate the allegation.',
    'The army did not immediately confirm the strike.',
    'Confirmation from the ministry was not immediately available.',
    'The claim is yet to be substantiated.',
    'Verification of the video is under way.',
    'The story rests on hearsay.',
    'The broadcaster said it had no way to check the account.',
    'There is no public evidence that such a meeting took place.',
    'The admiral gave no proof.',
    'The numbers have not been vetted by outside experts.',
    'The preprint has not been vetted by other scientists.',
    'The association has yet to verify the time.',
    'Officials have not said whether the report is accurate.',
    'The Mercury was not able to find records of the sale.',
    'No such order has ever been produced.',
    "It's unclear whether the audio is authentic.",
    'That claim, too, has not been verified.',
    'His claims have never been substantiated.',
    'No corroboration of her story was available.',
    "About 200 people attended, by the organisers' own count, which could not be checked.",
    'The document, whose authenticity the Post could not confirm, lists 14 names.',
    'Estimates vary widely and cannot be verified.',
    'There are no official figures.',
    'The data behind the chart were not released.',
    'Experts have not been able to replicate the result.',
    'There is no good evidence that the supplement prevents colds.',
    "The former employee's account could not be checked against company records, which are sealed.",
    'He did not supply a copy of the contract.',
    'Police say they cannot corroborate the account.',
    'The monitoring group relies on a network of sources whose reports cannot be independently verified.',
  ])('%s', (sentence) => expect(readArticle(`${BEFORE} ${sentence}`).caveats).not.toEqual([]))
})

describe('more than one caveat in a sentence', () => {
  test.each([
    ['The claim could not be verified, and police have not confirmed the arrest.', 2],
    ['The unverified video, whose date could not be established, shows a man running.', 2],
    ['Neither figure could be verified, and the paper has not seen the list.', 1],
  ])('%s', (sentence, most) => {
    const { caveats, claims } = readArticle(`${BEFORE} ${sentence}`)
    expect(caveats).toHaveLength(most)
    expect(claims.filter(({ text }) => text.includes('could not be verified'))).toEqual([])
  })
})

describe('what a caveat reaches', () => {
  test.each<[string, string[]]>([
    [
      'The rebels said they had taken the airport. The army said its men still held the runway. Shops in the city were shut. Neither claim could be independently verified.',
      ['rebels said', 'army said'],
    ],
    [
      'Footage shared online appeared to show a missile hitting a school. Another clip shows children running. The army said it had hit a barracks. The Lantern could not verify when or where the footage was filmed.',
      ['hitting a school', 'children running'],
    ],
    [
      'Police said three people died. Organisers said 11 had died. The road was closed until noon. The differing tolls could not be reconciled.',
      ['three people', '11 had died'],
    ],
    [
      "Maria Costa, 34, said she had been beaten by two officers. The police force said it was looking into the matter. The Herald has not been able to corroborate Costa's allegations.",
      ['been beaten'],
    ],
    [
      'A leaked memo says the bank hid losses of $40m. It says two directors knew. The bank said it followed the rules. The authenticity of the memo could not be verified.',
      ['hid losses', 'two directors'],
    ],
    [
      'The minister said foreign agents had started the fires. He provided no evidence. Firefighters said dry grass and wind were to blame.',
      ['foreign agents'],
    ],
    [
      'The Daily Record reported that the striker had signed for Norton. The paper said the fee was £12m. The striker posted a picture of his dog. Neither club has confirmed the report.',
      ['had signed', '£12m'],
    ],
    [
      'The lawsuit says the priest abused two boys in 1987. It says the bishop knew. The diocese declined to comment. None of the allegations has been proven in court.',
      ['abused two boys', 'bishop knew'],
    ],
    [
      'The study found that coffee cut the risk of gout by a third. The authors said more work was needed. Coffee prices rose last year. The study has not been peer reviewed.',
      ['cut the risk'],
    ],
    [
      "The governor said power had been restored to 90 percent of homes. Residents of three districts said they were still in the dark. The power company did not answer calls. The governor's figure could not be verified.",
      ['90 percent'],
    ],
    [
      'The hackers said they had taken the records of two million patients. The hospital said its systems were working. A sample of the records was posted on a forum. The hospital has not confirmed the breach.',
      ['two million patients'],
    ],
    [
      'The opposition said 300 of its members had been arrested. The police said 40 people were in custody. The opposition also said ballot boxes had been stolen. It offered no proof.',
      ['ballot boxes'],
    ],
    [
      'Local media reported that the plant would close in March. They did not name their sources. The owner said no decision had been made. The reports could not be verified.',
      ['plant would close'],
    ],
    [
      'The navy said it had sunk two boats. The rebels said all their boats had returned. The navy released a video. The video, whose date and location could not be verified, shows a boat on fire.',
      ['shows a boat on fire'],
    ],
    [
      "The airline said the pilot had reported a bird strike. Two passengers said they had seen flames. Aviation officials said they could not confirm the passengers' accounts.",
      ['seen flames'],
    ],
    [
      'The aid group said six of its trucks had been looted. The army said the trucks had carried weapons. It did not provide evidence for the allegation.',
      ['carried weapons'],
    ],
    [
      "The prime minister said crime had fallen by half. The opposition leader said the number was invented. Official statistics do not support the prime minister's claim.",
      ['fallen by half'],
    ],
    [
      'The farmer said that wolves had killed 30 of his sheep. "They came three nights in a row," he said. The park service said no wolves lived in the valley. It said the tracks were those of dogs. The farmer\'s account could not be confirmed.',
      ['killed 30', 'three nights'],
    ],
    [
      'The president said he had spoken with the king. The palace has not confirmed the call. The president flies to Rome on Monday.',
      ['spoken with the king'],
    ],
    [
      'An anonymous post on a forum said that the head teacher had sold exam papers. The school called it a lie. The Argus could not establish who had written the post.',
      ['sold exam papers'],
    ],
    [
      'At least 20 people were killed when a ferry sank, officials said. Survivors said 60 people had been aboard. The coast guard said the boat was licensed for 25. The number of people on board could not be confirmed.',
      ['60 people had been aboard'],
    ],
    [
      '"We have captured the hill," the commander told state television. He said 50 enemy fighters had surrendered. State television showed no pictures of them. There was no independent confirmation of his claims.',
      ['captured the hill', '50 enemy'],
    ],
    [
      'The mayor said the bridge was safe. An engineer hired by the Courier said three bolts were missing. The mayor produced no inspection report to back his statement.',
      ['bridge was safe'],
    ],
    [
      "Leaked emails appear to show that the minister knew of the delay. In one, he asks an aide to keep it quiet. The minister's office said the emails had been doctored.\n\nThe Herald has not been able to confirm that the emails are authentic.",
      ['minister knew', 'keep it quiet'],
    ],
    [
      'Police said the man died of a heart attack. His sister, Lena Voss, said his body was covered in bruises.\n\n"They beat him to death," she said.\n\nAn autopsy report has not been released, and the sister\'s claim could not be verified.',
      ['covered in bruises', 'beat him'],
    ],
    [
      'Two officials, who spoke on condition of anonymity, said the talks had collapsed. A third official said they would resume on Monday.\n\nThe foreign ministry has not confirmed that the talks have collapsed.',
      ['talks had collapsed'],
    ],
    [
      'The startup said its test could detect cancer in 10 minutes. It said it had 200,000 customers.\n\nThe customer figure could not be verified.',
      ['200,000'],
    ],
    [
      'The rebels said they held 60 prisoners.\n\nThey released photographs of men in uniform sitting on the ground.\n\nThe photographs could not be verified, and the army said none of its men was missing.',
      ['photographs of men'],
    ],
    [
      "Residents told the Monitor by phone that soldiers had gone from house to house. One, a teacher, said his brother had been taken.\n\nThe army said it was looking for weapons.\n\nThe residents' accounts could not be independently confirmed.",
      ['house to house', 'brother had been taken'],
    ],
    [
      'A pilot radioed that the left engine was on fire, according to a recording posted on a website for aviation fans. In it, he asks for a priest.\n\nThe airline said the engine had been shut down as a precaution.\n\nThe recording has not been authenticated.',
      ['left engine', 'asks for a priest'],
    ],
    [
      'Farmers said the poison had killed 4,000 bees. The maker of the spray said it was harmless.\n\nNo independent study of the spray has been published.',
      ['harmless'],
    ],
    [
      'The ambassador was recalled, two diplomats said. One said he had clashed with the minister.\n\nThe embassy did not confirm the recall.',
      ['was recalled'],
    ],
    [
      'Witnesses described a helicopter firing on the market. "It came back twice," said Idris, a butcher. The air force said it had flown no missions.\n\nThe witness accounts could not be independently corroborated.',
      ['helicopter firing', 'came back twice'],
    ],
    [
      "The actor's publicist said he had been in a clinic since May. A magazine said he had been seen in Rome.\n\nThe magazine's report has not been confirmed.",
      ['seen in Rome'],
    ],
    [
      'The ministry said 90 houses had burned. Videos posted by residents showed whole streets on fire.\n\nThe videos could not immediately be verified.\n\nThe ministry said aid was on its way.',
      ['whole streets'],
    ],
    [
      "Kim said he had never met the woman. The woman's lawyer said they had met four times. The meetings could not be independently confirmed.",
      ['met four times'],
    ],
  ])('%s', (text, marks) => {
    const { caveats, claims } = readArticle(text)
    const tied = caveats.flatMap((caveat) => caveat.claims.map((k) => claims[k]?.text ?? ''))
    expect(marks.filter((mark) => !tied.some((claim) => claim.includes(mark)))).toEqual([])
    expect(tied.filter((claim) => !marks.some((mark) => claim.includes(mark)))).toEqual([])
  })
})
