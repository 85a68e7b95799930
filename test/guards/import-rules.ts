import path from 'node:path';
import type { ProjectFile } from './project-files';

/** One import as the rules see it: a path of the project without suffix, or a package. */
export interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

interface Rule {
  from: RegExp;
  /** The imports that this rule refuses. */
  refuses(one: Import): boolean;
  /** What to do instead. */
  instead: string;
}

/** Folders of `domain/` that every feature may build on; the files beside them count too. */
const FOUNDATIONS = ['access', 'calendar', 'regulation', 'school'];

const isPackage = (to: string) =>
  !/^(src|domain|cloudfunctions|local-cloud|config|test|bench)\b/.test(to);
const within =
  (...rooms: string[]) =>
  (to: string) =>
    rooms.some((room) => to === room || to.startsWith(`${room}/`));

/** `room/feature/…` → `feature`; a file directly in the room has none. */
const featureIn = (room: string, file: string): string | undefined => {
  const [feature, ...rest] = file.slice(room.length + 1).split('/');
  return rest.length > 0 ? feature : undefined;
};

const otherFeature =
  (room: string, shared: readonly string[] = []) =>
  ({ from, to }: Import): boolean => {
    if (!within(room)(to)) return false;
    const theirs = featureIn(room, to);
    return theirs !== undefined && !shared.includes(theirs) && theirs !== featureIn(room, from);
  };

const FUNCTION_ROOMS = [
  'cloudfunctions/api',
  'cloudfunctions/timer',
  'cloudfunctions/documents',
  'cloudfunctions/migrate',
];

/** "Who may import whom" of docs/architecture.md. */
const RULES: readonly Rule[] = [
  {
    from: /^domain\//,
    refuses: ({ to }) =>
      isPackage(to) ? !/^(zod(\/mini)?|dayjs(\/.*)?)$/.test(to) : !within('domain')(to),
    instead: 'domain/ is pure: it imports domain/, zod and dayjs. Take the rest as an argument.',
  },
  {
    from: /^domain\//,
    refuses: otherFeature('domain', FOUNDATIONS),
    instead: 'No feature imports another: pass ids and small facts, or move what both need up.',
  },
  {
    from: /^cloudfunctions\//,
    refuses: ({ to }) => !isPackage(to) && !within('cloudfunctions', 'domain')(to),
    instead: 'A function imports its own files, cloudfunctions/kernel and domain/.',
  },
  {
    from: /^cloudfunctions\/(?!kernel\/cloud\.ts$)/,
    refuses: ({ to }) => to === 'wx-server-sdk',
    instead: 'Only cloudfunctions/kernel/cloud.ts speaks to WeChat: ask the kernel.',
  },
  {
    from: /^cloudfunctions\/kernel\//,
    refuses: ({ to }) => FUNCTION_ROOMS.some((room) => within(room)(to)),
    instead: 'The kernel knows no function: pass it what it needs.',
  },
  ...FUNCTION_ROOMS.flatMap((room): Rule[] => [
    {
      from: new RegExp(`^${room}/`),
      // A store is the only database access of its feature, for every function.
      refuses: ({ to }) =>
        within(...FUNCTION_ROOMS.filter((other) => other !== room))(to) && !to.endsWith('.store'),
      instead: 'Functions are deployed apart: share a store, cloudfunctions/kernel or domain/.',
    },
    {
      from: new RegExp(`^${room}/[^/]+/`),
      refuses: otherFeature(room),
      instead: 'No feature imports another: put what both need beside them, or into domain/.',
    },
  ]),
  {
    from: /^src\//,
    refuses: ({ to }) =>
      to === 'wx-server-sdk' || to.startsWith('node:') || within('local-cloud', 'config')(to),
    instead: 'The phone knows the cloud only through src/platform/api.',
  },
  {
    from: /^src\//,
    refuses: ({ from, to, isTypeOnly }) =>
      within('cloudfunctions')(to) &&
      !(from === 'src/platform/api.ts' && to === 'cloudfunctions/api/router' && isTypeOnly),
    instead: 'Take types of the server from src/platform/api, which has them from its router.',
  },
  {
    from: /^src\/pages\//,
    refuses: otherFeature('src/pages'),
    instead: 'Subpackages cannot import each other: share by src/components or domain/.',
  },
  {
    from: /^src\/components\//,
    refuses: ({ to }) => within('domain', 'src/pages')(to),
    instead: 'A widget knows no domain: give it what it shows as a property.',
  },
  {
    from: /^src\/platform\//,
    refuses: ({ to }) => within('src/pages', 'src/components')(to),
    instead: 'The seam knows no screen.',
  },
  {
    from: /^local-cloud\//,
    refuses: ({ to }) => !isPackage(to) && !within('local-cloud')(to),
    instead: 'The local cloud knows no product: it gets people and functions as options.',
  },
  {
    from: /^(?!test\/|bench\/)/,
    refuses: ({ to }) => within('test', 'bench')(to),
    instead: 'Nothing imports a test: move what both need to its own room.',
  },
];

/** Sentences for every import that the architecture refuses. */
export function refusedImports(files: readonly ProjectFile[]): string[] {
  return files
    .flatMap(importsOf)
    .flatMap((one) =>
      RULES.filter((rule) => rule.from.test(one.from) && rule.refuses(one)).map(
        ({ instead }) => `${one.from} imports ${one.to}. ${instead}`,
      ),
    );
}

const STATEMENT =
  /\b(?:import|export)\s+(type\s)?(?:[\w*${}\s,]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf({ path: from, text }: ProjectFile): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, static_, dynamic]) => {
    const request = (static_ ?? dynamic) as string;
    const to = request.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), request)
      : request;
    return { from, to, isTypeOnly: type !== undefined };
  });
}
