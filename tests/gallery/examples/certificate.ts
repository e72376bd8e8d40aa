/** States of a certificate and of its verifier: none yet, made, longest name, broken, late. */
import { LONGEST_NAME } from '../../../src/core/certificate/index.ts';
import { certificateToken } from '../../e2e/support/records.ts';
import type { Example } from '../example.ts';
import { everything } from './done.ts';

const token = certificateToken('Ada Peeters');
const longName = `Wolfeschlegelsteinhausenbergerdorff-${'Nguyễn'.repeat(20)}`.slice(0, LONGEST_NAME);
const arabicName = 'فاطمة الزهراء بنت عبد الرحمن';

const certificate: Example[] = [
  { id: 'certificate-none', page: 'en/certificate/' },
  {
    id: 'certificate-form',
    page: 'en/certificate/',
    record: everything,
    steps: [{ shows: '#certificate-name' }],
  },
  { id: 'certificate-unreachable', page: 'en/certificate/', fails: '/releases/' },
  { id: 'certificate-made', page: 'en/certificate/', hash: `c=${token}`, steps: [{ shows: '.sheet' }] },
  {
    id: 'certificate-link-shown',
    page: 'en/certificate/',
    hash: `c=${token}`,
    steps: [{ press: '.certificate-layout summary' }, { shows: '.breaks' }],
  },
  {
    id: 'certificate-longest-name',
    page: 'en/certificate/',
    hash: `c=${certificateToken(longName)}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-name-right-to-left',
    page: 'en/certificate/',
    hash: `c=${certificateToken(arabicName)}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-page-right-to-left',
    page: 'en/certificate/',
    dir: 'rtl',
    hash: `c=${token}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-broken',
    page: 'en/certificate/',
    hash: `c=${token.slice(0, -6)}`,
    steps: [{ shows: '.notice.bad' }],
  },
  {
    id: 'certificate-late',
    page: 'en/certificate/',
    hash: `c=${token}`,
    withoutIsland: 'CertificatePage',
    isHurried: true,
    steps: [{ shows: 'astro-island + .late' }],
  },
];

/** One letter of the middle changed. */
const changed = token.slice(0, 40) + (token[40] === 'A' ? 'B' : 'A') + token.slice(41);
const verify: Example[] = [
  { id: 'verify-empty', page: 'en/verify/' },
  {
    id: 'verify-holds',
    page: 'en/verify/',
    hash: `c=${token}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-longest-name',
    page: 'en/verify/',
    hash: `c=${certificateToken(longName)}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-name-right-to-left',
    page: 'en/verify/',
    hash: `c=${certificateToken(arabicName)}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-page-right-to-left',
    page: 'en/verify/',
    dir: 'rtl',
    hash: `c=${token}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-changed',
    page: 'en/verify/',
    hash: `c=${changed}`,
    steps: [{ shows: '[data-verified="false"]' }],
  },
  {
    id: 'verify-cut',
    page: 'en/verify/',
    hash: `c=${token.slice(0, -6)}`,
    steps: [{ shows: '[data-verified="false"]' }],
  },
  {
    id: 'verify-no-release',
    page: 'en/verify/',
    hash: `c=${token}`,
    fails: '/releases/',
    steps: [{ shows: '[data-verified="false"]' }],
  },
  { id: 'verify-waiting', page: 'en/verify/', hash: `c=${token}`, hangs: '/releases/' },
];

export const certificateExamples: Example[] = [...certificate, ...verify];
