import { loadingWords } from '../loading-words.ts';
import { questionWords } from '../question/words.ts';

/** Interface strings of forms side by side: before, final, later. */
export const formsWords = [
  'test.stage.before',
  'test.stage.final',
  'test.stage.later',
  'test.gained',
  'test.gainedText',
  'test.held',
  'test.heldText',
  'test.fromTo',
  'exam.moduleRight',
] as const;
export type FormsWord = (typeof formsWords)[number];

/** Interface strings of the final assessment. */
export const assessmentWords = [
  ...formsWords,
  'test.link',
  'again.calendarLink',
  'test.read',
  ...questionWords,
  ...loadingWords,
  'exam.how',
  'exam.howNotKept',
  'exam.begin',
  'exam.again',
  'exam.question',
  'exam.strip',
  'exam.at.answered',
  'exam.at.open',
  'exam.at.flagged',
  'exam.count',
  'exam.flag',
  'exam.all',
  'exam.openTitle',
  'exam.flaggedTitle',
  'exam.need',
  'exam.planTitle',
  'exam.planLine',
  'exam.byModule',
  'exam.byObjective',
  'exam.nothingMissed',
  'exam.missedIn',
  'exam.readAgain',
  'exam.practise',
  'exam.sureTitle',
  'exam.sureText',
  'exam.restTitle',
  'check.sure.question',
  'check.sure.1',
  'check.sure.2',
  'check.sure.3',
  'exam.next',
  'exam.back',
  'exam.kept',
  'exam.notKept',
  'exam.handInTitle',
  'exam.answered',
  'exam.missing',
  'exam.handIn',
  'exam.goBack',
  'exam.result',
  'exam.passed',
  'exam.notPassed',
  'exam.earlier',
  'exam.cutOff',
  'exam.toPath',
  'exam.allRight',
] as const;
export type AssessmentWord = (typeof assessmentWords)[number];

/** Interface strings of the tests before and after a path, which are sat as the assessment is. */
export const pathTestWords = [
  ...assessmentWords,
  'test.beforeIntro',
  'test.skip',
  'test.laterIntro',
  'test.laterFrom',
  'test.tooLate',
  'test.results',
  'test.beforeDone',
] as const;
export type PathTestWord = (typeof pathTestWords)[number];
