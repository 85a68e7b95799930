import { SCHOOL_COLLECTIONS } from '../../cloudfunctions/backup/school-documents';
import { BOOK_NAMES, type BookName } from '../../domain/book/book.schema';
import type { Invocation } from '../../local-cloud/meter/invocation';
import { BOOK_INPUTS } from '../../test/cloudfunctions/book-inputs';
import { startCloud, type TestCloud } from '../../test/cloudfunctions/harness/cloud';
import { CAST, CAST_TERM, type CastMember } from '../../test/school/cast';
import { SIZES, type Size } from './measure';

/** What a file that is made costs, from the first call of a phone to the last. */
export interface FileCost {
  file: string;
  size: Size;
  /** Calls of the function until it is there. */
  calls: number;
  billed: number;
  documents: number;
  milliseconds: number;
}

/** Who prints it; whoever else may prints the same. */
const PRINTS: Partial<Record<BookName, CastMember>> = {
  mentorNotes: CAST.mentor,
  studentFile: CAST.guardianOfTwo,
};
const PASSPHRASE = '梧桐树下第三张长椅上的书';
/** A safety catch: no file takes so many calls. */
const MAX_CALLS = 500;

interface Reply {
  data?: { state?: string; file?: unknown };
  error?: { code: string };
}

/** Calls until `isDone`, and what they cost together. */
async function make(
  { cloud }: TestCloud,
  { file, size, openid }: { file: string; size: Size; openid: string },
  event: (call: number) => [name: string, event: object],
  isDone: (data: NonNullable<Reply['data']>) => boolean,
): Promise<FileCost> {
  const made: Invocation[] = [];
  while (made.length < MAX_CALLS) {
    const [name, asked] = event(made.length);
    const { result, invocation } = await cloud.callFunction<Reply>(name, asked, openid);
    if (!result.data) throw new Error(`${file}: ${result.error?.code}`);
    made.push(invocation);
    if (isDone(result.data)) break;
  }
  const sum = (of: (one: Invocation) => number) => made.reduce((all, one) => all + of(one), 0);
  return {
    ...{ file, size, calls: made.length },
    billed: sum(({ billedCalls }) => billedCalls),
    documents: sum(({ documents }) => documents.read),
    milliseconds: Math.round(sum(({ milliseconds }) => milliseconds)),
  };
}

/** Every book once as Word, all ledgers in one archive, and a backup of the school. */
export async function measureFiles(size: Size): Promise<FileCost[]> {
  const world = await startCloud({ school: SIZES[size], maxInstances: 1 });
  try {
    const costs: FileCost[] = [];
    for (const name of BOOK_NAMES) {
      const { openid } = PRINTS[name] ?? CAST.principal;
      const input = { ...BOOK_INPUTS[name], format: 'docx' };
      const asked = { kind: name, input };
      costs.push(
        await make(
          world,
          { file: name, size, openid },
          () => ['documents', asked],
          () => true,
        ),
      );
    }
    const { openid } = CAST.principal;
    const archive = { archiveId: 'archive0000000000000', termId: CAST_TERM, format: 'docx' };
    costs.push(
      await make(
        world,
        { file: 'ledgerArchive', size, openid },
        () => ['documents', { kind: 'ledgerArchive', input: archive }],
        ({ file }) => Boolean(file),
      ),
      await make(
        world,
        { file: 'backup', size, openid },
        (call) => {
          const id = { backupId: 'backup00000000000000', passphrase: PASSPHRASE };
          return call === 0
            ? ['backup', { step: 'begin', input: { ...id, reason: '学期末存档' } }]
            : ['backup', { step: 'continue', input: id }];
        },
        ({ state }) => state === 'done',
      ),
    );
    return costs;
  } finally {
    await world.stop();
  }
}

/** A step of it reads and writes down where it is; a page is 200 documents, a part 1,000. */
const COLLECTION = 4;
const THOUSAND = 9;
const STEP = 5;

/** What one of them may cost at most. */
export function fileBudget({ file, calls, documents }: FileCost): number {
  if (file === 'backup') {
    return (
      SCHOOL_COLLECTIONS.length * COLLECTION + (documents / 1000) * THOUSAND + calls * STEP + 10
    );
  }
  // Per call: the run, who is calling, the archive and its classes, five ledgers, and storing a part.
  if (file === 'ledgerArchive') return calls * 16;
  return 12;
}
