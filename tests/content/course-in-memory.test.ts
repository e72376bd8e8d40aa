/** The course is a value: read from texts in a worker it is what it is when read from the disk, and each lesson is parsed once. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import { ContentFiles } from '../../src/core/course/content-files.ts';
import { type Content, filesInMemory, languagesIn } from '../../src/core/course/index.ts';
import { parseLesson } from '../../src/core/lesson/tree.ts';
import { searchDocuments, searchLanguage } from '../../src/core/search/documents.ts';
import { courseTexts } from '../../src/editorial/reading/index.ts';
import { type ReviewRoles, type ReviewWords, reviewSheets } from '../../src/editorial/review/index.ts';
import { reviewRolesSchema, reviewWordsSchema } from '../../src/editorial/review/schema.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';
import type { CourseWorkerData } from '../fixtures/course-worker.ts';

vi.mock('../../src/core/lesson/tree.ts', async (original) => {
  const tree = await original<typeof import('../../src/core/lesson/tree.ts')>();
  return { ...tree, parseLesson: vi.fn(tree.parseLesson) };
});

const project = join(import.meta.dirname, '../..');
const options = { lang: 'en', today: '2026-11-22' };
const texts = new Map(
  globSync('content/**/*.{yaml,mdx,svg}', { cwd: project }).map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(join(project, file), 'utf8'),
  ]),
);

function readInWorker(data: CourseWorkerData): Promise<ReturnType<typeof loadContent>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, '../fixtures/course-worker.ts'), {
      workerData: data,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('the shipped course', () => {
  test('is the same value read from the disk and, without a disk, in a worker', async () => {
    const inWorker = readInWorker({ texts, options });
    const fromDisk = loadContent(project, options);
    const read = await inWorker;
    expect(read.problems).toEqual(fromDisk.problems);
    expect(read.content?.modules.length).toBeGreaterThan(0);
    // Through the same clone that a message makes.
    expect(read.content).toEqual(structuredClone(fromDisk.content));
  });

  test('parses each lesson once for checks, search, reading level and review sheets', () => {
    vi.mocked(parseLesson).mockClear();
    const content = loadContent(project, options).content as Content;
    const files = new ContentFiles(nodeFiles(project));
    const roles = files.read('content/review/roles.yaml', reviewRolesSchema) as ReviewRoles;
    const words = files.read('content/review/en.yaml', reviewWordsSchema) as ReviewWords;
    expect(searchDocuments(content, searchLanguage(nodeFiles(project), 'en').own).length).toBeGreaterThan(0);
    expect(courseTexts(content).length).toBeGreaterThan(0);
    expect(reviewSheets(content, roles, words).length).toBeGreaterThan(0);
    const parsed = vi.mocked(parseLesson).mock.calls.map(([text]) => text);
    const lessons = content.modules.flatMap((module) => module.lessons.map(({ file }) => texts.get(file)));
    expect(parsed.toSorted()).toEqual(lessons.toSorted());
  });
});

test('files in memory list a folder as the disk does', () => {
  const [memory, disk] = [filesInMemory(texts), nodeFiles(project)];
  expect(languagesIn(memory)).toEqual(languagesIn(disk));
  for (const folder of ['content/modules', 'content/scenes', 'content/nothing-here']) {
    expect(memory.list(folder).folders.toSorted()).toEqual(disk.list(folder).folders.toSorted());
  }
  expect(memory.list('content/scenes').files.toSorted()).toEqual(
    disk
      .list('content/scenes')
      .files.filter((name) => name.endsWith('.svg'))
      .toSorted(),
  );
  expect(memory.read('content/nothing.yaml')).toBe(disk.read('content/nothing.yaml'));
});
