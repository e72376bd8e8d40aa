import type { QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';
import { ChoiceList } from './ChoiceList.tsx';

/** One answer of several. */
export function SingleChoice(props: BodyProps<QuestionOf<'single-choice'>>) {
  return <ChoiceList {...props} />;
}
