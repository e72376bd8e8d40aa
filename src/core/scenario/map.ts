import { AT_END, type Program } from './compile/program.ts';

/** The decisions and endings of a scenario as a drawing: places in columns, ways between them. */
export interface ScenarioMap {
  places: readonly { id: string; kind: 'decision' | 'ending'; column: number; row: number }[];
  ways: readonly { from: string; to: string }[];
  columns: number;
  rows: number;
}

/**
 * Lays the graph out in columns by the fewest decisions it takes to get there; endings stand in the last column.
 * Conditions are not looked at: the map shows what is written.
 */
export function mapScenario(program: Program): ScenarioMap {
  const { decisions, endings } = program;
  const depth = new Map<number, number>([[program.initial[0] as number, 0]]);
  const ways = new Map<string, { from: string; to: string }>();
  const queue = [program.initial[0] as number];
  const idOf = (position: number) =>
    decisions[position]?.id ?? endings[position - decisions.length]?.id ?? '';
  for (let i = 0; i < queue.length; i++) {
    const position = queue[i] as number;
    const decision = decisions[position];
    if (!decision) continue;
    const goals = new Set(
      decision.choices.flatMap((choice) =>
        choice.next.flatMap((way) =>
          way.to === AT_END ? endings.map((_, e) => decisions.length + e) : [way.to],
        ),
      ),
    );
    for (const goal of goals) {
      ways.set(`${position} ${goal}`, { from: decision.id, to: idOf(goal) });
      if (depth.has(goal)) continue;
      depth.set(goal, (depth.get(position) ?? 0) + 1);
      queue.push(goal);
    }
  }
  const deepest = Math.max(
    0,
    ...[...depth].filter(([position]) => position < decisions.length).map(([, column]) => column),
  );
  const rows = new Map<number, number>();
  const places = [...depth].map(([position, own]) => {
    const isEnding = position >= decisions.length;
    const column = isEnding ? deepest + 1 : own;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { id: idOf(position), kind: isEnding ? ('ending' as const) : ('decision' as const), column, row };
  });
  return { places, ways: [...ways.values()], columns: deepest + 2, rows: Math.max(...rows.values()) };
}

/** Where a map's places and ways are drawn, in units of an SVG. */
export interface MapDrawing {
  width: number;
  height: number;
  at: (id: string) => { x: number; y: number };
  /** Path data of the curve from one place to another. */
  curve: (from: string, to: string) => string;
}

/** Half of a place's sign and the air around it. */
const MARGIN = 14;

/** Draws a map with columns `gapX` and rows `gapY` apart. Ids that are not on the map stand at its start. */
export function drawMap(map: ScenarioMap, gapX: number, gapY: number): MapDrawing {
  const places = new Map(map.places.map((place) => [place.id, place]));
  const at = (id: string) => {
    const { column, row } = places.get(id) ?? { column: 0, row: 0 };
    return { x: MARGIN + column * gapX, y: MARGIN + row * gapY };
  };
  return {
    width: 2 * MARGIN + (map.columns - 1) * gapX,
    height: 2 * MARGIN + (map.rows - 1) * gapY,
    at,
    curve: (from, to) => {
      const a = at(from);
      const b = at(to);
      const middle = (a.x + b.x) / 2;
      return `M${a.x} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
    },
  };
}
