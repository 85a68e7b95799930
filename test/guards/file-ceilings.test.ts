import { type ProjectFile, projectFiles } from './project-files';

/** The first line that fits a file counts. Lines as `wc -l` counts them. */
const CEILINGS: readonly { files: RegExp; lines: number; split: string }[] = [
  { files: /^src\/pages\/.*\.tsx$/, lines: 250, split: 'its parts into components/' },
  { files: /^local-cloud\//, lines: 400, split: 'the service by responsibility' },
  { files: /\.router\.ts$/, lines: 150, split: 'each verb into a file of its own' },
  { files: /\/(router|collections|permissions|jobs)\.ts$/, lines: 150, split: 'the table' },
  { files: /^cloudfunctions\//, lines: 200, split: 'the verb' },
  { files: /^(domain|src|config|bench)\//, lines: 250, split: 'it by responsibility' },
  { files: /^test\//, lines: 500, split: 'the story' },
];

const linesOf = ({ text }: ProjectFile) => text.split('\n').length - 1;

function overlong(files: readonly ProjectFile[]): string[] {
  return files.flatMap((file) => {
    const ceiling = CEILINGS.find(({ files: fits }) => fits.test(file.path));
    if (!ceiling || linesOf(file) <= ceiling.lines) return [];
    return [`${file.path} has ${linesOf(file)} of ${ceiling.lines} lines: split ${ceiling.split}.`];
  });
}

describe('how long a file may be', () => {
  test('no file is longer than its ceiling', () => {
    expect(overlong(projectFiles(/\.(tsx?|mjs)$/))).toEqual([]);
  });

  test('an overlong page and an overlong router are seen', () => {
    const text = 'line\n'.repeat(251);
    const files = ['src/pages/talk/index.tsx', 'cloudfunctions/api/talk/talk.router.ts'];
    expect(overlong(files.map((path) => ({ path, text })))).toHaveLength(2);
  });
});
