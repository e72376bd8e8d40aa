import type { Bearing, Portrait as Parts } from '../../core/scenario/index.ts';

const SKIN = ['#f1d3bd', '#e2b48f', '#cc9a70', '#aa7448', '#84522f', '#5d3a24'];
const SHADE = ['#dcb79d', '#c99670', '#b07f55', '#8c5b34', '#683e22', '#462a18'];
const HAIR = { dark: '#2a2320', brown: '#5b4030', grey: '#8d8f91', red: '#8a4a2a', fair: '#c7a468' };
const TOP = {
  shirt: '#5d7489',
  coat: '#47606b',
  overall: '#3f6175',
  vest: '#c08a2e',
  jumper: '#6b5b7b',
  scrubs: '#4f8c86',
  uniform: '#2f4560',
};

/** How a bearing shows: brows, mouth, gaze, and how the head and shoulders are held. */
const FACE: Record<Bearing, { brows: string; mouth: string; gaze: number; head: string; shoulders: number }> =
  {
    guarded: {
      brows: 'M24.500 25.500l5 .6M34.500 26.100l5-.6',
      mouth: 'M28.500 37.500h7',
      gaze: -1.1,
      head: '',
      shoulders: -1,
    },
    listening: {
      brows: 'M24.500 25.600q2.500-1.400 5 0M34.500 25.600q2.500-1.400 5 0',
      mouth: 'M28.500 37q3.500.9 7 0',
      gaze: 0,
      head: 'rotate(-3 32 40)',
      shoulders: 0,
    },
    distressed: {
      brows: 'M24.500 26.600l5-1.800M34.500 24.800l5 1.800',
      mouth: 'M28.500 38q3.500-1.800 7 0',
      gaze: 0.3,
      head: 'rotate(4 32 44) translate(0 1.500)',
      shoulders: -2,
    },
    open: {
      brows: 'M24.500 25q2.500-1.600 5-.2M34.500 24.800q2.500-1.400 5 .2',
      mouth: 'M28 36.500q4 2.200 8 0',
      gaze: 0,
      head: '',
      shoulders: 1,
    },
  };

/**
 * A calm, drawn portrait. One kit of parts for everybody; the bearing changes how a person holds themselves, never who
 * they are. Decoration for readers of screens: the cue in words says the same.
 */
export function Portrait({ parts, bearing }: { parts: Parts; bearing: Bearing }) {
  const skin = SKIN[parts.skin - 1];
  const shade = SHADE[parts.skin - 1];
  const hair = HAIR[parts.hairColour];
  const face = FACE[bearing];
  const id = `clip-${parts.skin}-${parts.hair}-${parts.top}`;
  return (
    <svg className="portrait" viewBox="0 0 64 64" aria-hidden="true">
      <clipPath id={id}>
        <circle cx="32" cy="32" r="31" />
      </clipPath>
      <circle cx="32" cy="32" r="31" fill="var(--accent-wash)" />
      <g clipPath={`url(#${id})`}>
        <g transform={`translate(0 ${-face.shoulders})`}>
          <path d="M7 68c1-17 11-22 25-22s24 5 25 22z" fill={TOP[parts.top]} />
          {parts.top === 'overall' && <path d="M22 47v20M42 47v20" stroke="#22394a" strokeWidth="4" />}
          {parts.top === 'vest' && <path d="M20 49l3 19M44 49l-3 19" stroke="#f4e7c4" strokeWidth="3" />}
          {parts.top === 'uniform' && (
            <path d="M32 48v20M18 52l8 3M46 52l-8 3" stroke="#8ea3b8" strokeWidth="1.600" />
          )}
          {(parts.top === 'coat' || parts.top === 'scrubs') && (
            <path d="M25 46l7 9 7-9" fill={shade} stroke="#fff4" strokeWidth="1.200" />
          )}
        </g>
        <g transform={face.head || undefined}>
          {parts.hair === 'long' && (
            <path d="M17 50c-3-14-3-36 15-36s18 22 15 36c-4 3-26 3-30 0z" fill={hair} />
          )}
          {parts.hair === 'curly' && (
            <path
              d="M17 34c-4-4-2-9 1-10-1-5 4-9 8-8 2-4 10-4 12 0 5-1 9 3 8 8 4 2 4 7 1 10 1 5-29 5-30 0z"
              fill={hair}
            />
          )}
          {parts.hair === 'bun' && <circle cx="32" cy="10.500" r="5.500" fill={hair} />}
          <path d="M27 39h10v8c0 4-10 4-10 0z" fill={shade} />
          <path
            d={
              parts.young
                ? 'M20.500 28c0-9 4.800-13.500 11.500-13.500S43.500 19 43.500 28 38 43 32 43s-11.500-6-11.500-15z'
                : 'M21 27c0-8.500 4.500-13 11-13s11 4.500 11 13-4.500 17-11 17-11-8.500-11-17z'
            }
            fill={skin}
          />
          {parts.beard && (
            <path
              d="M21.500 31c1 9 5 14 10.500 14s9.500-5 10.500-14c-2 3-4 3.500-6 3.500h-9c-2 0-4-.5-6-3.500z"
              fill={hair}
              opacity="0.92"
            />
          )}
          <Hair kind={parts.hair} colour={hair} />
          <g fill="none" stroke="#2b1d14" strokeWidth="1.500" strokeLinecap="round">
            <path d={face.brows} strokeWidth="1.300" />
            <path d={face.mouth} stroke={parts.beard ? '#f0d8c4' : '#3a2418'} />
          </g>
          <g fill="#241812">
            <circle cx={27 + face.gaze} cy="29.500" r="1.250" />
            <circle cx={37 + face.gaze} cy="29.500" r="1.250" />
          </g>
          {bearing === 'distressed' && (
            <path d="M25 31.700q2 1 4 0M35 31.700q2 1 4 0" fill="none" stroke={shade} strokeWidth="1" />
          )}
          {parts.glasses && (
            <g fill="none" stroke="#2b2b30" strokeWidth="1.100">
              <circle cx="27" cy="29.500" r="4" />
              <circle cx="37" cy="29.500" r="4" />
              <path d="M31 29.500h2" />
            </g>
          )}
        </g>
      </g>
    </svg>
  );
}

function Hair({ kind, colour }: { kind: Parts['hair']; colour: string }) {
  switch (kind) {
    case 'headscarf':
      return (
        <path
          d="M32 10c-11 0-16 8-15 20 1 9 5 16 9 18-4-5-6-12-6-19 0-6 4-11 12-11s12 5 12 11c0 7-2 14-6 19 4-2 8-9 9-18 1-12-4-20-15-20z"
          fill={colour}
        />
      );
    case 'cap':
      return (
        <>
          <path d="M20 23c0-8 5-12 12-12s12 4 12 12z" fill={colour} />
          <path d="M18 23.500c6-2 22-2 28 0-4 1.200-24 1.200-28 0z" fill="#1b1b1f" />
        </>
      );
    case 'cropped':
      return (
        <path
          d="M20.500 25c-1-8 4-13 11.500-13s12.500 5 11.500 13c-1-4-3-7-5-7.500-4 1.500-9 1.500-13 0-2 .5-4 3.500-5 7.500z"
          fill={colour}
          opacity="0.85"
        />
      );
    case 'bald':
      return null;
    default:
      return (
        <path d="M20 26c-2-10 4-16 12-16s14 6 12 16c-1-4-3-7-5-8-4 2-10 2-14 0-2 1-4 4-5 8z" fill={colour} />
      );
  }
}
