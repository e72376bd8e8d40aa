import { loadingWords } from '../loading-words.ts';
import { checkWords } from '../question/words.ts';

/** Interface strings of the review. */
export const reviewWords = [
  ...checkWords,
  ...loadingWords,
  'again.nothingYet',
  'again.nothingDue',
  'again.next',
  'again.at',
  'again.why.sure-and-wrong',
  'again.why.missed',
  'again.why.guessed',
  'again.why.due',
  'again.newCase',
  'again.decision',
  'again.goOn',
  'again.finish',
  'again.choose',
  'again.lastTime',
  'again.otherChoices',
  'again.doneTitle',
  'again.doneText',
  'again.toRecord',
  'again.notLoaded',
  'exam.readAgain',
  'home.choose',
  'player.you',
] as const;
export type ReviewWord = (typeof reviewWords)[number];
