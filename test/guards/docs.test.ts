import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGES } from '../../config/docs/pages';
import { ROOT } from '../../config/inputs';
import { PERMISSIONS } from '../../domain/access/permissions';

describe('generated pages', () => {
  test.each(Object.entries(PAGES))(
    '%s says what the code says: else run `npm run docs`',
    (file, page) => {
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(page());
    },
  );

  test('the permission page shows every row, each by its own name', () => {
    const page = PAGES['docs/permissions.md']?.() ?? '';
    const labels = Object.values(PERMISSIONS).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(page).toContain(`\n| ${label} |`);
  });
});
