import { say, type Words } from '../../core/i18n/index.ts';
import {
  type AnswerNote,
  answerName,
  answerNotes,
  type Draft,
  type Question,
  type QuestionWords,
  splitPassage,
} from '../../core/question/index.ts';
import { JudgementTag, toneOf } from './JudgementTag.tsx';
import type { QuestionWord } from './words.ts';

interface Props {
  question: Question;
  words: QuestionWords;
  /** What the learner gave. */
  draft: Draft;
  ui: Words<QuestionWord>;
}

/** Headings over the learner's own answers and over the rest. */
const headings: Record<Question['type'], { theirs?: QuestionWord; others?: QuestionWord }> = {
  'single-choice': { theirs: 'check.your-answer', others: 'check.other-answers' },
  'multiple-choice': { theirs: 'check.your-answers', others: 'check.other-answers' },
  // The verdict above says “Your answer” already.
  'graded-choice': { others: 'check.other-answers' },
  'line-typing': { theirs: 'check.your-answer', others: 'check.other-answers' },
  marking: { theirs: 'check.your-marks', others: 'check.other-marks' },
  ordering: { theirs: 'check.right-order' },
  sorting: { theirs: 'check.right-groups' },
};

/** What each answer is worth and why, the learner's own first. */
export function AnswerNotes({ question, words, draft, ui }: Props) {
  const notes = answerNotes(question, words, draft);
  const { theirs, others } = headings[question.type];
  const List = question.type === 'ordering' ? 'ol' : 'ul';
  const group = (heading: QuestionWord | undefined, some: AnswerNote[]) =>
    some.length > 0 && (
      <>
        {heading && <h4>{say(ui, heading)}</h4>}
        <List className="notes">
          {some.map((note, i) => (
            <li key={note.id}>
              <p>
                {question.type === 'ordering' && (
                  <span className="key" aria-hidden="true">
                    {i + 1}
                  </span>
                )}
                <span>{answerName(question, words, ui, note.id)}</span>
              </p>
              <p className="why">
                <JudgementTag judgement={note.judgement} ui={ui} />{' '}
                <span>{`${placeNote(question, words, draft, ui, note)} ${note.why}`.trim()}</span>
              </p>
            </li>
          ))}
        </List>
      </>
    );
  return (
    <div className="answer-notes">
      {question.type === 'marking' && <MarkedPassage words={words} notes={notes} />}
      {group(
        theirs,
        notes.filter((note) => note.isTheirs),
      )}
      {group(
        others,
        notes.filter((note) => !note.isTheirs),
      )}
      {words.why && <p>{words.why}</p>}
      {words.explanation && <p>{words.explanation}</p>}
    </div>
  );
}

/** Where an item was put, where that was not right; and where it belongs. */
function placeNote(
  question: Question,
  words: QuestionWords,
  draft: Draft,
  ui: Words<QuestionWord>,
  { id, judgement }: AnswerNote,
): string {
  if (question.type === 'sorting') {
    const groupName = (group: string | undefined) => words.groups?.[group ?? ''] ?? '';
    const belongs = say(ui, 'check.belongs', { group: groupName(question.items[id]) });
    return judgement === 'right'
      ? belongs
      : `${say(ui, 'check.your-group', { group: groupName(draft.groups[id]) })} ${belongs}`;
  }
  if (question.type === 'ordering' && judgement !== 'right')
    return say(ui, 'check.your-place', { place: draft.chosen.indexOf(id) + 1 });
  return '';
}

/** The passage as it was marked; what each mark was worth is said in the notes below it. */
function MarkedPassage({ words, notes }: { words: QuestionWords; notes: readonly AnswerNote[] }) {
  return (
    <p className="passage">
      {splitPassage(words.passage ?? '').map(({ id, text }, i) => {
        const note = notes.find((other) => other.id === id);
        if (!note) return <span key={i}>{text}</span>;
        return note.isTheirs ? (
          <mark className={toneOf(note.judgement)} key={i}>
            {text}
          </mark>
        ) : (
          <span className={note.judgement === 'missed' ? 'missed' : undefined} key={i}>
            {text}
          </span>
        );
      })}
    </p>
  );
}
