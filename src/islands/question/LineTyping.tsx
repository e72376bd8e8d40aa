import type { QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';
import { ChoiceList } from './ChoiceList.tsx';

/** What kind of line it is; the line itself stands above, in `QuestionBody`. */
export function LineTyping(props: BodyProps<QuestionOf<'line-typing'>>) {
  return <ChoiceList {...props} />;
}
