import type { QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';
import { ChoiceList } from './ChoiceList.tsx';

/** “What would you answer?” The ratings show only in the feedback. */
export function GradedChoice(props: BodyProps<QuestionOf<'graded-choice'>>) {
  return <ChoiceList {...props} />;
}
