import type { Content } from '../../core/course/index.ts';
import { directionOf, say } from '../../core/i18n/index.ts';
import type { ReviewWords } from './schema.ts';
import { sheetStyle } from './sheet-style.ts';
import { countKinds, type Sheet } from './sheets.ts';
import { type Doubt, fill, type Statement } from './statements.ts';

/** What every page of the set needs. */
export interface SheetSetting {
  course: Content;
  words: ReviewWords;
  /** Day on which the sheets are made, as 2026-11-22. */
  today: string;
}

/** A sheet as one HTML file that needs no other: to be printed, or filled in on the screen. */
export function sheetHtml(sheet: Sheet, setting: SheetSetting): string {
  const { course, words } = setting;
  const w = words.words;
  const role = words.roles[sheet.role] ?? sheet.role;
  const all = [...sheet.first, ...sheet.rest];
  const numbers = new Map(all.map((statement, i) => [statement, i + 1]));
  const show = (statements: readonly Statement[]) =>
    statements
      .map((statement, i) =>
        statementHtml(statement, numbers.get(statement) ?? 0, statements[i - 1], setting),
      )
      .join('\n');
  const groups = [...Map.groupBy(sheet.rest, ({ group }) => group)].map(([group, statements]) => ({
    group,
    statements,
    note: groupNote(statements, setting),
  }));
  const facts = [
    [w.course, say(course.ui, 'site.name')],
    [w.version, course.course.contentVersion],
    [w.country, course.country.name],
    [w.made, setting.today],
    [w.statements, String(all.length)],
    [w.minutes, fill(w.minutesValue, { n: String(sheet.minutes) })],
  ];
  return page(`${w.sheet}: ${sheet.title} · ${role}`, course.lang, [
    `<header><h1>${esc(sheet.title)}</h1><p class="role">${esc(fill(w.forRole, { role }))}</p>`,
    `<dl class="facts">${facts.map(([term, value]) => `<div><dt>${esc(term ?? '')}</dt><dd>${esc(value ?? '')}</dd></div>`).join('')}</dl></header>`,
    '<main>',
    `<section>${sheet.intro.map((text) => `<p>${esc(text)}</p>`).join('')}${words.notes[sheet.role] ? `<p>${esc(words.notes[sheet.role] ?? '')}</p>` : ''}<h2>${esc(w.how)}</h2><p>${esc(w.howText)}</p></section>`,
    sheet.first.length > 0
      ? `<section class="first"><h2>${esc(w.first)} (${sheet.first.length})</h2><p>${esc(w.firstIntro)}</p>${show(sheet.first)}</section>`
      : `<section><h2>${esc(w.first)}</h2><p>${esc(w.firstNone)}</p></section>`,
    // Dates and status of a role-play are the same for all its decisions: said once.
    ...groups.map(
      ({ group, statements, note }, i) =>
        `<section><h2>${esc(group)}</h2>${note === groups[i - 1]?.note ? '' : note}${show(statements)}</section>`,
    ),
    sourcesHtml(all, setting),
    signHtml(words),
    '</main>',
  ]);
}

