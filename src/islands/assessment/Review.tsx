import { findQuestion, type GradedAnswer, type GradingContent } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { AssessmentSitting } from '../../core/progress/index.ts';
import { keptDraft, shuffledOptions } from '../../core/question/index.ts';
import { QuestionBody } from '../question/QuestionBody.tsx';
import type { AssessmentProps, ExamWords } from './props.ts';

interface Props extends Pick<AssessmentProps, 'modules' | 'ui'> {
  answers: readonly GradedAnswer[];
  sitting: AssessmentSitting;
  content: GradingContent;
  words: ExamWords;
  /** Whether the lessons come after the test: they are then to be read, not to be read again. */
  isBeforeReading?: boolean;
}

/** What the learner was sure of and had wholly wrong, each with its reasons. */
export function SureAndWrong(props: Props) {
  const { answers, ui } = props;
  const sure = answers.filter(({ isSureAndWrong }) => isSureAndWrong);
  if (sure.length === 0) return null;
  return (
    <section className="stack" data-sure-and-wrong="">
      <h2>{say(ui, 'exam.sureTitle', { n: sure.length })}</h2>
      <p className="small">{say(ui, 'exam.sureText')}</p>
      {sure.map((answer) => (
        <Reviewed key={answer.reference} {...props} answer={answer} />
      ))}
    </section>
  );
}

/** What else was not wholly right, folded. */
export function OtherMissed(props: Props) {
  const { answers, ui } = props;
  const missed = answers.filter(({ isRight }) => !isRight);
  if (missed.length === 0) return <p>{say(ui, 'exam.allRight')}</p>;
  const rest = missed.filter(({ isSureAndWrong }) => !isSureAndWrong);
  if (rest.length === 0) return null;
  return (
    <details className="exam-fold">
      <summary>{say(ui, 'exam.restTitle', { n: rest.length })}</summary>
      <div className="stack">
        {rest.map((answer) => (
          <Reviewed key={answer.reference} {...props} answer={answer} />
        ))}
      </div>
    </details>
  );
}

function Reviewed({
  answer: { reference, module, lesson },
  answers,
  sitting,
  content,
  words,
  modules,
  isBeforeReading = false,
  ui,
}: Props & { answer: GradedAnswer }) {
  const question = findQuestion(content, reference);
  const own = words[reference]?.words;
  if (!question || !own) return null;
  const options = shuffledOptions(reference, question, sitting.seed);
  const number = answers.findIndex((answer) => answer.reference === reference) + 1;
  const read = modules[module]?.lessons[lesson];
  return (
    <div className="check">
      <h3 className="small">{say(ui, 'exam.question', { number, of: answers.length })}</h3>
      <QuestionBody
        question={question}
        words={own}
        options={options}
        value={keptDraft(question, sitting.responses[reference]?.response, options)}
        onChange={() => {}}
        showFeedback
        ui={ui}
        name={`review-${number}`}
      />
      {read && (
        <p className="up">
          <a href={read.href}>
            {say(ui, isBeforeReading ? 'test.read' : 'exam.readAgain', { title: read.title })}
          </a>
        </p>
      )}
    </div>
  );
}
