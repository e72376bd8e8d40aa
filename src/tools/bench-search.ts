import { gzipSync } from 'node:zlib';
import { searchDocuments, searchLanguage } from '../core/search/documents.ts';
import { answer, buildIndex, type OpenIndex, openIndex, type SearchIndex } from '../core/search/index.ts';
import { languagesOf, loadContent } from '../integrations/load-content.ts';
import { nodeFiles } from '../integrations/node-files.ts';
import { medianMs, roundMs } from './median.ts';

const QUERIES = [
  'annex 15',
  'passport taken by boss',
  'who pays hospital without papers',
  'interpretter',
  'pass',
  'can I stay if I do not testify',
];
/** Repetitions of each query; the median is reported. */
const TIMES = 9;

/** What a search costs, per language: bytes of the index, milliseconds to open it, and to the answer at three sizes. */
export async function benchSearch(root = process.cwd()): Promise<{ name: string; value: number }[]> {
  return languagesOf(root).flatMap((lang) => {
    const { content } = loadContent(root, { lang, today: new Date().toISOString().slice(0, 10) });
    if (!content || content.modules.length === 0) return [];
    const { language, own } = searchLanguage(nodeFiles(root), lang);
    const index = buildIndex(searchDocuments(content, own), language);
    const json = JSON.stringify(index);
    const name = (what: string) => `search ${lang}: ${what}`;
    const opening = medianMs(() => openIndex(JSON.parse(json) as SearchIndex), TIMES);
    const sizes = [1, 10, 100].flatMap((times) => {
      const open = openIndex(timesOver(index, times));
      const slowest = Math.max(...QUERIES.map((query) => queryMs(open, query)));
      const mean = QUERIES.reduce((sum, query) => sum + queryMs(open, query), 0) / QUERIES.length;
      return [
        { name: name(`query at ${times}×, mean (ms)`), value: roundMs(mean) },
        { name: name(`query at ${times}×, slowest (ms)`), value: roundMs(slowest) },
      ];
    });
    return [
      { name: name('documents'), value: index.documents.length },
      { name: name('index, raw (bytes)'), value: Buffer.byteLength(json) },
      { name: name('index, gzip (bytes)'), value: gzipSync(json).length },
      { name: name('index opened (ms)'), value: roundMs(opening) },
      {
        name: name('first result after the index arrived (ms)'),
        value: roundMs(
          medianMs(() => answer(openIndex(JSON.parse(json) as SearchIndex), QUERIES[1] ?? ''), TIMES),
        ),
      },
      ...sizes,
    ];
  });
}

/** The index of a course `n` times as large. It repeats the same words, so every posting list grows: the worst case. */
function timesOver(index: SearchIndex, times: number): SearchIndex {
  const { documents, packed } = index;
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...index,
    documents: copies.flatMap((copy) =>
      documents.map((document) => ({
        ...document,
        address: copy === 0 ? document.address : `${copy}/${document.address}`,
      })),
    ),
    packed: {
      ...packed,
      vectors: copies.flatMap((copy) =>
        packed.vectors.map(([document = 0, ...rest]) => [document + copy * documents.length, ...rest]),
      ),
    },
  };
}

function queryMs(open: OpenIndex, query: string): number {
  return medianMs(() => answer(open, query), TIMES);
}
