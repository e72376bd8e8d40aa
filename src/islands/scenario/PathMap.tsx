import { say, type Words } from '../../core/i18n/index.ts';
import {
  drawMap,
  mapScenario,
  type Program,
  type Replay,
  replay,
  type ScenarioWords,
} from '../../core/scenario/index.ts';
import type { PlayerWord } from './words.ts';

const GAP_X = 22;
const GAP_Y = 26;

/** The decisions as a map: your way, the expert's way, and what you have never seen. The same facts stand below in words. */
export function PathMap({
  program,
  words,
  ui,
  replayed,
  finished,
}: {
  program: Program;
  words: ScenarioWords;
  ui: Words<PlayerWord>;
  replayed: Replay;
  /** Every finished run of this role-play. */
  finished: readonly Replay[];
}) {
  const map = mapScenario(program);
  const placesOf = ({ turns, ending }: Replay) => [
    ...turns.map((turn) => turn.decision),
    ...(ending ? [ending] : []),
  ];
  const yours = placesOf(replayed);
  const experts = placesOf(replay(program, { choices: program.scenario.expert, seed: 0 }));
  const seen = new Set(finished.flatMap(placesOf));
  const { width, height, at, curve } = drawMap(map, GAP_X, GAP_Y);
  const route = (places: readonly string[]) =>
    places
      .slice(1)
      .map((place, i) => curve(places[i] as string, place))
      .join('');
  const decisions = map.places.filter((place) => place.kind === 'decision');
  const endings = map.places.filter((place) => place.kind === 'ending');
  const unseen = endings.filter((place) => !seen.has(place.id)).length;
  return (
    <div className="card stack">
      <h2>{say(ui, 'debrief.map')}</h2>
      <svg className="path-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="ways" d={map.ways.map((way) => curve(way.from, way.to)).join('')} />
        <path className="experts" d={route(experts)} />
        <path className="yours" d={route(yours)} />
        {map.places.map((place) => {
          const { x, y } = at(place.id);
          const kind = yours.includes(place.id) ? 'yours' : seen.has(place.id) ? 'seen' : 'unseen';
          return place.kind === 'ending' ? (
            <rect key={place.id} className={kind} x={x - 5} y={y - 5} width="10" height="10" rx="2" />
          ) : (
            <circle key={place.id} className={kind} cx={x} cy={y} r="5" />
          );
        })}
      </svg>
      <p className="small">{say(ui, 'debrief.mapKey')}</p>
      <p className="small">
        {say(ui, 'debrief.seen', {
          decisions: decisions.filter((place) => seen.has(place.id)).length,
          ofDecisions: decisions.length,
          endings: endings.filter((place) => seen.has(place.id)).length,
          ofEndings: endings.length,
        })}
      </p>
      <ul>
        {endings
          .filter((place) => seen.has(place.id))
          .map((place) => (
            <li key={place.id}>{words.endings[place.id]?.title}</li>
          ))}
        {unseen > 0 && <li>{say(ui, 'debrief.unseenEndings', { n: unseen })}</li>}
      </ul>
    </div>
  );
}
