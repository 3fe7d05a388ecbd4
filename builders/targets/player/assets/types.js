// @ts-check
/**
 * The shapes that the player's modules share. Nothing runs here.
 *
 * @typedef {object} Question  a question as the build describes it (see questions.py)
 * @property {string} id
 * @property {"choice"|"multiple"|"true-false"|"match"|"order"|"number"|"rating"} kind
 * @property {string} objective
 * @property {string} [level]  of Bloom's taxonomy
 * @property {string} title
 * @property {[string, string][]} options  key and id of each choice, item or pair
 * @property {string} right
 * @property {number} [tolerance]
 *
 * @typedef {object} Scenario
 * @property {string} id
 * @property {string} objective
 * @property {number} mastery
 * @property {string} start
 * @property {Record<string, {id: string, title: string, choices: [string, string, number, string][]}>} nodes
 * @property {Record<string, string>} endings  the grade of each ending
 *
 * @typedef {object} Procedure
 * @property {string} id
 * @property {string} start
 * @property {Record<string, string[]>} next
 *
 * @typedef {object} Objective
 * @property {string} id
 * @property {string} text
 * @property {string} language
 * @property {string[]} pages  the ids of page elements to read again
 * @property {string[]} elsewhere  titles of sessions that are launched by themselves
 *
 * @typedef {object} Test  a final assessment, a pre-test, a post-test
 * @property {string} id
 * @property {string} key  of its page
 * @property {string[]} questions  keys of what it draws from
 * @property {number} drawn
 * @property {number|null} mastery  null where nothing hangs on it
 * @property {number} attempts
 *
 * @typedef {object} Data  the document's data block (see script_data.py)
 * @property {string} id
 * @property {string} kind
 * @property {string} version
 * @property {string} language
 * @property {Record<string, string>} documents  the names of this document, by language
 * @property {string[]} counted
 * @property {Record<string, string>} pages  the ids of pages, by key
 * @property {Test[]} tests
 * @property {Record<string, Question>} questions
 * @property {Record<string, Scenario>} scenarios
 * @property {Record<string, Procedure>} procedures
 * @property {Objective[]} objectives
 * @property {Record<string, string|number>} settings
 * @property {Record<string, string>} words
 *
 * @typedef {"right"|"wrong"|"neutral"} Verdict
 *
 * @typedef {object} Report  one answer, for the record
 * @property {string} id  the same wherever and whenever this very answer is reported
 * @property {Question} question
 * @property {string} answer  in the form in which it is saved
 * @property {Verdict} verdict
 * @property {number} seconds  from seeing the question to answering it
 *
 * @typedef {object} Standing  what the record is to show
 * @property {string} saved  the saved state
 * @property {string} location  the page to return to
 * @property {number} progress  from 0 to 1
 * @property {number|null} percent  best result of the final assessment, null before the first
 * @property {{id: string, right: number, of: number}[]} objectives  results of the test that decides, by objective
 * @property {boolean} complete
 * @property {boolean|null} passed  null while it is open
 * @property {number} seconds  time spent since the package was opened
 *
 * @typedef {object} Recorder  where progress goes: one of these for each standard
 * @property {boolean} recording  whether anything is recorded
 * @property {boolean} [local]  kept on the device, so that the document may be left for that of another language
 * @property {string} [language]  the learner's language, as the system knows it
 * @property {string} [name]  the learner's name, as the system knows it
 * @property {boolean} reviewing  opened for reading only: nothing is written
 * @property {string} learner  an id that keeps two learners on one device apart
 * @property {string} saved  the saved state that was found
 * @property {(standing: Standing, reports: Report[]) => boolean|Promise<boolean>} save  writes all; false if anything was
 *   refused. One that answers later keeps the reports by itself
 * @property {(standing: Standing, reports: Report[], leaving: boolean) => boolean|Promise<boolean>} finish  writes all and
 *   closes, once; `leaving` says that the learner asked to go
 * @property {string} [returnTo]  where the learner goes on leaving, if the system has a place for that
 * @property {(data: Data) => void} [adjust]  puts the system's pass mark in place of the package's, in each document
 */
export {};
