import type { QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';
import { ChoiceList } from './ChoiceList.tsx';

/** Every answer that fits. */
export function MultipleChoice(props: BodyProps<QuestionOf<'multiple-choice'>>) {
  return <ChoiceList {...props} several />;
}
