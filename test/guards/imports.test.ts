import { refusedImports } from './import-rules';
import { projectFiles } from './project-files';

describe('who may import whom', () => {
  test('every room imports only what it may', () => {
    expect(refusedImports(projectFiles(/\.tsx?$/))).toEqual([]);
  });

  test.each([
    ['domain/talk/talk.rules.ts', "import { db } from '../../cloudfunctions/kernel/cloud';"],
    ['domain/talk/talk.rules.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/talk/talk.rules.ts', "import { x } from '../home-visit/home-visit.rules';"],
    ['cloudfunctions/api/talk/talk.store.ts', "import cloud from 'wx-server-sdk';"],
    ['cloudfunctions/api/talk/talk.store.ts', "import { x } from '../home-visit/record';"],
    ['cloudfunctions/api/router.ts', "import { jobs } from '../timer/jobs';"],
    ['cloudfunctions/api/talk/talk.store.ts', "import { cast } from '../../../test/school/cast';"],
    ['cloudfunctions/api/index.ts', "export { x } from '../../local-cloud/service';"],
    ['src/pages/talk/index.tsx', "import { AppRouter } from '../../../cloudfunctions/api/router';"],
    ['src/platform/api.ts', "import { appRouter } from '../../cloudfunctions/api/router';"],
    ['src/pages/talk/index.tsx', "import { Row } from '../home-visit/components/row';"],
    ['src/components/row.tsx', "import { talkKinds } from '../../domain/talk/talk.schema';"],
    ['src/platform/call.h5.ts', "const x = await import('../../local-cloud/service');"],
    ['local-cloud/gateway.ts', "import { dayOf } from '../domain/calendar/day';"],
  ])('a breach in %s is seen: %s', (path, text) => {
    expect(refusedImports([{ path, text }])).not.toEqual([]);
  });

  test('what the architecture allows is let through', () => {
    const files = [
      {
        path: 'src/platform/api.ts',
        text: "import type { AppRouter } from '../../cloudfunctions/api/router';",
      },
      {
        path: 'src/pages/talk/record/index.tsx',
        text: "import { useTalks } from '../talk.queries';\nimport { dayOf } from '../../../../domain/calendar/day';",
      },
      {
        path: 'domain/talk/talk.rules.ts',
        text: "import { dayOf } from '../calendar/day';\nimport { z } from '../schema';",
      },
    ];
    expect(refusedImports(files)).toEqual([]);
  });
});
