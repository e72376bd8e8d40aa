/** What comes back for review, and when: pure functions of (content, record, day). Nothing of it is stored. */
export type { Topics, Why } from './history.ts';
export {
  DAYS_AHEAD,
  type DecisionReview,
  MOST_A_DAY,
  MOST_DECISIONS,
  type QuestionReview,
  type ReviewItem,
  type Reviews,
  reviewsOn,
} from './reviews.ts';
