import { drawAssessment, findQuestion, type GradingContent } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { AssessmentSitting } from '../../core/progress/index.ts';
import { keptDraft, scoreResponse, shuffledOptions } from '../../core/question/index.ts';
import { QuestionBody } from '../question/QuestionBody.tsx';
import type { AssessmentProps, ExamWords } from './props.ts';

interface Props extends Omit<AssessmentProps, 'words'> {
  sitting: AssessmentSitting;
  content: GradingContent;
  words: ExamWords;
}

/** The questions of a sitting that were not wholly right, each with its reasons. */
export function Review({ sitting, content, words, ui }: Props) {
  const asked = drawAssessment(content, sitting.path, sitting.seed);
  const missed = asked.filter((reference) => {
    const question = findQuestion(content, reference);
    const score = question && scoreResponse(question, sitting.responses[reference]?.response ?? -1);
    return score && score.earned < score.possible;
  });
  if (missed.length === 0) return <p>{say(ui, 'exam.allRight')}</p>;
  return (
    <section className="stack">
      <h2>{say(ui, 'exam.review', { n: missed.length })}</h2>
      {missed.map((reference, i) => {
        const question = findQuestion(content, reference);
        const own = words[reference]?.words;
        if (!question || !own) return null;
        const options = shuffledOptions(reference, question, sitting.seed);
        const response = sitting.responses[reference]?.response;
        return (
          <div key={reference} className="check">
            <h3 className="small">
              {say(ui, 'exam.question', { number: asked.indexOf(reference) + 1, of: asked.length })}
            </h3>
            <QuestionBody
              question={question}
              words={own}
              options={options}
              value={keptDraft(question, response, options)}
              onChange={() => {}}
              showFeedback
              ui={ui}
              name={`review-${i}`}
            />
          </div>
        );
      })}
    </section>
  );
}