/** The list of all sheets with their counts, by role. */
export function indexHtml(sheets: readonly Sheet[], { course, words, today }: SheetSetting): string {
  const w = words.words;
  const head = [
    w.part,
    w.statements,
    w.firstCount,
    w.lessonsCount,
    w.questionsCount,
    w.factsCount,
    w.ratingsCount,
    w.termsCount,
    w.diagramsCount,
    w.minutesCount,
  ];
  const cells = (values: readonly (string | number)[]) =>
    values.map((value) => `<td class="n">${esc(String(value))}</td>`).join('');
  const roles = Map.groupBy(sheets, ({ role }) => role);
  return page(w.index, course.lang, [
    `<header><h1>${esc(w.index)}</h1><p class="small">${esc([say(course.ui, 'site.name'), course.course.contentVersion, course.country.name, today].join(' · '))}</p></header>`,
    `<main><p>${esc(fill(w.indexIntro, { n: String(Math.max(...sheets.map(({ minutes }) => minutes))) }))}</p>`,
    ...[...roles].map(([role, own]) => {
      const rows = own.map(
        (sheet) =>
          `<tr><th scope="row"><a href="${esc(sheet.file)}">${esc(sheet.title)}</a></th>${cells(sheetRow(sheet))}</tr>`,
      );
      const total = own.map(sheetRow).reduce((sum, row) => sum.map((value, i) => value + (row[i] ?? 0)));
      return `<section><h2>${esc(words.roles[role] ?? role)}</h2><div class="wide"><table><thead><tr>${head.map((title, i) => `<th scope="col"${i > 0 ? ' class="n"' : ''}>${esc(title)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody><tfoot><tr><th scope="row">${esc(w.total)}</th>${cells(total)}</tr></tfoot></table></div></section>`;
    }),
    '</main>',
  ]);
}

/**
 * Counts of a sheet as the index and the tool list them: statements, doubtful, sentences, questions, facts, ratings,
 * terms, diagrams, minutes.
 */
export function sheetRow(sheet: Sheet): number[] {
  const { lesson, question, fact, rating, term, diagram } = countKinds(sheet);
  return [
    sheet.first.length + sheet.rest.length,
    sheet.first.length,
    lesson,
    question,
    fact,
    rating,
    term,
    diagram,
    sheet.minutes,
  ];
}

function statementHtml(
  statement: Statement,
  number: number,
  before: Statement | undefined,
  { course, words }: SheetSetting,
): string {
  const w = words.words;
  const short = statement.sources.map((key) => course.sources[key]?.short ?? key).join(' · ') || w.noSource;
  // Choices of one decision answer the same words: said once.
  const context = statement.context.filter(
    (text) => !before?.context.includes(text) || statement.kind !== 'rating',
  );
  const name = `s${number}`;
  const boxes = [w.agree, w.change, w.unsure]
    .map((label) => `<label><input type="radio" name="${name}"> ${esc(label)}</label>`)
    .join('');
  return [
    `<article class="statement" aria-label="${number}"><div>`,
    `<p class="id"><b>${number}</b> · ${esc(statement.id)}${statement.doubts.length > 0 ? ` · ${esc(statement.group)}` : ''}</p>`,
    statement.doubts.length > 0
      ? `<p>${statement.doubts.map((doubt) => `<span class="doubt">${esc(doubtName(doubt, words))}</span>`).join('')}</p>`
      : '',
    statement.label ? `<p class="label">${esc(statement.label)}</p>` : '',
    ...context.map((text) => `<p class="context">${esc(text)}</p>`),
    `<ul>${statement.lines.map(({ label, text }) => `<li>${label ? `<b>${esc(label)}:</b>` : ''}${esc(text)}</li>`).join('')}</ul>`,
    `<p class="small">${esc(w.sources)}: ${esc(short)}</p>`,
    statement.kind === 'fact' || statement.doubts.length > 0 ? dates(statement, words) : '',
    `</div><fieldset><legend class="hidden">${esc(statement.id)}</legend>${boxes}<textarea rows="2" aria-label="${esc(`${w.remark} ${number}`)}"></textarea></fieldset></article>`,
  ].join('');
}

/** Dates and status of a lesson or role-play; facts each have their own. */
function groupNote(statements: readonly Statement[], { course, words }: SheetSetting): string {
  const first = statements[0];
  if (!first || first.kind === 'fact') return '';
  const states = [...new Set(statements.map(({ review }) => review))].map((review) =>
    say(course.ui, `review.${review}`),
  );
  return `${dates(first, words)}<p class="small">${esc(words.words.status)}: ${esc(states.join(' '))}</p>`;
}

function dates({ checkedOn, lookAgainBy }: Statement, { words }: ReviewWords): string {
  return checkedOn && lookAgainBy
    ? `<p class="small">${esc(fill(words.checked, { on: checkedOn, by: lookAgainBy }))}</p>`
    : '';
}

function doubtName(doubt: Doubt, { words }: ReviewWords): string {
  return {
    uncertain: words.doubtUncertain,
    'single-source': words.doubtSingleSource,
    'says-so': words.doubtSaysSo,
    overdue: words.doubtOverdue,
  }[doubt];
}

function sourcesHtml(statements: readonly Statement[], { course, words }: SheetSetting): string {
  const keys = [...new Set(statements.flatMap(({ sources }) => sources))].sort();
  const entries = keys.flatMap((key) => {
    const source = course.sources[key];
    if (!source) return [];
    const address = source.url ? ` <a href="${esc(source.url)}">${esc(source.url)}</a>` : '';
    return [
      `<li><b>${esc(source.short)}</b> (${esc(key)}): ${esc(source.title)}. ${esc(source.publisher)}, ${esc(String(source.year))}.${address} <span class="small">${esc(source.goodFor)}${source.seen ? ` ${esc(fill(words.words.seen, { on: source.seen }))}` : ''}</span></li>`,
    ];
  });
  return `<section><h2>${esc(words.words.sourceList)}</h2><ul class="list">${entries.join('\n')}</ul></section>`;
}

function signHtml({ words: w }: ReviewWords): string {
  const lines = [w.name, w.function, w.institution, w.date, w.signature];
  const verdicts = [w.overallAgree, w.overallChanges, w.overallNot];
  return [
    `<section class="sign"><h2>${esc(w.sign)}</h2><p>${esc(w.signText)}</p>`,
    `<fieldset class="overall"><legend>${esc(w.overall)}</legend>${verdicts.map((label) => `<label><input type="radio" name="overall"> ${esc(label)}</label>`).join('')}</fieldset>`,
    `<div class="lines">${lines.map((label) => `<label>${esc(label)}<input type="text" autocomplete="off"></label>`).join('')}</div></section>`,
  ].join('');
}

function page(title: string, lang: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${esc(lang)}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${esc(title)}</title>
<style>
${sheetStyle}
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function esc(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
